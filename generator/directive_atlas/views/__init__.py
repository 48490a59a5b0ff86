"""Values that outputs show, computed from the corpus, without HTML."""
