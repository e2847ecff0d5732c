"""收悉句: the sentence that acknowledges the matter."""

from __future__ import annotations

from attrs import evolve

from govreply.grammar.draft import Draft
from govreply.grammar.matter import MatterReading, read_matters
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import Row
from govreply.lexicon.ordinals import match_marker
from govreply.model import Where
from govreply.patterns import compile_pattern
from govreply.span import join

_RECEIPT = compile_pattern(
    r"收悉|(?:提案|建议|议案|来函|意见)[^。]{0,10}悉(?=[，。])"
    r"|(?:[您你贵们会委局府院部团室协党])(?:所)?提的?(?=[《“关])[^。]{2,160}(?:建议|提案|议案)[^。]{0,80}(?:答复|回复|办理|研究|转交|交由|收到|我[\p{Han}]{1,4}(?:主办|承办))"
    r"|[您你贵][们会委党]?在[^。《“]{4,40}上?所?提出?的(?:建议|提案|议案)[^。]{0,60}(?:如下|答复|回复|办理|研究)"
    # raised … and answered, handed over or handled, without 收悉
    r"|(?:提出|提交|转来|交办)[^。]{2,160}(?:建议|提案|议案)[^。]{0,80}(?:答复|回复|办理|研究|转交|交由|收到|我[\p{Han}]{1,4}(?:主办|承办|协办|会办|分办))"
    r"|(?:函|现|一并|就有关事项|情况|联合)(?:答复|回复|函告|函复|复函)(?:您|你们?|贵.)?如下"
    r"|(?:协办|会办|分办|办理答复|答复|办理)意见(?:函告|答复|反馈|回复)?(?:如下|：|送上)"
)
_ADDRESSES = compile_pattern(r"您|你|贵|提出|提交|主办|关于|《|“|建议|提案|议案")
_RAISED = compile_pattern(r"提出|提交|主办的|交办|转来|您的|你们?的|的(?:建议|提案|议案)|《关于|“关于|收悉")
_RAISED_BY = compile_pattern(
    r"(?:委员|代表|[您你贵]|民主党派|党派|工商联|[\p{Han}]会)[\p{Han}]{0,6}提(?:出|交)的?[“《]"
)
_SENTENCE_END = compile_pattern(r"[。！：]")
_BEGINS = compile_pattern(r"^(?:[您你贵]|收到[您你贵]|在.{4,30}(?:会议|期间|两会)上?，?[您你贵])")
_ENDS_LINE = "。！？：；"
_FORMULA = compile_pattern(r"(?:[^。：]{0,80}。)?[^。：]{0,80}如下(?:[：。]|$)")
_MOST_LINES = 5
_LONGEST_OPENING = 800
_LOOK_AHEAD = 200


def find_receipt(rows: list[Row]) -> int | None:
    """Index of the row that acknowledges the matter."""
    for at, row in enumerate(rows):
        match = _RECEIPT.search(row.folded)
        before = _begun_above(rows, at)
        if match is not None and _ADDRESSES.search(
            "".join(r.folded for r in rows[before:at]) + row.folded[: match.end()]
        ):
            return before
    return None


def _begun_above(rows: list[Row], at: int) -> int:
    """Index of the row that the sentence begins in, where lines are wrapped by hand."""
    for back in range(at - 1, max(-1, at - 4), -1):
        above = rows[back].folded
        if len(above) < 10 or above[-1] in _ENDS_LINE:
            return at
        if _BEGINS.match(above):
            return back
    return at


