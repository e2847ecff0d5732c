"""The grammar of replies: one file an element, run as an ordered, named chain. It knows Chinese and no file format."""
