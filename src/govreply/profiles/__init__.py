"""Profiles: what differs from place to place (class meanings, form maps, required cells), as TOML data beside this file."""

from govreply.profiles.errors import ProfileError
from govreply.profiles.load import Profile, choose, load
from govreply.profiles.place import place_of

__all__ = ["Profile", "ProfileError", "choose", "load", "place_of"]