def join_opening(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """`paragraphs` with the first ones joined where lines wrapped by hand cut the acknowledging sentence."""
    count = 0
    while count < min(_MOST_LINES, len(paragraphs)):
        count += 1
        shown = "".join(p.folded for p in paragraphs[:count])
        if _RECEIPT.search(shown) is not None and (shown[-1] in _ENDS_LINE or not _goes_on(shown, paragraphs, count)):
            break
    else:
        return paragraphs
    if count == 1:
        return paragraphs
    text = join([p.tidy for p in paragraphs[:count]])
    return [Paragraph(text, tuple(r for p in paragraphs[:count] for r in p.rows)), *paragraphs[count:]]


def _goes_on(shown: str, paragraphs: list[Paragraph], count: int) -> bool:
    """Whether the next line continues the sentence: it opens no unit and leads to the answer."""
    if count >= len(paragraphs) or "如下" in shown:
        return False
    return match_marker(paragraphs[count].folded, 0) is None and "如下" in paragraphs[count].folded[:80]


def read_opening(draft: Draft, paragraph: Paragraph) -> list[Paragraph]:
    """Read the acknowledging sentence of the opening paragraph; return what stands before and behind it.

    A sentence that follows and only leads to the answer (现答复如下：) is taken with it, as it is no part of the body.
    """
    folded = paragraph.folded
    match = _RECEIPT.search(folded)
    if match is None:
        return [paragraph]
    start, end = _sentence(folded, match.start(), match.end())
    if start and _RAISED.search(folded, start, end) is None:
        start = _start_of_raised(folded, start)
    formula = _FORMULA.match(folded, end) if "如下" not in folded[start:end] else None
    end = formula.end() if formula is not None else end
    draft.receipt = paragraph.cut(start, end)
    draft.why.accept("receipt", draft.receipt.text, draft.receipt.span, f"sentence with {match.group()[-6:]}")
    stretch = paragraph.tidy.cut(start, end)
    draft.receipt_text = stretch
    readings = read_matters(stretch, folded[start:end], Where.RECEIPT, raised=True)
    if not any(reading.matter.title for reading in readings):
        readings = _with_topics(readings, _raised_behind(paragraph, end))
    for reading in readings:
        draft.mentions.append(reading.matter)
        for name, value, why in reading.evidence:
            draft.why.accept(f"matter.{name}", value.text, value.span, f"receipt sentence: {why}")
    around = (paragraph.tidy.cut(0, start), paragraph.tidy.cut(end, len(folded)))
    return [Paragraph(text, paragraph.rows) for text in around if text.text]


def _with_topics(readings: list[MatterReading], behind: list[MatterReading]) -> list[MatterReading]:
    """The matters with the topics that the next sentence gives them, one each in order."""
    if len(readings) != len(behind):
        return readings or behind
    return [
        MatterReading(evolve(one.matter, title=other.matter.title), (*one.evidence, *other.evidence))
        for one, other in zip(readings, behind, strict=True)
    ]


def _raised_behind(paragraph: Paragraph, start: int) -> list[MatterReading]:
    """Where a letter was acknowledged that hands the matter on, the sentence behind it may name the topic."""
    stop = _SENTENCE_END.search(paragraph.folded, start, min(len(paragraph.folded), start + _LOOK_AHEAD))
    end = stop.end() if stop is not None else start
    if _RAISED_BY.search(paragraph.folded, start, end) is None:
        return []
    text = paragraph.tidy.cut(start, end)
    readings = read_matters(text, paragraph.folded[start:end], Where.RECEIPT, raised=True)
    return [reading for reading in readings if reading.matter.title is not None]


def _start_of_raised(folded: str, before: int) -> int:
    """Where 答复如下 has a sentence of its own, the one in front of it names the matter."""
    starts = [0] + [m.end() for m in _SENTENCE_END.finditer(folded, 0, before) if m.group() != "："]
    for at, start in reversed(list(enumerate(starts))):
        stop = starts[at + 1] if at + 1 < len(starts) else before
        if _RAISED.search(folded, start, stop):
            return start
    return before


def _sentence(folded: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around the acknowledging word, brackets and quotes never cut."""
    begin = max(0, start - _LONGEST_OPENING)
    for match in _SENTENCE_END.finditer(folded, begin, start):
        if _balanced(folded[begin : match.end()]) and match.group() != "：":
            begin = match.end()
    stops = [m.end() for m in _SENTENCE_END.finditer(folded, end, min(len(folded), end + _LOOK_AHEAD))]
    # a quote that is never closed must not swallow the letter
    return begin, next(
        (s for s in stops if _balanced(folded[begin:s])), stops[0] if stops else min(len(folded), end + _LOOK_AHEAD)
    )


def _balanced(text: str) -> bool:
    return text.count("《") <= text.count("》") and text.count("“") <= text.count("”")
