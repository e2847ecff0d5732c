"""收悉句: the sentence that acknowledges the matter, and the organs it was handled with."""

from __future__ import annotations

import regex

from govreply.grammar.draft import Draft
from govreply.grammar.matter import read_matters
from govreply.grammar.organs import as_mention, is_organ
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import Row
from govreply.lexicon.agencies import find_agencies, split_agency_list
from govreply.lexicon.fold import fold
from govreply.lexicon.ordinals import match_marker
from govreply.model import Where
from govreply.patterns import compile_pattern
from govreply.span import join

_RECEIPT = compile_pattern(
    r"收悉|(?:提案|建议|议案|来函|意见)[^。]{0,10}悉(?=[，。])"
    # raised … and answered, handed over or handled, without 收悉
    r"|(?:提出|提交|转来|交办)[^。]{2,160}(?:建议|提案|议案)[^。]{0,80}(?:答复|回复|办理|研究|转交|交由|收到|我[\p{Han}]{1,4}(?:主办|承办))"
    r"|(?:函|现|一并|就有关事项|情况|联合)(?:答复|回复|函告|函复|复函)(?:您|你们?|贵.)?如下"
    r"|(?:协办|会办|分办|办理答复|答复|办理)意见(?:函告|答复|反馈|回复)?(?:如下|：|送上)"
)
_ADDRESSES = compile_pattern(r"您|你|贵|提出|提交|主办|关于|《|“|建议|提案|议案")
_RAISED = compile_pattern(r"提出|提交|主办的|交办|转来|您的|你们?的|的(?:建议|提案|议案)|《关于|“关于|收悉")
_SENTENCE_END = compile_pattern(r"[。！：]")
_BEGINS = compile_pattern(r"^(?:[您你贵]|收到[您你贵]|在.{4,30}(?:会议|期间|两会)上?，?[您你贵])")
_ENDS_LINE = "。！？：；"
_FORMULA = compile_pattern(r"(?:[^。：]{0,80}。)?[^。：]{0,80}如下(?:[：。]|$)")
_MOST_LINES = 5
_LONGEST_OPENING = 800
_LOOK_AHEAD = 200
_MANNER = (
    r"(?:进行了?|作了|做了|开展了?|认真|仔细|深入|共同|联合|反复|一起|一并|充分|逐[条项一]|分别|专题|专门|多次|现场|积极"
    r"|及时|会同|就此){0,4}"
)
_WORK = r"(?:研究|办理|会商|协商|沟通|商议|讨论|答复|商量|调研|实地|分析|会办|商榷|落实|论证|座谈|对接|踏勘|会签|审核)"
_ORGANS = r"(?P<organs>[\p{Han}（）、，0-9]{2,160}?)"
_ASKING = compile_pattern(
    r"(?:(?<![\p{Han}])|(?:我|本|由我)[局委厅办部院会中心市县区旗州镇乡处队站行校社司们公]{1,2}|经|并|，|现|及时|已|积极|牵头"
    r"|主动|后)"
    rf"(?P<verb>会同|商请|经商|并商|商|会商|经与|会办|联合|协同|与){_ORGANS}(?=等?{_MANNER}{_WORK}|，?现|，?就|，对|。|；|，?并(?:征求|听取|商|会同|结合))"
)
_HANDING = compile_pattern(
    rf"(?:主办|牵头(?:办理|负责)?|承办)[，、；](?P<verb>)(?:并?由)?{_ORGANS}(?=(?:等)?(?:分别|共同|负责|配合)?(?:会办|协办|分办|配合办理|参与办理|配合))"
)
_OPINIONS = compile_pattern(
    rf"(?P<verb>征求了?|听取了?|结合|综合|汇总|吸收){_ORGANS}(?=的?(?:会办|协办|办理|反馈|书面|有关|相关)?意见)"
)
_HANDLED = compile_pattern(r"研究|办理|会商|协商|答复|商议|会办|沟通|论证|座谈|踏勘|会签|对接")
_ETC = compile_pattern(
    r"等(?:[0-9一二三四五六七八九十多几两]{0,3})(?:家|个|有关|相关|[省市县区州旗]直|直属|职能|协办|会办|分办|主办|参与|配合|责任|牵头){0,4}"
    r"(?:部门|单位|机关|委办局|局委办|成员单位|委局)?(?:的)?$"
)
_INSTITUTION = compile_pattern(r"[\p{Han}]{2,30}(?:电力|公司|集团|银行|分行|学院|大学|医院|研究院|街道|党工委)")
_NO_INSTITUTION = compile_pattern(
    r"^(?:有关|相关|各|其他|其它|多个|我|本|该|此|您|你|贵|几|部分|专业|技术)|人员|干部|群众|专家|同志|负责人|部门$|单位$|代表$|委员$"
)
# an office inside the organ that answers, which helps its own house: 法规处, 督查室
_INNER_OFFICE = compile_pattern(r"(?![省市县区州旗盟镇乡国])[\p{Han}]{1,6}[处科股室庭]")


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


def read_joint_agencies(draft: Draft, paragraphs: list[Paragraph]) -> None:
    """Organs that took part in the answer; only the opening tells them, 会同 in a measure is none."""
    for paragraph in paragraphs:
        folded = paragraph.folded
        for match in _joint_matches(folded[:_LONGEST_OPENING]):
            etc = _ETC.search(match["organs"])
            listed = match["organs"][: etc.start()] if etc is not None else match["organs"]
            for start, end in split_agency_list(listed):
                at = match.start("organs")
                name = paragraph.tidy.cut(at + start, at + end)
                if not name.text or name.text in [j.text for j in draft.joint_agencies]:
                    continue
                if not _is_institution(fold(name.text)):
                    draft.why.reject("joint_agencies", name.text, name.whole, "no organ or institution by its name")
                    continue
                mention = as_mention(draft, name)
                draft.joint_agencies.append(mention)
                reason = f"behind {match['verb'] or '主办'} in the opening"
                draft.why.accept("joint_agencies", mention.text, mention.span, reason)


def _joint_matches(folded: str) -> list[regex.Match[str]]:
    """Where organs are named as taking part, in order. 经商 speaks of it by itself; 会同 and 与 need 研究 or the like."""
    asking = [
        m
        for m in _ASKING.finditer(folded)
        if "商" in m["verb"] or _HANDLED.search(folded, m.end("organs"), min(len(folded), m.end("organs") + 14))
    ]
    found = [*asking, *_HANDING.finditer(folded), *_OPINIONS.finditer(folded)]
    return sorted(found, key=_place)


def _place(match: regex.Match[str]) -> int:
    return match.start("organs")


def _is_institution(name: str) -> bool:
    """Whether a name in a list of co-handlers is that of an organ or an institution; 有关部门 and 您 are none."""
    if _NO_INSTITUTION.search(name) or _INNER_OFFICE.fullmatch(name):
        return False
    if is_organ(name) or _INSTITUTION.fullmatch(name):
        return True
    return any(m.start == 0 and m.end == len(name) for m in find_agencies(name))
