"""Comparing what a reply says in several places: when two writings mean the same thing."""
