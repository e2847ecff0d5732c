"""What does not belong to a letter's text: mark-up, advertisements, pinyin, and gaps where glyphs were lost."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.grammar.signs import Mark
from govreply.model import IrregularityKind
from govreply.patterns import compile_pattern

_TAG = (
    r"</?(?:a|b|body|br|center|div|em|font|form|h[1-6]|hr|html|i|img|input|li|o:p|ol|p|script|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul)"
    r"(?:\s[^<>]{0,200})?/?>"
)
_MARKUP = compile_pattern(
    rf"(?i){_TAG}|<!--|-->|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|hellip|ensp|emsp|#[0-9]{{2,6}}|#x[0-9a-f]{{2,5}});"
    r"|\\[rnt](?=[\p{Han}\\])"
)
_BOLD_LINE = compile_pattern(r"^\*\*[^*]{1,80}\*\*$")
_ONE_PLACE = 6  # characters between two tags that are told as one: <sub>2</sub>

# words of web pages that no letter says of its matter; around them prose must go on
_ADVERT = compile_pattern(
    r"点击(?:此处|这里|下方)(?:查看|下载|阅读|购买|领取)|(?:点击|扫码)(?:查看|阅读)(?:更多|全文|原文)"
    r"|加(?:客服)?(?:微信|QQ)[：]? ?[A-Za-z0-9_-]{5,20}|更多精彩(?:内容|资讯)[^，。；]{0,10}|返回搜狐[^，。；]{0,6}"
    r"|本文来[自源于]{1,2}[：][^，。；]{1,20}"
)
# a letter may tell how to use a service
_GUIDE = compile_pattern(r"(?:可|请|网站|首页|页面|系统|平台|小程序|公众号|APP|打开|登录|[“‘])[^。；]{0,20}$")
_GUIDE_BEFORE = 24
_PROSE_AROUND = 6
_TONES = "āǎēěīǐōǒūǔǖǚǘǜáàéèíìóòúù"
_SURE_TONES = "āǎēěīǐōǒūǔǖǚǘǜ"  # é and à stand in words of other languages, too
_SYLLABLE = rf"[a-zü{_TONES}]{{1,7}}"
_TONED = rf"(?=[a-zü ]{{0,20}}(?:[{_SURE_TONES}]|[{_TONES}][a-zü ]{{0,20}}[{_TONES}]))"
_PINYIN = compile_pattern(
    rf"(?<=[\p{{Han}}，。、；：]){_TONED}{_SYLLABLE}(?: ?{_SYLLABLE}){{0,8}}+(?=[\p{{Han}}，。、；：])"
)

_LOST = compile_pattern(
    r"(?:投资|资金|投入|拨付|补助|补贴|总额|金额|费用|经费|共计|总计|合计)(?P<lost>[万亿]元)(?=[，。；、）])"
    r"|(?:全长|总长|长度|里程)(?:为|约|达)?(?P<lost>公里|千米)(?=[，。；、）])"
    r"|(?:负荷|面积)(?:为|约|达)?(?P<lost>万?平方米|万?亩|公顷)(?=[，。；、）])"
    r"|(?:完成|办理|办结|新建|新增|改造|建成)(?P<lost>[件项个户处座条台套])(?=[，。；])"
    r"|(?:截至|截止|截止到|始于|建于)(?P<lost>年(?:月日|月底|月末|月|底|末)?)(?=[，。；]|[\p{Han}])(?<!年(?=[龄限度初轻代报检会货产]))"
    r"|(?P<lost>第号)(?=提案|建议|议案|代表建议|委员提案)"
    r"|每[年月周日]巡查(?P<lost>次)(?=[，。；])"
)
_EMPTY = compile_pattern(r"（ ?）|〔 ?〕|《 ?》|“ ?”")


def residues(text: str, folded: str) -> Iterator[tuple[IrregularityKind, Mark]]:
    """Everything of the kind in one text and its folded form, kind by kind."""
    yield from ((IrregularityKind.MARKUP, mark) for mark in _markup(text))
    yield from ((IrregularityKind.FOREIGN, mark) for mark in _foreign(text, folded))
    yield from ((IrregularityKind.GLYPH, mark) for mark in _lost(folded))


def _markup(text: str) -> list[Mark]:
    """Tags and the like; those that stand close together are one place."""
    found: list[Mark] = []
    if _BOLD_LINE.match(text):
        return [Mark(0, len(text))]
    for match in _MARKUP.finditer(text):
        if found and match.start() - found[-1].end <= _ONE_PLACE:
            found[-1] = Mark(found[-1].start, match.end())
        else:
            found.append(Mark(match.start(), match.end()))
    return found


def _foreign(text: str, folded: str) -> Iterator[Mark]:
    for match in _ADVERT.finditer(folded):
        before = folded[max(0, match.start() - _GUIDE_BEFORE) : match.start()]
        inside = match.start() >= _PROSE_AROUND and len(folded) - match.end() >= _PROSE_AROUND
        if inside and _GUIDE.search(before) is None:
            yield Mark(match.start(), match.end())
    for match in _PINYIN.finditer(text):
        yield Mark(match.start(), match.end())


def _lost(folded: str) -> Iterator[Mark]:
    for match in _LOST.finditer(folded):
        yield Mark(match.start("lost"), match.end("lost"))
    for match in _EMPTY.finditer(folded):
        yield Mark(match.start(), match.end())
