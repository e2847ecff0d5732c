"""The body of a sound letter: numbered units of several families, sentences among which are the look-alikes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from govreply.lexicon.numerals import write_chinese as han
from govreply.testing.letter import Part
from govreply.testing.sound.amounts import AMOUNTS
from govreply.testing.sound.fill import fill
from govreply.testing.sound.lookalikes import LOOKALIKES
from govreply.testing.sound.plain import HEADINGS, MEASURES, SENTENCES
from govreply.testing.sound.scene import Scene

Marker = Callable[[int], str]

_FROM: Final = re.compile(r"(20\d\d): ")
_LADDERS: Final[tuple[tuple[Marker, ...], ...]] = (
    (lambda n: f"{han(n)}、", lambda n: f"（{han(n)}）", lambda n: f"{n}."),
    (lambda n: f"{han(n)}、", lambda n: f"{n}.", lambda n: f"（{n}）"),
    (lambda n: f"（{han(n)}）", lambda n: f"{n}."),
    (lambda n: f"{n}.", lambda n: f"（{n}）"),
    (lambda n: f"对建议{han(n)}的答复：",),
)
_RUNS: Final[tuple[Marker, ...]] = (
    lambda n: f"{han(n)}是",
    lambda n: f"{han(n)}是",
    lambda n: f"第{han(n)}，",
    lambda n: f"其{han(n)}，",
    lambda n: "①②③④⑤"[n - 1],
    lambda n: ("首先，", "其次，", "再次，", "最后，")[n - 1],
)
_ANNOUNCED: Final = ("主要从{n}个方面着手：", "重点采取{n}项措施：", "着力抓好以下{n}个方面的工作：")
_OPEN: Final = ("主要做了以下工作：", "重点从以下方面推进：", "具体措施如下：", "")
_ROOM: Final = 8  # headings for the units below and for the ones that still follow beside and above
_LOOKALIKES_IN_A_LETTER: Final = (5, 12)
_AMOUNTS_IN_A_LETTER: Final = (1, 5)


class Speech:
    """The sentences of one letter, each said once."""

    def __init__(self, scene: Scene, rng: Random, you: str) -> None:
        self._rng = rng
        self._scene = scene
        self._you = you
        said = [s for s in LOOKALIKES if _fits(s, scene)]
        alike = rng.sample(said, rng.randint(*_LOOKALIKES_IN_A_LETTER))
        amounts = [saying(rng) for saying in rng.sample(AMOUNTS, rng.randint(*_AMOUNTS_IN_A_LETTER))]
        plain = rng.sample(SENTENCES, rng.randint(8, len(SENTENCES)))
        self._left = [self._said(s) for s in (*alike, *plain)] + amounts
        rng.shuffle(self._left)
        self.headings = rng.sample(HEADINGS, len(HEADINGS))
        self._measures = rng.sample(MEASURES, len(MEASURES))

    def paragraph(self) -> str:
        """A paragraph of one to three sentences that have not been said yet; ``""`` when all have."""
        return "".join(self._left.pop() for _ in range(min(len(self._left), self._rng.randint(1, 3))))

    def measures(self, count: int) -> list[str]:
        """`count` measures without their stops; none when fewer are left."""
        return [self._measures.pop() for _ in range(count)] if len(self._measures) >= count else []

    def _said(self, template: str) -> str:
        return fill(_FROM.sub("", template), self._scene, self._rng, self._you)


def _fits(template: str, scene: Scene) -> bool:
    since = _FROM.match(template)
    return since is None or scene.year >= int(since[1])


def draw_body(speech: Speech, rng: Random) -> tuple[Part, ...]:
    """The numbered units, or a few paragraphs without any."""
    ladder = rng.choice(_LADDERS)
    if rng.random() < 1 / 10:
        return (Part(marker="", paragraphs=tuple(_some(speech, rng.randint(2, 5)))),)
    front = (Part(marker="", paragraphs=tuple(_some(speech, 1))),) if rng.random() < 1 / 4 else ()
    count = rng.randint(2, 4)
    return (*front, *(_unit(speech, rng, ladder, n) for n in range(1, count + 1)))


def _some(speech: Speech, count: int) -> Iterator[str]:
    for _ in range(count):
        if text := speech.paragraph():
            yield text


def _unit(speech: Speech, rng: Random, ladder: tuple[Marker, ...], n: int) -> Part:
    marker = ladder[0](n)
    if marker.endswith("："):
        return Part(marker=marker, paragraphs=(speech.paragraph() or "已经落实到位。",))
    heading = speech.headings.pop()
    kind = rng.choice(("text", "text", "below", "run", "run in"))
    if kind == "below" and len(ladder) > 1 and len(speech.headings) >= _ROOM:
        lead = tuple(_some(speech, rng.randint(0, 1)))
        below = tuple(_unit(speech, rng, ladder[1:], k) for k in range(1, rng.randint(2, 3) + 1))
        return Part(marker=marker, heading=heading, paragraphs=lead, parts=below)
    text = tuple(_some(speech, rng.randint(1, 2))) or ("有关工作正在按计划推进。",)
    if kind == "run in":
        return Part(marker=marker, heading=heading, run_in=True, paragraphs=text)
    run = draw_run(speech, rng) if kind == "run" else Part()
    return run.but(marker=marker, heading=heading, paragraphs=text)


def draw_run(speech: Speech, rng: Random) -> Part:
    """A run of measures behind a lead that counts them rightly, or does not count them."""
    count = rng.randint(2, 3)
    write = rng.choice(_RUNS)
    texts = speech.measures(count)
    if not texts:
        return Part()
    inline = rng.random() < 1 / 2
    leads = _OPEN[:3] if inline else _OPEN
    lead = rng.choice(_ANNOUNCED if rng.random() < 1 / 2 else leads).format(n=han(count).replace("二", "两"))
    stop = rng.choice(("；", "。")) if inline else "。"
    return Part(
        markers=tuple(write(k) for k in range(1, count + 1)),
        measures=tuple(text + (stop if k < count else "。") for k, text in enumerate(texts, start=1)),
        lead=lead,
        inline=inline,
    )
