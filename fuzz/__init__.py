"""Coverage-guided fuzzing of the readers and of the grammar: ``make fuzz``."""
