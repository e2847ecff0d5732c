"""How well documents are read, measured on a corpus of documents with hand-written labels beside them."""
