"""Rules on the class mark (办理结果类别)."""
