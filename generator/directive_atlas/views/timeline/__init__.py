"""The timeline as a picture: from items to a window, rows of marks, and values for a template."""
