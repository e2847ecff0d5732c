"""Rules on figures: arithmetic, units, ranges and rounding."""
