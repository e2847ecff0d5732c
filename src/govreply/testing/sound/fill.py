"""Sentences with gaps: years around the letter's, names of the place, numbers drawn anew for each letter.

``{y}``, ``{y-1}`` years; ``{we}``, ``{area}``, ``{local}``, ``{place}``, ``{you}`` words of the letter; ``{organ:财政}`` a
department there; ``{previous}`` the assembly's session before; ``{10-99}`` a number between the two; ``{a=10-99}`` the same, said
again by ``{a}``; ``{一个|两个}`` one of several words.
"""

from __future__ import annotations

import re
from random import Random
from typing import Final

from govreply.testing.sound.scene import Scene

_GAP: Final = re.compile(r"\{([^{}]{1,200})\}")
_YEAR: Final = re.compile(r"y([+-]\d{1,2})?$")
_NUMBER: Final = re.compile(r"(?:([a-z])=)?(\d{1,9})-(\d{1,9})$")


def fill(template: str, scene: Scene, rng: Random, you: str = "您") -> str:
    """`template` with its gaps filled."""
    drawn: dict[str, str] = {}

    def gap(found: re.Match[str]) -> str:
        return _value(found[1], scene, rng, drawn, you)

    return _GAP.sub(gap, template)


def _value(key: str, scene: Scene, rng: Random, drawn: dict[str, str], you: str) -> str:
    words = {
        "we": scene.we,
        "you": you,
        "area": scene.area,
        "local": scene.local,
        "place": "全国" if scene.office.national else scene.office.named_area,
        "month": f"{rng.randint(1, scene.day.month - 1)}月",
        "word": scene.word,
        "previous": scene.previous_session,
    }
    if key in words:
        return words[key]
    if key in drawn:
        return drawn[key]
    if year := _YEAR.match(key):
        return str(scene.year + int(year[1] or 0))
    if number := _NUMBER.match(key):
        value = str(rng.randint(int(number[2]), int(number[3])))
        if number[1]:
            drawn[number[1]] = value
        return value
    if key.startswith("organ:"):
        return scene.organ(key.removeprefix("organ:"))
    if "|" in key:
        return rng.choice(key.split("|"))
    raise ValueError(f"no gap is called {key!r}")
