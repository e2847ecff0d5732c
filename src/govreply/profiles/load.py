"""Loading profiles and choosing the one that fits a document's place."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from govreply.errors import UsageError

DEFAULT = "default"


@frozen(kw_only=True)
class Profile:
    """What a place prescribes.

    Attributes:
        name: file name without ending.
        places: place names (武汉) that select this profile.
        effect_classes: label of an effect box → class marks that agree with it (解决问题 → A).
        required_fields: word in the form's title → labels of cells that must be filled (见面 → 见面地点).
        requires_contact: whether each letter must name a contact.
        form_signature: whether a form must be signed or dated to be filed.
        form_before_reply: whether the proposer rates a draft before the reply is signed.
        reply_months: months from the day of assignment within which the reply must be given, ``None`` for no limit.
        form_return_working_days: days within which the form must come back, ``None`` where no limit is known.
    """

    name: str
    title: str = ""
    places: tuple[str, ...] = ()
    effect_classes: dict[str, tuple[str, ...]] = field(factory=dict)
    required_fields: dict[str, tuple[str, ...]] = field(factory=dict)
    requires_contact: bool = False
    form_signature: bool = False
    form_before_reply: bool = False
    form_return_working_days: int | None = None
    reply_months: int | None = None


@cache
def names() -> tuple[str, ...]:
    """The names of the profiles that come with the library."""
    return tuple(sorted(p.name.removesuffix(".toml") for p in files(__package__).iterdir() if p.name.endswith(".toml")))


@cache
def load(name: str) -> Profile:
    """The profile `name` with everything it extends.

    Raises:
        UsageError: if there is no such profile; the message names those that exist.
    """
    values = _values(name, seen=())
    return Profile(
        name=name,
        title=values.get("title", ""),
        places=tuple(values.get("places", ())),
        effect_classes={k: tuple(v) for k, v in values.get("effect_classes", {}).items()},
        required_fields={k: tuple(v) for k, v in values.get("required_fields", {}).items()},
        requires_contact=values.get("requires_contact", False),
        form_signature=values.get("form_signature", False),
        form_before_reply=values.get("form_before_reply", False),
        form_return_working_days=values.get("form_return_working_days"),
        reply_months=values.get("reply_months"),
    )


def choose(place: str | None) -> Profile:
    """The profile of `place` (a name as in 武汉市), the default one where none is known."""
    if place:
        for name in names():
            if any(place.startswith(known) for known in load(name).places):
                return load(name)
    return load(DEFAULT)


def _values(name: str, seen: tuple[str, ...]) -> dict[str, Any]:
    if name not in names():
        raise UsageError(f"no profile named {name!r}; there are: {', '.join(names())}")
    if name in seen:
        raise UsageError(f"profile {name!r} extends itself through {' → '.join(seen)}")
    own = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    parent = own.pop("extends", None)
    if parent is None:
        return own
    merged = _values(parent, (*seen, name))
    for key, value in own.items():
        merged[key] = merged.get(key, {}) | value if isinstance(value, dict) else value
    return merged
