"""What readers see as words: interface languages, labels, addresses, values and times in words."""
