"""A rule, a profile, a reader and a report format for govreply."""

from pathlib import Path

PROFILE = Path(__file__).with_name("hailar.toml")
