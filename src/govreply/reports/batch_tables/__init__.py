"""The store of a batch as tables of data: Parquet, CSV or JSON Lines, one file a table.

``columns.tsv`` says which tables and columns there are, and what they mean. Whatever :mod:`govreply.records` has is called here as
it is called there.
"""
