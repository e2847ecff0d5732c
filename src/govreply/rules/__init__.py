"""Consistency rules: one file a rule, listed in ``registry``, run by ``engine``."""
