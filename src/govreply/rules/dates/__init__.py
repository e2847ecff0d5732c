"""Rules on dates and years."""
