"""A matter as the page around the letter names it: 提案编号：20230084, 届次, 案由, on one line, in columns or a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from govreply.grammar.draft import Draft
from govreply.grammar.matter import assembly_of
from govreply.grammar.rows import Row, as_text, tidy
from govreply.lexicon.assemblies import find_sessions
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import alternatives
from govreply.lexicon.tables import read_table
from govreply.model import Matter, MatterKind, Text, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, hull


@cache
def matter_labels() -> dict[str, str]:
    """Labels of a matter's number, topic and session, with which of the three each names."""
    return {row["label"]: row["name"] for row in read_table("marks") if row["set"] == "matter"}


_ANY = f"(?:{alternatives(list(matter_labels()), 3)})"
_LABEL = compile_pattern(rf"(?<![\p{{Han}}\w])[〔]?(?P<label>{_ANY})[〕]? {{0,3}}：")
_ALONE = compile_pattern(rf" {{0,20}}(?P<label>{_ANY}) {{0,3}}：? {{0,20}}")
_NUMBER = compile_pattern(r"(?:第|NO\.?|No\.?)? {0,3}(?P<number>[A-Z]{0,4}-?[0-9]{1,12}) {0,3}号?")
_VALUE_END = compile_pattern(r" {2,}+| ?[|] ?| (?=[\p{Han}]{2,6}：)")
_VAGUE = {"编号", "标题", "题目", "会议", "名称"}


@frozen(eq=False)
class _Named:
    """A labelled part of the matter."""

    part: str
    label: str
    value: MappedText
    rows: tuple[Row, ...]


def read_page_matter(draft: Draft) -> Matter | None:
    """The matter that labelled lines before the letter name; ``None`` if they name none.

    Words that label other things too (编号, 标题) count only beside one that does not.
    """
    named = [*_named(_rows_before_letter(draft)), *(_part(label, value, ()) for label, value in draft.portal)]
    if not any(n.label not in _VAGUE and n.part != "session" for n in named) and len({n.part for n in named}) < 3:
        return None
    matter = Matter(span=named[0].value.whole, where=Where.METADATA)
    places = []
    for each in named:
        filled = _filled(matter, each)
        if filled is None:
            draft.why.reject(f"matter.{each.part}", each.value.text, each.value.whole, "cannot be read under its label")
            continue
        matter = filled
        places.append(each.value.whole)
        draft.why.accept(f"matter.{each.part}", each.value.text, each.value.whole, f"behind the label {each.label}")
        unclaimed = {id(p) for p in draft.pieces}
        draft.claim_all([row for row in each.rows if id(row) in unclaimed], "metadata")
    return evolve(matter, span=hull(places)) if places else None


def _rows_before_letter(draft: Draft) -> list[Row]:
    starts = [a.span.start for a in draft.addressees] + (
        [draft.receipt.span.start] if draft.receipt is not None else []
    )
    pieces = [*draft.pieces, *(piece for piece, what in draft.claimed if what in ("metadata", "letterhead"))]
    limit = min(starts, default=0)
    return sorted((p for p in pieces if isinstance(p, Row) and p.span.start < limit), key=_start)


def _start(row: Row) -> int:
    return row.span.start


def _named(rows: Sequence[Row]) -> Iterator[_Named]:
    for at, row in enumerate(rows):
        folded = row.raw_folded
        alone = _ALONE.fullmatch(folded)
        if alone is not None:
            if at + 1 < len(rows) and _ALONE.fullmatch(rows[at + 1].raw_folded) is None:
                yield _part(alone["label"], rows[at + 1].raw, (row, rows[at + 1]))
            continue
        found = list(_LABEL.finditer(folded))
        for order, match in enumerate(found):
            stop = found[order + 1].start() if order + 1 < len(found) else len(folded)
            start = match.end()
            while start < stop and folded[start] == " ":
                start += 1
            cut = _VALUE_END.search(folded, start, stop)
            value = row.raw.cut(start, cut.start() if cut else stop)
            if value.text.strip():
                yield _part(match["label"], value, (row,) if match.start() == 0 else ())


def _part(label: str, value: MappedText, rows: tuple[Row, ...]) -> _Named:
    label = label.replace(" ", "")
    return _Named(matter_labels()[label], label, tidy(value), rows)


def _filled(matter: Matter, named: _Named) -> Matter | None:
    """`matter` with one part more; ``None`` where the value has not the part's shape."""
    folded = fold(named.value.text)
    kind = MatterKind.PROPOSAL if "提案" in named.label else MatterKind.SUGGESTION if "建议" in named.label else None
    if kind is not None and matter.kind is None:
        matter = evolve(matter, kind=kind)
    if named.part == "number":
        match = _NUMBER.fullmatch(folded)
        return None if match is None else evolve(matter, number=as_text(named.value, *match.span("number")))
    if named.part == "title":
        return evolve(matter, title=_without_brackets(named.value, folded)) if len(folded) >= 4 else None
    session = next(iter(find_sessions(folded)), None)
    if session is None:
        return None
    matter = evolve(matter, term=session.term, session=session.session)
    if session.body is None or not session.assembly_pieces:
        return matter
    return evolve(matter, assembly=assembly_of(named.value, session, session.body))


def _without_brackets(value: MappedText, folded: str) -> Text:
    if folded[0] + folded[-1] in ("《》", "“”"):
        return as_text(value, 1, len(folded) - 1)
    return as_text(value)
