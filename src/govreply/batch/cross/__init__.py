"""Rules over many replies, and over the catalogue that comes with them: one file a rule, as queries on the store."""
