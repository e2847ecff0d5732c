"""What is answered: assembly, session, number, category and topic, read from a title, an opening, a form or running text."""

from __future__ import annotations

import regex
from attrs import evolve, frozen

from govreply.grammar.matter_number import category_of, find_matter_numbers
from govreply.grammar.rows import as_text
from govreply.grammar.topic import TopicMatch, find_topics
from govreply.lexicon.assemblies import SessionMatch, find_assemblies, find_sessions
from govreply.model import Assembly, Body, Matter, MatterKind, Text, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span, hull

_ITEM = compile_pattern(r"代表建议|委员提案|建议提案|提案建议|建议案|议事原案|提案|建议|议案")
_KINDS = {
    "代表建议": MatterKind.SUGGESTION,
    "建议": MatterKind.SUGGESTION,
    "委员提案": MatterKind.PROPOSAL,
    "建议案": MatterKind.PROPOSAL,
    "提案": MatterKind.PROPOSAL,
    "议案": MatterKind.BILL,
    "议事原案": MatterKind.BILL,
}
_NOT_OF_MATTER = compile_pattern(
    r"(?:提出|改进|宝贵|意见|多提|合理化|征求|继续|良好)(?:的)?(?:意见和)?建议|建议您|建议由|意见建议|建议意见|意见和建议|所提建议|(?:该|此|本)(?:件|项)?(?:提案|建议)|建议提案办理|提案办理|提案者|提案人"
)


@frozen
class MatterReading:
    """A matter and the evidence for each of its parts, for ``govreply why``."""

    matter: Matter
    evidence: tuple[tuple[str, Text, str], ...]


def read_matters(
    text: MappedText, folded: str, where: Where, *, topics: bool = True, raised: bool = False
) -> list[MatterReading]:
    """Every matter named in a stretch of tidied text; one without session, number and topic is none.

    Several numbers (第57、58号) and topics give one matter each, in order, sharing the session.
    """
    sessions = find_sessions(folded) or find_assemblies(folded)
    named = find_topics(folded, raised=raised) if topics else []
    numbers = find_matter_numbers(folded, named)
    session = _session_of(sessions, numbers, named)
    count = max(len(numbers), len(named), 1)
    if len(numbers) > 1 and len(named) == 1:
        named = named * len(numbers)
    readings = []
    for at in range(count):
        number = numbers[at] if at < len(numbers) else None
        topic = named[at] if at < len(named) else None
        reading = _reading(text, folded, where, session, number, topic, named)
        if reading is not None:
            readings.append(reading)
    return readings


def _session_of(
    sessions: list[SessionMatch], numbers: list[tuple[int, int]], topics: list[TopicMatch]
) -> SessionMatch | None:
    """The session that belongs to the item: the last one before its number or topic, else the first that is named."""
    outside = [s for s in sessions if not any(t.start <= s.start < t.end for t in topics)]
    if not outside:
        return None
    anchor = numbers[0][0] if numbers else topics[0].outer_start if topics else None
    before = [s for s in outside if anchor is not None and s.end <= anchor + 1]
    pool = before or outside
    full = [s for s in pool if s.session is not None]
    return (full or pool)[-1] if before else (full or pool)[0]


def _reading(
    text: MappedText,
    folded: str,
    where: Where,
    session: SessionMatch | None,
    number: tuple[int, int] | None,
    topic: TopicMatch | None,
    topics: list[TopicMatch],
) -> MatterReading | None:
    if session is None and number is None and topic is None:
        return None
    evidence: list[tuple[str, Text, str]] = []
    places: list[Span] = []

    def keep(name: str, start: int, end: int, reason: str) -> Text:
        value = as_text(text, start, end)
        evidence.append((name, value, reason))
        places.append(value.span)
        return value

    matter = Matter(span=text.span(0, len(folded)), where=where)
    if session is not None:
        matter = evolve(matter, term=session.term, session=session.session)
        if session.session_range is not None:
            matter = evolve(
                matter, session_text=keep("session", *session.session_range, "term and session in one phrase")
            )
        if session.assembly is not None and session.body is not None:
            assembly = assembly_of(text, session, session.body)
            evidence.append(("assembly", assembly, "name of an assembly beside its session"))
            places.append(assembly.span)
            matter = evolve(matter, assembly=assembly)
    if number is not None:
        matter = evolve(matter, number=keep("number", *number, "between 第 and 号"))
        category = category_of(folded, number)
        if category is not None:
            matter = evolve(matter, category=keep("category", *category, "number of a category"))
    if topic is not None:
        matter = evolve(matter, title=keep("title", topic.start, topic.end, topic.evidence))
    word = _kind_word(folded, number, topics)
    if word is not None:
        matter = evolve(
            matter,
            kind=_KINDS.get(word.group()),
            kind_word=keep("kind", *word.span(), "word for the kind outside the topic"),
        )
    return MatterReading(evolve(matter, span=hull(places)), tuple(evidence))


def assembly_of(text: MappedText, session: SessionMatch, body: Body) -> Assembly:
    """The words that name the assembly, which the session may stand between: 市 … 人大 in 市十五届人大三次会议."""
    parts = [as_text(text, *piece) for piece in session.assembly_pieces]
    pieces = tuple(piece for part in parts for piece in (part.pieces or (part.span,)))
    return Assembly(
        text="".join(part.text for part in parts),
        span=hull([part.span for part in parts]),
        pieces=pieces if len(pieces) > 1 else (),
        body=body,
        level=session.level,
        place=session.place,
    )


def _kind_word(folded: str, number: tuple[int, int] | None, topics: list[TopicMatch]) -> regex.Match[str] | None:
    """The item word outside every topic, the one right behind the number or the topic first."""
    words = [m for m in _ITEM.finditer(folded) if not any(t.start <= m.start() < t.end for t in topics)]
    anchors = ([number[1]] if number else []) + [t.outer_end for t in topics]
    for anchor in anchors:
        stop = folded.find("。", anchor, anchor + 14)  # another sentence speaks of other things
        near = next((w for w in words if anchor <= w.start() <= (anchor + 14 if stop < 0 else stop)), None)
        if near is not None:
            return near
    words = [w for w in words if _NOT_OF_MATTER.search(folded[max(0, w.start() - 6) : w.end() + 2]) is None]
    if len(folded) <= 80:
        return words[0] if words else None
    return next((w for w in words if w.start() <= (anchors[0] if anchors else 40) + 20), None)


def kind_without_word(matter: Matter) -> MatterKind | None:
    """Where no word outside the topic tells the kind: the assembly does, else the topic's own last word."""
    if matter.assembly is not None:
        return MatterKind.PROPOSAL if matter.assembly.body is Body.CPPCC else MatterKind.SUGGESTION
    if matter.title is not None:
        for ending, kind in (("提案", MatterKind.PROPOSAL), ("议案", MatterKind.BILL), ("建议", MatterKind.SUGGESTION)):
            if matter.title.text.endswith(ending):
                return kind
    return None
