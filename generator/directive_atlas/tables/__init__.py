"""Tables that people keep in spreadsheets: read as records and reports, and written for a body to fill in."""
