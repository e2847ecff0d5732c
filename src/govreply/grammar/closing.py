"""The end of the body: next steps (下一步…) and the thanks and 专此答复 paragraphs."""

from __future__ import annotations

from itertools import pairwise

from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.ordinals import find_running, match_marker
from govreply.patterns import compile_pattern

_WARMLY = r"(?:再次|再一次|衷心|诚挚|诚恳|非常|由衷|十分|真诚|特别|同时，?|最后，?|在此，?|也){0,3}(?:地|的)?"
_WE = r"(?:最后，?|在此，?|借此机会，?|同时，?)?(?:我们?|我[局委厅办部院镇乡街]|本[局院])?，?"
_YOU = r"(?:您们?|你们?|贵[单位党会委]{1,2}|各位)"
_CLOSING = compile_pattern(
    # thanks, also for a thing named first: 对您…表示感谢
    rf"^{_WE}{_WARMLY}(?:感谢|谢谢|致谢|鸣谢)"
    rf"|^(?:最后，?|在此，?)?{_WE}对{_YOU}.{{0,80}}(?:感谢|谢意|敬意)"
    # 专此答复 and what stands for it
    r"|^特此(?:答复|函复|函告|复函|回复|告知|奉告|奉复|致函|专复|函达|致谢|感谢|报告|说明。|函。|。|$)"
    r"|^(?:专此|此复|谨此|专复|特复|谨复|现予答复|以上答复|以上意见|以上回复|以上是|以上为|以上仅供|以上供|上述答复|上述意见)"
    r"|^(?:此复函|本复函|此函|此致|敬礼|顺祝|顺颂|顺致|即颂|恭祝|祝(?!贺)|妥否|当否)"
    # requests to the proposer
    rf"|^(?:恳请|敬请|诚望|诚请|诚恳希望|真诚希望|诚挚欢迎|热忱欢迎|欢迎{_YOU}|欢迎继续|希望(?:您|你|贵)|望(?:您|你们?|贵)|请{_YOU}?(?:将|填写|对|继续|多|在))"
    r"|^(?:(?:如(?:您|你|对|有|果|仍|还)|若(?:您|你|对|有|仍))(?=.{0,60}(?:意见|建议|联系|满意|疑问|问题|反馈|不妥|来电|咨询))|(?:对|如对)(?:以上|上述|本)(?:答复|回复))"
    r"|^(?:由于|因)?.{0,30}(?:敬请谅解|请予谅解|望谅解|深表歉意|致以歉意)"
    rf"|感谢(?:{_YOU}).{{0,60}}(?:关心|支持|理解|监督|帮助|关注|厚爱|信任).{{0,60}}$"
    r"|^随函(?:附|寄)"
)
_LONGEST_CLOSING = 220
# a closing that runs on behind the last sentence of the body
_RUN_IN = compile_pattern(
    rf"(?<=[。；！])(?={_WE}{_WARMLY}(?:感谢|谢谢){_YOU}|(?:专此|特此|此复|谨此)(?:答复|回复|函复|函告|复函|。)|此复$"
    r"|以上答复(?:如有|是否|妥否))"
)
_NEXT = (
    r"(?:在|关于|对于)?(?:下一步|下步|下一阶段|下阶段|今后|接下来|后续|后期|未来|下半年|下一年度?|下一年|明年|今后一个时期|今后一段时间"
    r"|近期内?|下一轮|新的一年)"
)
_OUTLOOK = compile_pattern(rf"^(?:展望|面向)?{_NEXT}")
_OUTLOOK_HEADING = compile_pattern(
    r"下一步|下步|下阶段|下一阶段|今后|打算|计划|努力方向|工作安排|工作思路|改进措施|后续|下半年|工作方向|工作重点|工作举措|未来|展望"
)
_SECTION_STYLES = ("一、", "（一）", "1.", "（1）", "对建议一")
_HEADING_LENGTH = 20
_LEAST = 12
_A_LIST = 2


def closing_start(paragraphs: list[Paragraph]) -> int:
    """Index of the first of the closing paragraphs at the end.

    Closing words that run on behind the last sentence of the body are made a paragraph of their own first.
    """
    _cut_run_in(paragraphs)
    start = len(paragraphs)
    while start > 0 and is_closing(paragraphs[start - 1]):
        start -= 1
    return start


