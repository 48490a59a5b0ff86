"""The programs that turn the pages into a site, and the file that they read."""
