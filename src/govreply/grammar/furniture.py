"""Page furniture: page numbers, menus, breadcrumbs, share bars, links to other replies, footers. They count for nothing."""

from __future__ import annotations

from govreply.blocks import LineKind
from govreply.grammar.draft import Draft
from govreply.grammar.rows import Row
from govreply.patterns import compile_pattern

_PAGE_NUMBER = compile_pattern(
    r"-{1,3}[0-9ivxIVX]{1,4}-{1,3}|第[0-9]{1,4}页(?:/?，?共[0-9]{1,4}页)?|[0-9]{1,3}/[0-9]{1,3}"
)
_BREADCRUMB = compile_pattern(
    r"^(?:您?的?当?前?所?在?的?(?:当前位置|所在位置|您的位置|现在的位置|你的位置|位置)：)"
    r"|^首页(?:>|›|»|/|／|→|\||-|\\>)"
    r"|(?:>|›|»|&gt;|／|→|>>).{1,30}(?:>|›|»|／|→).{1,40}$"
)
_NEIGHBOUR = compile_pattern(
    r"^[【〔（]?(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上篇|下篇|相关链接|相关文章|相关阅读|关联文件|文件下载|相关附件下载)"
)
_SHARE = compile_pattern(
    r"分享到|分享：|浏览次数|阅读次数|访问次数|点击数|点击：|阅读：|字号：|字体：|打印本页|关闭窗口|【打印】|【关闭】|〔打印〕|〔关闭〕|〔打印本页〕|"
    r"〔字体|扫一扫|二维码|无障碍|长者模式|收藏本站|设为首页|网站地图|信息来源：|信息来自|^来源：|^文章来源|^发布时间|^发布日期|^时间：|^日期：.{0,30}(?:作者|点击|来源)|^打印.{0,3}关闭$|^打印$|^关闭$"
)
_FOOTER = compile_pattern(
    r"ICP备|公网安备|网站标识码|版权所有|Copyright|主办单位：|^主办：|承办：.{0,40}信息中心|技术支持|网站管理|^无标题文档$|政府网站找错|^存档：|^原文："
)
_CHROME = compile_pattern(
    r"(?i)(?:^|[.#\-_])(?:nav|navbar|menu|footer?|foot|breadcrumbs?|crumbs?|path|pos|position|location|weizhi|mbx|dqwz|topbar|top-bar|sidebar|share|tools?|copyright|banner|links?|friendlink|prev|next|pager|page-nav|sxt|related)(?:$|[\-_0-9])"
)
_LETTER_WORDS = compile_pattern(r"收悉|答复如下|代表：|委员：|抄送|联系人|征询意见表|感谢")
_CHROME_TAGS = {"nav", "footer", "header", "aside", "form", "button"}


def clear(draft: Draft) -> None:
    """Claim every row that belongs to the page around the letter."""
    rows = draft.rows
    taken: list[Row] = []
    for row in rows:
        reason = _reason(row)
        if reason:
            taken.append(row)
            draft.why.reject("title", row.text[:60], row.span, reason)
    draft.claim_all(taken, "furniture")


def _reason(row: Row) -> str:
    folded = row.folded
    if not folded:
        return "empty"
    if row.line.kind is LineKind.RULE or _PAGE_NUMBER.fullmatch(folded):
        return "page number"
    if _FOOTER.search(folded) and not _LETTER_WORDS.search(folded):
        return "page footer"
    if _NEIGHBOUR.search(folded):
        return "link to another document"
    if _BREADCRUMB.search(folded) and len(folded) <= 120:
        return "breadcrumb"
    if _is_chrome(row):
        return "menu or bar of the page"
    if _mostly_links(row):
        return "row of links"
    if _SHARE.search(folded) and len(folded) <= 160 and not _LETTER_WORDS.search(folded):
        return "source and share bar"
    return ""


def _is_chrome(row: Row) -> bool:
    if _LETTER_WORDS.search(row.folded):
        return False
    return any(name.split(".")[0].split("#")[0] in _CHROME_TAGS or _CHROME.search(name) for name in row.line.inside)


def _mostly_links(row: Row) -> bool:
    """Link lists have little else; a letter's line hardly ever has a link."""
    covered = sum(b - a for a, b in row.line.links)
    return covered >= 2 and covered * 10 >= len(row.raw.text.strip()) * 6 and not _LETTER_WORDS.search(row.folded)
