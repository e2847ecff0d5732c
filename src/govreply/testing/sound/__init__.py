"""Letters without a contradiction that carry what looks like one: other years' papers, rounded sums, hotlines, quotations.

``sound_letter(Random(7))`` is the same letter in every run. A rule that speaks above ``info`` on one of them is wrong, or the
letter is; ``benchmarks/faults.py`` counts how often that happens, and plants contradictions into them.
"""

from __future__ import annotations

from random import Random
from typing import Any

from attrs import frozen

from govreply.testing.layout import Format
from govreply.testing.letter import Letter
from govreply.testing.sound.body import Speech, draw_body
from govreply.testing.sound.form import draw_form
from govreply.testing.sound.head import draw_head, draw_proposer
from govreply.testing.sound.scene import Scene, draw_scene
from govreply.testing.sound.tail import draw_end, draw_page
from govreply.testing.surface import Cut, Surface

__all__ = ["Scene", "Sound", "sound_letter"]


@frozen
class Sound:
    """A sound letter, the facts that its parts share, and the format that it is to be written in."""

    letter: Letter
    scene: Scene
    format: Format

    def render(self) -> str:
        """The letter as a file."""
        return self.letter.render(self.format)


def sound_letter(rng: Random) -> Sound:
    """A letter drawn by `rng`, whose state alone decides what it says and how it looks."""
    scene = draw_scene(rng)
    proposer = draw_proposer(scene, rng)
    head, head_look = draw_head(scene, proposer, rng)
    end, end_look = draw_end(scene, head["disposition"], proposer.you, rng)
    look = Surface(**head_look, **end_look, **_finish(rng))
    speech = Speech(scene, rng, proposer.you)
    letter = Letter(**head, **end, sections=draw_body(speech, rng), surface=look)
    letter, web = draw_page(scene, letter, rng)
    if rng.random() < 2 / 5:
        letter = letter.but(form=draw_form(scene, letter, proposer, rng))
    return Sound(letter, scene, Format.HTML if web else rng.choice((Format.MARKDOWN, Format.TEXT)))


def _finish(rng: Random) -> dict[str, Any]:
    cut = Cut(paragraph=rng.randint(0, 9), at=rng.randint(200, 900), page_line=rng.choice(("", "— 3 —")))
    return {
        "half_width": rng.random() < 1 / 30,
        "spaced_figures": rng.random() < 1 / 10,
        "cuts": (cut,) if rng.random() < 1 / 10 else (),
    }
