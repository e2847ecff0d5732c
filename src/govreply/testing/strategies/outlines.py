"""The body: numeral families nested up to five levels, headings of every kind, items in lines of their own or running on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st

from govreply.lexicon.numerals import write_chinese as han
from govreply.testing.letter import Part
from govreply.testing.strategies.pools import HEADINGS, ITEMS, LEADS, SENTENCES

pick = st.sampled_from

Marker = Callable[[int], str]

_CHINESE: Final[tuple[Marker, ...]] = (lambda n: f"{han(n)}、",)
_ROUND_CHINESE: Final[tuple[Marker, ...]] = (
    lambda n: f"（{han(n)}）",
    lambda n: f"({han(n)})",
    lambda n: f"（{han(n)}）、",
)
_ARABIC: Final[tuple[Marker, ...]] = (lambda n: f"{n}.", lambda n: f"{n}、", lambda n: f"{n}．")
_ROUND_ARABIC: Final[tuple[Marker, ...]] = (lambda n: f"（{n}）", lambda n: f"({n})", lambda n: f"{n}）")
_SUGGESTION: Final[tuple[Marker, ...]] = (
    lambda n: f"对建议{han(n)}的答复：",
    lambda n: f"关于建议{han(n)}的答复：",
)
_CIRCLES = "①②③④⑤⑥⑦⑧⑨"

# running-text families: the marker with the sign behind it
RUNNING: Final[tuple[Marker, ...]] = (
    lambda n: f"{han(n)}是",
    lambda n: f"第{han(n)}，",
    lambda n: f"其{han(n)}，",
    lambda n: _CIRCLES[n - 1],
    lambda n: ("首先，", "其次，", "再次，", "最后，")[n - 1],
)

# from the outermost level inwards; the last of five is a running-text family below the deepest unit
LADDERS: Final = (
    (_CHINESE, _ROUND_CHINESE, _ARABIC, _ROUND_ARABIC),
    (_CHINESE, _ROUND_CHINESE, _ARABIC),
    (_CHINESE, _ARABIC, _ROUND_ARABIC),
    (_ROUND_CHINESE, _ARABIC),
    (_ARABIC, _ROUND_ARABIC),
    (_SUGGESTION, _ARABIC),
    (_CHINESE, _ROUND_ARABIC),
)


@st.composite
def runs(draw: st.DrawFn) -> Part:
    """A paragraph or lines with 一是 …, without a heading; the units around it take over its fields."""
    family = draw(st.integers(0, len(RUNNING) - 1))
    count = draw(st.integers(2, 4 if family < 4 else 3))
    texts = draw(st.lists(pick(ITEMS), min_size=count, max_size=count, unique=True))
    stops = [draw(pick(("；", "。")))] * (count - 1) + ["。"]
    markers = tuple(RUNNING[family](n) for n in range(1, count + 1))
    inline = draw(st.booleans())
    lead = draw(pick(LEADS)) if inline else draw(pick(("", *LEADS)))
    measures = tuple(text + stop for text, stop in zip(texts, stops, strict=True))
    return Part(marker="", markers=markers, measures=measures, lead=lead, inline=inline)


@st.composite
def units(draw: st.DrawFn, ladder: tuple[tuple[Marker, ...], ...], deep: bool) -> tuple[Part, ...]:
    """The units of one level with what stands below them."""
    write = draw(pick(ladder[0]))
    count = draw(st.integers(2, 4 if not deep else 2))
    headings = draw(st.lists(pick(HEADINGS), min_size=count, max_size=count, unique=True))
    return tuple(draw(_unit(write(n), heading, ladder, deep)) for n, heading in enumerate(headings, start=1))


@st.composite
def _unit(draw: st.DrawFn, marker: str, heading: str, ladder: tuple[tuple[Marker, ...], ...], deep: bool) -> Part:
    suggestion = marker.endswith("：")
    below = draw(units(ladder[1:], True)) if len(ladder) > 1 and (deep or draw(st.integers(0, 2)) == 0) else ()
    text = draw(st.lists(pick(SENTENCES), min_size=0 if below else 1, max_size=2, unique=True))
    kinds = ["own", "own", "run-in", "none"]
    if below:
        kinds.remove("none")
    kind = "none" if suggestion else draw(pick(kinds))
    if kind == "run-in" and not text:
        text = [draw(pick(SENTENCES))]
    if kind == "none":
        # without a heading of its own the unit is one paragraph
        if suggestion and below:
            return Part(marker=marker, paragraphs=tuple(text[:1]) or (SENTENCES[0],), parts=below)
        return Part(marker=marker, paragraphs=(draw(pick(SENTENCES)),))
    run = draw(runs()) if not below and draw(st.integers(0, 2)) == 0 else Part()
    stop = "。" if kind == "run-in" else draw(pick(("", "", "", "。", "：")))
    return Part(
        marker=marker,
        heading=heading,
        heading_stop=stop,
        run_in=kind == "run-in",
        paragraphs=tuple(text),
        parts=below,
        measures=run.measures,
        markers=run.markers,
        lead=run.lead,
        inline=run.inline,
    )


@st.composite
def item_lists(draw: st.DrawFn) -> tuple[Part, ...]:
    """Items that all close with ；, even the last one."""
    write = draw(pick((*_ARABIC, *_ROUND_ARABIC)))
    texts = draw(st.lists(pick(ITEMS), min_size=2, max_size=5, unique=True))
    return tuple(Part(marker=write(n), paragraphs=(f"{text}；",)) for n, text in enumerate(texts, start=1))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Part, ...]:
    """The numbered units of a letter, with loose text or loose measures in front of them."""
    front: tuple[Part, ...] = ()
    if draw(st.integers(0, 2)) == 0:
        front = (Part(marker="", paragraphs=(draw(pick(SENTENCES)),)),)
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return (*front, draw(runs()))
    if kind == 1:
        return (*front, *draw(item_lists()))
    if kind == 2:
        return (
            Part(marker="", paragraphs=tuple(draw(st.lists(pick(SENTENCES), min_size=1, max_size=3, unique=True)))),
        )
    return (*front, *draw(units(draw(pick(LADDERS)), deep=kind > 7)))


@st.composite
def run_in_bodies(draw: st.DrawFn) -> tuple[Part, ...]:
    """Units whose headings end in a full stop with their text behind it, with running items here and there."""
    headings = draw(st.lists(pick(HEADINGS), min_size=2, max_size=4, unique=True))
    parts = []
    for at, heading in enumerate(headings, start=1):
        run = draw(runs()).but(inline=True) if draw(st.integers(0, 2)) == 0 else Part()
        text = draw(pick(SENTENCES))
        parts.append(
            run.but(marker=f"{han(at)}、", heading=heading, run_in=True, heading_stop="。", paragraphs=(text,))
        )
    return tuple(parts)
