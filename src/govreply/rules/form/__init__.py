"""Rules on the feedback form (征询意见表)."""
