"""Rules for official papers in Chinese."""
