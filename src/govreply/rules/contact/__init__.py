"""Rules on contact data."""
