"""Profiles: what differs from place to place (class meanings, form maps, required cells), as TOML data beside this file."""

from govreply.profiles.load import Profile, choose, load

__all__ = ["Profile", "choose", "load"]
