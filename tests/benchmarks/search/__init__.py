"""Does a reader find the page? A labelled set of queries, run in a real browser."""
