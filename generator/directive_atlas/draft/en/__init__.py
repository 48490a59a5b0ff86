"""Rules for official papers in English."""
