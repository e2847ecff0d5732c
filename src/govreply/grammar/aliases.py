"""以下简称: short forms that the letter defines, with their full forms and the places where they are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from attrs import frozen

from govreply.grammar.mentions import title_marks
from govreply.grammar.quoting import Quoted
from govreply.grammar.rows import as_text
from govreply.lexicon.fold import fold
from govreply.model import Alias, Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_DEFINITION = compile_pattern(
    r"（(?:[^（）]{0,40}[，；])?(?:以下统?简?称|下称)(?:为|作)?：?"
    r"(?P<short>[“‘\"]?《?(?P<bare>[^（）“”‘’\"《》，。；：、]{2,20})》?[”’\"]?)(?:，下同)?）"
)
_CLAUSE = compile_pattern(r"[。；，：！？（）“”]")
_LONGEST_FULL = 40
_LEAST_FREE = 4  # shorter words of everyday language (办法, 项目) prove nothing where they stand without marks
_LEAST_VARIANT = 3
_LEAST_TIMES = 2
_MOST = 40
# a proper name of its own begins before the short form: 全国碳市场
_WIDER = ("国", "际", "省", "市", "州", "湾", "方", "区", "洲", "盟")


@frozen(eq=False)
class Stretch:
    """A piece of the letter in reading order.

    Attributes:
        kind: ``title``, ``receipt``, ``body``, or ``tail`` for what stands behind the body.
    """

    text: MappedText
    folded: str
    kind: str

    @cached_property
    def quoted(self) -> Quoted:
        """The places that stand in marks."""
        return Quoted(self.folded)


def read(stretches: Sequence[Stretch]) -> tuple[Alias, ...]:
    """Every definition with the uses of its short form in `stretches`; no letter has more than a few."""
    found = (
        _alias(stretches, at, match.span("short"), match["bare"], match.start(), match.end())
        for at, stretch in enumerate(stretches)
        for match in _DEFINITION.finditer(stretch.folded)
    )
    return tuple(islice(found, _MOST))


def _alias(stretches: Sequence[Stretch], at: int, short: tuple[int, int], bare: str, opens: int, closes: int) -> Alias:
    stretch = stretches[at]
    shown = as_text(stretch.text, *short)
    titled = "《" in shown.text
    full = _full(stretch, bare, opens)
    full_text = fold(full.text) if full is not None else None
    earlier = [(s, 0, len(s.folded)) for s in stretches[:at] if s.kind == "body"]
    if stretch.kind == "body":
        earlier.append((stretch, 0, opens))
    later = [(stretch, closes, len(stretch.folded)), *((s, 0, len(s.folded)) for s in stretches[at + 1 :])]
    wanted = f"《{bare}》" if titled else bare
    free = titled or len(bare) >= _LEAST_FREE
    return Alias(
        text=shown.text,
        span=shown.span,
        pieces=shown.pieces,
        short=bare,
        full=full,
        titled=titled,
        in_title=stretch.kind in ("title", "receipt"),
        before=tuple(_uses(earlier, wanted, full_text, outside_marks=not titled)) if free else (),
        after=tuple(_uses(later, bare, full_text)),
        variants=tuple(_variants(later, bare, full_text)) if not titled else (),
    )


def _full(stretch: Stretch, bare: str, opens: int) -> Text | None:
    """The title that ends where the bracket opens, else the shortest stretch that spells the short form out."""
    folded = stretch.folded
    if folded[opens - 1 : opens] == "》":
        mark = next((m for m in title_marks(folded) if m[1] == opens), None)
        return as_text(stretch.text, *mark) if mark is not None else None
    floor = max(0, opens - _LONGEST_FULL)
    end = opens - 1 if folded[opens - 1 : opens] == "”" else opens
    start = max((m.end() for m in _CLAUSE.finditer(folded, floor, end)), default=floor)
    at = end
    for sign in reversed(bare):
        at = folded.rfind(sign, start, at)
        if at < 0:
            return None
    return as_text(stretch.text, at, end)


def _uses(
    ranges: list[tuple[Stretch, int, int]], wanted: str, full: str | None, *, outside_marks: bool = False
) -> Iterator[Text]:
    for stretch, start, end in ranges:
        for at in _places(stretch.folded, wanted, start, end):
            inside_full = full is not None and full != wanted and _inside(stretch.folded, full, at, at + len(wanted))
            if not inside_full and not (outside_marks and at in stretch.quoted):
                yield as_text(stretch.text, at, at + len(wanted))


def _variants(ranges: list[tuple[Stretch, int, int]], bare: str, full: str | None) -> Iterator[Text]:
    """Other shortenings: the short form with a part of its middle left out."""
    if full is None or full == bare or full.startswith("《") or len(bare) < _LEAST_FREE:
        return
    for variant in _shortened(bare):
        found = [
            (stretch, at)
            for stretch, start, end in ranges
            for at in _places(stretch.folded, variant, start, end)
            if at not in stretch.quoted
            and not stretch.folded.endswith(_WIDER, max(0, at - 1), at)
            and not _inside(stretch.folded, full, at, at + len(variant))
        ]
        if len(found) >= _LEAST_TIMES:
            yield from (as_text(stretch.text, at, at + len(variant)) for stretch, at in found)
            return


def _shortened(bare: str) -> list[str]:
    """The longest first: 碳交易市场 gives 碳易市场, 碳市场."""
    size = len(bare)
    found = {
        bare[:head] + bare[size - tail :]
        for head in range(1, size - 2)
        for tail in range(2, size - head)
        if head + tail >= _LEAST_VARIANT
    }
    return sorted(found, key=lambda name: (-len(name), name))


def _places(folded: str, wanted: str, start: int, end: int) -> Iterator[int]:
    at = folded.find(wanted, start, end)
    while at >= 0:
        yield at
        at = folded.find(wanted, at + len(wanted), end)


def _inside(folded: str, full: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is a part of a full form."""
    first = max(0, end - len(full))
    return folded.find(full, first, start + len(full)) >= 0
