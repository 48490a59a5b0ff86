"""What the home page shows, each part bounded whatever the size of the corpus."""
