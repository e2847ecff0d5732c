"""Checking folders of replies: found, checked in processes that can be killed, and kept in one file that survives them."""
