"""Rules on what a public copy must not show."""
