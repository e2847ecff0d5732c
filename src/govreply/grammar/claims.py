"""What the text says of itself: counts that it announces (三个方面), and sentences that conclude the whole matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from govreply.grammar.draft import Draft
from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.numerals import read_integer
from govreply.model import Announcement, Conclusion, ConclusionKind, Measure, Section, Text
from govreply.patterns import compile_pattern

_COUNT = compile_pattern(
    r"(?P<etc>等|这)?"
    r"(?P<count>[二三四五六七八九十两]|十[一二]|[2-9]|1[0-2])"
    # what is counted
    r"(?P<noun>个?方面|(?:个|项|条|点|大|类)(?:主要|重点|具体|工作)?"
    r"(?:措施|举措|工作|任务|意见|建议|办法|行动|问题|渠道|抓手|着力点|环节|原因|困难|情况|要求|原则|工程|计划))"
    # 3类困难群体, 两项重点工作人员: the word goes on
    r"(?!群体|群众|家庭|人员|职工|学生|儿童|老人|企业|户|者)"
    # what may stand between it and the list
    r"(?P<after>等|的?工作|的?内容|的?措施|着手|入手|推进|发力|开展工作|予以推进|做好[\p{Han}]{0,8}|加以推进|展开"
    r"|进行答复|答复|落实|[\p{Han}]{0,8})?"
    r"(?P<end>[：。]|$)"
)
_OF_MATTER = compile_pattern(r"(?:提案|建议案|您|你们?|贵[单位党会委]{1,2})[^。；]{0,40}$")
_OWN = compile_pattern(r"(?:我[局委厅办部院]|我们|主要|重点|将|着重|采取|做好|以下|下列|如下)[^。；]{0,30}$")
_WHOLE = (
    r"(?:您|你们?|您们|贵[单位党会委]{1,2}|该|本|此)(?:所)?(?:提出?)?的?(?:这[一]?[件项个条])?(?:建议|提案|议案|意见)"
)
_CANNOT_WORDS = (
    r"(?:无法|不能|暂不能|暂不|难以|尚不能|尚未能|未能|暂时无法|暂时不能|不予)"
    r"(?:实施|采纳|解决|落实|办理|实现|满足|推进|予以采纳|予以解决)"
)
_CONDITION = r"(?:暂不|尚不|不|目前不|还不)具备[^。；，]{0,24}条件"
_CANNOT = compile_pattern(
    rf"{_WHOLE}[，]?[^。；，“”]{{0,12}}[，]?(?:目前|暂时|现阶段|尚|暂)?(?:{_CANNOT_WORDS}|{_CONDITION})"
    rf"|(?:因此|综上所述|综上|故此)，[^。；]{{0,60}}(?:{_CANNOT_WORDS}|{_CONDITION})"
    rf"|受[^。；，]{{2,30}}限制，?(?:目前|暂时|现阶段)?(?:{_CANNOT_WORDS}|暂不能解决|暂不能实施)"
)
_SOLVED = compile_pattern(
    r"(?:提案|建议|议案)(?:中)?(?:所)?(?:提出?|反映)?的?(?:全部|各项|所有)?(?:问题|事项|建议|诉求|要求)?(?:均|都|现)?"
    r"已经?(?:全部|得到|基本|完全|圆满)?(?:得到)?(?:全部|圆满|彻底)?(?:解决|落实到位|办结|落实完毕)"
    r"|(?:已经?)(?:全部|全面|彻底|圆满)(?:得到)?解决"
)


@frozen
class _Item:
    """A marker of the outline in document order."""

    marker: Text
    style: str
    ordinal: int


def read_claims(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Announced counts with what follows them, and conclusions of the whole matter."""
    items = sorted(_items(draft), key=lambda i: i.marker.span.start)
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        draft.announcements.extend(_announcements(paragraph, following, items))
        draft.conclusions.extend(_conclusions(paragraph))


def _items(draft: Draft) -> Iterator[_Item]:
    def of_measures(measures: Sequence[Measure]) -> Iterator[_Item]:
        for measure in measures:
            yield _Item(measure.marker, measure.style, measure.ordinal)

    def of_sections(sections: Sequence[Section]) -> Iterator[_Item]:
        for section in sections:
            yield _Item(section.marker, section.style, section.ordinal)
            yield from of_measures(section.measures)
            yield from of_sections(section.sections)

    yield from of_measures(draft.measures)
    yield from of_sections(draft.sections)


def _announcements(paragraph: Paragraph, following: Paragraph | None, items: list[_Item]) -> Iterator[Announcement]:
    folded = paragraph.folded
    for match in _COUNT.finditer(folded):
        count = 2 if match["count"] == "两" else read_integer(match["count"])
        if count is None or match["etc"] == "这":
            continue
        base = paragraph.cut(match.start("count"), match.end("noun"))
        before = folded[: match.start()]
        of_matter = _OF_MATTER.search(before) is not None and _OWN.search(before) is None
        listed = _listed(paragraph, following, match.end(), items)
        yield Announcement(
            text=base.text,
            span=base.span,
            pieces=base.pieces,
            count=count,
            noun=match["noun"],
            of_matter=of_matter,
            open_ended=match["etc"] == "等" or match["after"] == "等",
            listed=len(listed) or None,
            items=tuple(i.marker for i in listed),
        )


def _listed(paragraph: Paragraph, following: Paragraph | None, end: int, items: list[_Item]) -> list[_Item]:
    """The run of items that begins right behind the announcement: in the same paragraph or at the start of the next."""
    if end < len(paragraph.text):
        begin = paragraph.tidy.span(end, end + 1).start
    elif following is not None:
        begin = following.tidy.span(0, 1).start
    else:
        return []
    first = next((n for n, item in enumerate(items) if item.marker.span.start == begin), None)
    if first is None or items[first].ordinal != 1:
        return []
    run = [items[first]]
    for item in items[first + 1 :]:
        if item.style == run[0].style:
            if item.ordinal <= run[-1].ordinal:
                break
            run.append(item)
        elif _outranks(item.style, run[0].style):
            break
    return run


def _outranks(style: str, other: str) -> bool:
    order = ("对建议一", "一、", "（一）", "1.", "（1）")
    return style in order and (other not in order or order.index(style) < order.index(other))


def _conclusions(paragraph: Paragraph) -> Iterator[Conclusion]:
    for pattern, kind in ((_CANNOT, ConclusionKind.CANNOT), (_SOLVED, ConclusionKind.SOLVED)):
        for match in pattern.finditer(paragraph.folded):
            base = paragraph.cut(match.start(), match.end())
            yield Conclusion(text=base.text, span=base.span, pieces=base.pieces, kind=kind)
