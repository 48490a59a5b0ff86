"""The programs that build a site from the pages, and the configuration file that they read."""