def _cut_run_in(paragraphs: list[Paragraph]) -> None:
    """Part the thanks from the last paragraph that is no closing, where they end it."""
    at = len(paragraphs) - 1
    while at >= 0 and is_closing(paragraphs[at]):
        at -= 1
    if at < 0:
        return
    last = paragraphs[at]
    for match in _RUN_IN.finditer(last.folded):
        rest = Paragraph(last.tidy.cut(match.start(), len(last.text)), last.rows)
        if is_closing(rest):
            before = Paragraph(last.tidy.cut(0, match.start()), last.rows, inner=last.inner)
            paragraphs[at : at + 1] = [before, rest]
            return


def is_closing(paragraph: Paragraph) -> bool:
    """Thanks, 专此答复, requests to fill in the form."""
    folded = paragraph.folded
    if len(folded) > _LONGEST_CLOSING or match_marker(folded, 0) is not None or _CLOSING.search(folded) is None:
        return False
    return sum(1 for _ in find_running(folded)) < _A_LIST  # 恳请支持以下事项：一是…；二是… asks for something


def outlook_start(paragraphs: list[Paragraph]) -> int:
    """Index of the 下一步 paragraph that speaks for the whole reply; it belongs to no numbered section.

    Below a heading that itself speaks of next steps the paragraph is that section's text. A list that begins right
    behind the paragraph belongs to it.
    """
    for at in range(len(paragraphs) - 1, -1, -1):
        folded = paragraphs[at].folded
        if _is_numbered(paragraphs[at]):
            if not _may_be_item_of_outlook(paragraphs, at):
                break
            continue
        if _OUTLOOK.match(folded) and (len(folded) > _LEAST or _is_heading(paragraphs, at)):
            if any(_is_numbered(p) for p in paragraphs[at + 1 :]) and not _lists_behind(paragraphs, at):
                break
            above = _heading_above(paragraphs, at)
            if above is None or _OUTLOOK_HEADING.search(above) is None:
                return at
    return len(paragraphs)


def _is_numbered(paragraph: Paragraph) -> bool:
    marker = match_marker(paragraph.folded, 0)
    return marker is not None and marker.style in _SECTION_STYLES


def _is_heading(paragraphs: list[Paragraph], at: int) -> bool:
    """A short line without a stop above a text."""
    folded = paragraphs[at].folded
    return len(folded) <= _HEADING_LENGTH and folded[-1:] not in "。；" and at + 1 < len(paragraphs)


def _may_be_item_of_outlook(paragraphs: list[Paragraph], at: int) -> bool:
    """Whether a numbered paragraph can belong to a list that no section of the letter's own series interrupts."""
    marker = match_marker(paragraphs[at].folded, 0)
    return marker is not None and marker.style in ("（一）", "1.", "（1）")


def _lists_behind(paragraphs: list[Paragraph], at: int) -> bool:
    """Whether a list from its first item to the end follows right behind paragraph `at` and no outer series goes on in it."""
    first = match_marker(paragraphs[at + 1].folded, 0)
    if first is None or first.ordinal != 1:
        return False
    open_before = {m.style for p in paragraphs[:at] if (m := match_marker(p.folded, 0)) is not None}
    behind = [m for p in paragraphs[at + 1 :] if (m := match_marker(p.folded, 0)) is not None]
    if any(m.style in open_before and m.ordinal > 1 and m.style != first.style for m in behind):
        return False
    own = [m.ordinal for m in behind if m.style == first.style]
    return all(b == a + 1 for a, b in pairwise(own))


def _heading_above(paragraphs: list[Paragraph], at: int) -> str | None:
    for paragraph in reversed(paragraphs[:at]):
        marker = match_marker(paragraph.folded, 0)
        if marker is not None and marker.style in ("一、", "（一）", "对建议一"):
            if paragraph.folded[marker.end : marker.end + 1] == "：":
                return ""  # 对建议一的答复：… goes on with the answer
            return paragraph.folded[marker.end : marker.end + 40].split("。")[0]
    return None
