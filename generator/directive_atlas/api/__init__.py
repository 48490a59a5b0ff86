"""What the records are to other programs: a versioned contract, apart from how we keep them ourselves."""
