"""The end of the body: next steps (下一步…) and the thanks and 专此答复 paragraphs."""

from __future__ import annotations

from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.ordinals import match_marker
from govreply.patterns import compile_pattern

_CLOSING = compile_pattern(
    r"^(?:最后，?|再次|在此，?|我们?|我局|我委)?(?:，)?(?:再次|衷心|诚挚|诚恳|非常|由衷|十分|真诚|特别|同时，?)?(?:地|的)?(?:感谢|谢谢|致谢)"
    r"|^(?:专此|此复|特此|谨此|以上答复|以上意见|以上是|以上为|上述答复|祝|恳请|敬请|诚望|诚请|诚恳希望|欢迎您|欢迎你|欢迎继续|希望(?:您|你|贵)|请(?:您|你们?|贵.)?(?:将|填写|对)|如(?:您|你|对|有|果)|此函|此致|敬礼|顺祝|顺颂)"
    r"|感谢(?:您|你|您们|你们|贵|各位).{0,60}(?:关心|支持|理解|监督|帮助|关注|厚爱|信任).{0,60}$"
)
_OUTLOOK = compile_pattern(
    r"^(?:下一步|下步|下阶段|下一阶段|下一步工作|今后|接下来|后续|后期|在今后|在下一步|在下步|今后一个时期|下一步，|下半年|未来)"
)
_OUTLOOK_HEADING = compile_pattern(
    r"下一步|下步|下阶段|下一阶段|今后|打算|计划|努力方向|工作安排|工作思路|改进措施|后续"
)


def closing_start(paragraphs: list[Paragraph]) -> int:
    """Index of the first of the closing paragraphs at the end."""
    start = len(paragraphs)
    while start > 0 and is_closing(paragraphs[start - 1]):
        start -= 1
    return start


def is_closing(paragraph: Paragraph) -> bool:
    """Thanks, 专此答复, requests to fill in the form."""
    folded = paragraph.folded
    return len(folded) <= 220 and match_marker(folded, 0) is None and _CLOSING.search(folded) is not None


def outlook_start(paragraphs: list[Paragraph]) -> int:
    """Index of the 下一步 paragraph that speaks for the whole reply; it belongs to no numbered section.

    Below a heading that itself speaks of next steps the paragraph is that section's text.
    """
    for at in range(len(paragraphs) - 1, -1, -1):
        folded = paragraphs[at].folded
        marker = match_marker(folded, 0)
        if marker is not None and marker.style in ("一、", "（一）", "1.", "（1）", "对建议一"):
            break
        if _OUTLOOK.match(folded) and len(folded) > 12:
            above = _heading_above(paragraphs, at)
            if above is None or _OUTLOOK_HEADING.search(above) is None:
                return at
    return len(paragraphs)


def _heading_above(paragraphs: list[Paragraph], at: int) -> str | None:
    for paragraph in reversed(paragraphs[:at]):
        marker = match_marker(paragraph.folded, 0)
        if marker is not None and marker.style in ("一、", "（一）", "对建议一"):
            return paragraph.folded[marker.end : marker.end + 40].split("。")[0]
    return None
