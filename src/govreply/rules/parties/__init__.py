"""Rules on who writes, who is addressed and who takes part."""
