"""The catalogue (目录) that comes with a batch: read, compared with the documents, and written anew."""
