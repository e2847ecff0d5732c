"""The catalogue (目录) that comes with a batch: read, matched with the documents, and written anew."""
