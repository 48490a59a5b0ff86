"""What readers see as words: languages of the interface, labels, addresses, values and times in words."""
