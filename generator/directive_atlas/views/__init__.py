"""Values that outputs show, computed from the resolved corpus, without Markdown."""
