"""Reports: one file a format; they know findings and no rules."""
