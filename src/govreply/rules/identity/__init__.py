"""Rules on what identifies the item: its number, session, kind, topic; and the reply's own number."""
