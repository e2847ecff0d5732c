"""Writing a catalogue of the documents of a batch, with the elements of DA/T 46-2009."""
