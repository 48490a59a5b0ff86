"""Records as people write them: short, in the order of the schema, and changed without touching the rest."""
