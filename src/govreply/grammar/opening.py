"""收悉句: the sentence that acknowledges the matter, and the organs it was handled with."""

from __future__ import annotations

from govreply.grammar.draft import Draft
from govreply.grammar.matter import read_matters
from govreply.grammar.organs import as_mention
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import Row
from govreply.lexicon.agencies import split_agency_list
from govreply.model import Where
from govreply.patterns import compile_pattern

_RECEIPT = compile_pattern(
    r"收悉|(?:提案|建议|议案|来函|意见)[^。]{0,10}悉[，。]|(?:提出|提交|转来|交办)[^。]{2,160}(?:建议|提案|议案)[^。]{0,80}(?:答复|回复|办理|研究|转交|交由|收到)|(?:函|现|一并|就有关事项|情况|联合)(?:答复|回复|函告|函复|复函)(?:您|你们?|贵.)?如下|(?:协办|会办|办理答复|答复)意见(?:如下|：|送上)"
)
_ADDRESSES = compile_pattern(r"您|你|贵|提出|提交|主办|关于|《|“|建议|提案|议案")
_RAISED = compile_pattern(r"提出|提交|主办的|交办|转来|您的|你们?的|的(?:建议|提案|议案)|《关于|“关于|收悉")
_SENTENCE_END = compile_pattern(r"[。！：]")
_JOINT = compile_pattern(
    r"(?:(?<![\p{Han}])|我[局委厅办部院会中心市]{1,2}|经|并|由我[局委厅办部]|，|现)(?P<verb>会同|商请|经商|并商|商|会商|经与|会办|与)(?P<organs>[\p{Han}（）、，]{2,160}?)"
    r"(?=(?:进行了?|认真|共同|联合|一起|一并|充分|逐[条项一]|分别)?(?:进行了?|作了|做了|认真|仔细|深入|共同|联合|反复)?(?:研究|办理|会商|协商|沟通|商议|讨论|答复|商量|调研|实地|分析|会办|商榷|落实)|，?现|，?就|，对|。|；)"
)
_LOOK_AHEAD = 200
_HANDLED = compile_pattern(r"研究|办理|会商|协商|答复|商议|会办|沟通")


def find_receipt(rows: list[Row]) -> int | None:
    """Index of the row that acknowledges the matter."""
    for at, row in enumerate(rows):
        match = _RECEIPT.search(row.folded)
        if match is not None and _ADDRESSES.search(row.folded[: match.end()]):
            return at
    return None


def read_opening(draft: Draft, paragraph: Paragraph) -> list[Paragraph]:
    """Read the acknowledging sentence of the opening paragraph; return what stands before and behind it."""
    folded = paragraph.folded
    match = _RECEIPT.search(folded)
    if match is None:
        return [paragraph]
    start, end = _sentence(folded, match.start(), match.end())
    if start and _RAISED.search(folded, start, end) is None:
        start = _start_of_raised(folded, start)
    draft.receipt = paragraph.cut(start, end)
    draft.why.accept("receipt", draft.receipt.text, draft.receipt.span, f"sentence with {match.group()[-6:]}")
    stretch = paragraph.tidy.cut(start, end)
    draft.receipt_text = stretch
    for reading in read_matters(stretch, folded[start:end], Where.RECEIPT):
        draft.mentions.append(reading.matter)
        for name, value, why in reading.evidence:
            draft.why.accept(f"matter.{name}", value.text, value.span, f"receipt sentence: {why}")
    around = (paragraph.tidy.cut(0, start), paragraph.tidy.cut(end, len(folded)))
    return [Paragraph(text, paragraph.rows) for text in around if text.text]


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
    begin = 0
    for match in _SENTENCE_END.finditer(folded, 0, start):
        if _balanced(folded[begin : match.end()]) and match.group() != "：":
            begin = match.end()
    stops = [m.end() for m in _SENTENCE_END.finditer(folded, end, min(len(folded), end + _LOOK_AHEAD))]
    # a quote that is never closed must not swallow the letter
    return begin, next((s for s in stops if _balanced(folded[begin:s])), stops[0] if stops else len(folded))


def _balanced(text: str) -> bool:
    return text.count("《") <= text.count("》") and text.count("“") <= text.count("”")


def read_joint_agencies(draft: Draft, paragraphs: list[Paragraph]) -> None:
    """Organs that took part in the answer; only the opening tells them, 会同 in a measure is none."""
    for paragraph in paragraphs:
        for match in _JOINT.finditer(paragraph.folded):
            if not _speaks_of_handling(paragraph.folded, match.start(), match.end("organs")):
                continue
            for start, end in split_agency_list(match["organs"]):
                at = match.start("organs")
                name = paragraph.tidy.cut(at + start, at + end)
                if not name.text or name.text in [j.text for j in draft.joint_agencies]:
                    continue
                mention = as_mention(draft, name)
                draft.joint_agencies.append(mention)
                draft.why.accept("joint_agencies", mention.text, mention.span, f"behind {match['verb']} in the opening")


def _speaks_of_handling(folded: str, start: int, end: int) -> bool:
    """经商 speaks of it by itself; 会同 and 与 need 研究, 办理 or the like right behind the organs."""
    verb = folded[start : start + 6]
    if "商" in verb:
        return True
    return _HANDLED.search(folded, end, min(len(folded), end + 14)) is not None
