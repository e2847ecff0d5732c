"""Signs and characters."""
