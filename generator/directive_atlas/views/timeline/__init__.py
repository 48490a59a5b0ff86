"""The timeline as a picture: items to a window, to rows of marks, to values that a template places."""
