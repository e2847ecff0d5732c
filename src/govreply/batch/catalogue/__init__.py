"""The catalogue (目录) that comes with a batch: its columns, its archive codes, and how it is read."""
