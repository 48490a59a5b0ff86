"""The words and values that every stage shares: dates, enumerations with their meaning, text folding."""
