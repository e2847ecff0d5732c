"""Page furniture: page numbers, menus, breadcrumbs, share bars, links to other replies, footers. They count for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govreply.blocks import LineKind
from govreply.grammar import opening
from govreply.grammar.draft import Draft
from govreply.grammar.rows import Grid, Row
from govreply.lexicon.labels import labels
from govreply.patterns import compile_pattern

_PAGE_NUMBER = compile_pattern(
    r"-{0,3}[0-9ivxIVX]{1,4}-{1,3}|第[0-9]{1,4}页(?:/?，?共[0-9]{1,4}页)?|[0-9]{1,3}/[0-9]{1,3}|共[0-9]{1,3}页|·[0-9]{1,3}·"
)
_BREADCRUMB = compile_pattern(
    r"^[〔]?(?:您?的?当?前?所?在?的?(?:当前位置|所在位置|您的位置|现在的位置|现在位置|你的位置|位置|您在这里|当前栏目|所在栏目)(?:是|为)?：?)(?=.{2})"
    r"|^(?:[\p{Han}]{0,14})?(?:首页|主页)(?:>|›|»|/|／|→|\||-|·|\\>|➔|▶|•)"
    r"|(?:>|›|»|&gt;|／|→|>>|➔|▶).{1,30}(?:>|›|»|／|→|➔|▶).{1,40}$"
)
_POSITION = compile_pattern(r"^(?:您?的?当?前?所?在?的?)(?:当前|所在|您的|现在的|现在|你的)位置(?:是|为)?：")
_NEIGHBOUR = compile_pattern(
    r"^[·•\-<«‹←→【〔（]{0,3}(?:(?:上|下|前|后)一?(?:篇|条|页|则|个)(?:文章|信息|内容)?(?:$|[：:】〕）>»]|(?=.{0,4}(?:没有|无|关于|对|[\p{Han}]{2,16}(?:关于|对)))))"
    r"|^[【〔（]?(?:相关链接|相关文章|相关阅读|相关新闻|相关信息|关联文件|关联稿件|文件下载|附件下载|相关附件下载)[】〕）]?(?:$|[：:>])"
)
_NEIGHBOUR_ALONE = compile_pattern(
    r"^[·•\-<«‹【〔（]{0,3}(?:上|下|前|后)一?(?:篇|条|则|个)(?:文章|信息|内容)?[】〕）：:]{0,2}$"
)
_LIST_HEAD = compile_pattern(
    r"^[【〔（]?(?:相关|最新|热门|热点|推荐|延伸|更多|同类|其他|其它|栏目|本栏|猜你|今日|图片|近期|历史|往期)[\p{Han}]{0,10}(?:文章|阅读|新闻|信息|文件|链接|推荐|排行|喜欢|答复|内容|稿件|公开|列表|办理|动态|政策|资讯|公告)[】〕）：:>+]{0,2}(?:更多)?[>+]{0,2}$"
    r"|^(?:更多|more|MORE)[>+»…]{0,3}$"
)
_LISTED = compile_pattern(r"^[·•\-■◆▪>○●\d.、]{0,4}[^。；：]{4,80}(?:[〔（]?(?:(?:20)?\d\d-)?\d\d?-\d\d?[〕）]?)?$")
_BULLETS = frozenset("·•■◆▪>○●")
_SHARE = compile_pattern(
    r"分享到|分享：|分享至|浏览次数|阅读次数|访问次数|点击数|点击：|点击率|点击量|阅读：|阅读量|浏览量|访问量|(?<![发公文建提函]文?|文件)字号：|字体：|字号大小|打印本页|打印此页|关闭窗口|关闭本页|关闭此页"
    r"|【打印】|【关闭】|〔打印〕|〔关闭〕|〔打印本页〕|〔字体|〔字号|〔大中小〕|〔大〕|扫一扫|二维码|微信扫码|手机扫码|扫码(?:关注|阅读|查看|浏览|下载)|无障碍|长者模式|适老化|收藏本站|收藏本页|加入收藏|设为首页|网站地图"
    r"|返回顶部|回到顶部|信息来源：|信息来自|^来源：|^文章来源|^稿件来源|^发布时间|^发布日期|^更新时间|^时间：|^日期：.{0,30}(?:作者|点击|来源)|^作者：.{0,30}$|^责任编辑|^责编：|^编辑：.{0,12}$|^审核：.{0,12}$|^校对：.{0,12}$"
    r"|^(?:我要)?(?:打印|关闭|收藏|分享|纠错|返回|转发|下载|朗读|评论|点赞|复制链接)(?:[^\p{Han}]{0,3}(?:打印|关闭|收藏|分享|纠错|返回|转发|下载|朗读|评论|点赞)){0,5}$"
    r"|^(?:分享)?(?:[：:])?(?:微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|朋友圈|QQ)(?:[、/|]?(?:微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|朋友圈|QQ)){0,5}$|^字体：?大?中?小?$|^大中小$|^〔?字(?:体|号)"
    r"|^今天是|^现在是|^欢迎(?:您)?(?:光临|访问|来到)|^(?:登录|注册|登录注册|登录/注册|用户登录|退出)$|^(?:请输入)?(?:关键字|关键词)|^(?:站内)?搜索$|^(?:繁体|简体|繁體|English|EN|繁|简)(?:[|/]?(?:繁体|简体|English|EN|繁|简))?$"
)
_SURE_FOOTER = compile_pattern(r"(?i)ICP备|ICP证|公网安备|网安备|网站标识码|标识码：|版权所有|Copyright|©")
# what a sentence of a letter may hold as well: 提供技术支持
_FOOTER = compile_pattern(
    r"(?i)主办单位：|^主办：|承办：.{0,40}(?:信息中心|大数据|办公室)|技术支持|网站管理|网站维护|^无标题文档$|^Untitled|政府网站找错|政务微信|我要纠错|建议使用.{0,30}(?:浏览器|分辨率)|最佳分辨率|^存档：|^原文：|^\p{Han}{4,30}主办(?:\p{Han}{4,30}(?:承办|维护|协办))?$|^(?:联系我们|关于我们|网站声明|版权声明|隐私(?:声明|保护)|使用帮助|法律声明|站点地图|友情链接)(?:[|·-]|(?:联系我们|关于我们|网站声明|版权声明|隐私声明|使用帮助|法律声明|网站地图|站点地图|友情链接|$)){1,8}"
)
_ADVERT = compile_pattern(
    r"^[【〔]?(?:广告|推广|赞助商?链接|AD)[】〕]?$|点击(?:下载|进入|查看|这里|此处).{0,12}(?:APP|客户端|小程序|专题|更多)|下载.{0,12}(?:APP|客户端)|关注.{0,14}(?:公众号|微信号|视频号)|(?:免费|在线)(?:咨询|试听|领取)|加微信"
)
_PAGE_HEAD = 20  # rows above the path at most
_BANNER = compile_pattern(r"(?!.{0,31}(?:文件|关于|答复|复函))[•·●▪■◆-]{0,1}[\p{Han}A-Za-z·|]{2,30}")
_WORD_REST = compile_pattern(
    # style sheets and conditional comments of a word processor
    r"(?i)Mso(?:Normal|TableNormal|Footer|Header)|mso-[a-z]{2}|@(?:font-face|page|media)\b|^/?\*?Style ?Definitions"
    r"|MicrosoftInternetExplorer4|X-?NONE|EN-US|ZH-CN|<!--|-->|if gte mso|endif|font-family:|7\.8磅|^Normal ?0"
    r"|^\{?[a-z.#][\w .#,-]{0,40}\{[^}]{0,200}\}?$|^(?:false|true)(?: ?(?:false|true)){0,4}$|^PAGE ?\\\*"
    # placeholders of a template, scripts
    r"|^[{$<%\[]{1,2} ?[\w.\u4e00-\u9fff]{1,30} ?[}%>\]]{1,2}$|^document\.|^(?:var|function) ?\w"
)
_CHROME = compile_pattern(
    r"(?i)(?:^|[.#\-_])(?:nav|navbar|navi|menu|menus|footer?|foot|bottom|bot|breadcrumbs?|crumbs?|crumb|path|pos|position|location|weizhi|mbx|dqwz|topbar|top-bar|toolbar|sidebar|side|leftnav|leftmenu|rightbar|share|bdshare|bdsharebuttonbox|tools?|copyright|copy|banner|logo|search|searchbox|login|links?|friendlink|yqlj|prev|next|prevnext|pager|page-nav|pagination|sxt|sxp|syp|xyp|related|relevant|recommend|hot|hotnews|ewm|qrcode|erweima|print|dayin|advert|ads?|gg)(?:$|[\-_0-9])"
)
_STRICT_CHROME = {"pos", "copy", "bot", "side", "hot", "gg", "tool", "tools", "search", "logo", "bottom"}
_LETTER_WORDS = compile_pattern(
    r"收悉|答复如下|代表：|委员：|抄送|联系人|征询意见表|征求意见表|反馈表|感谢|附件：|经办人|承办人|您(?!是第|现?在?的?位置|当前|现在)"
    r"|贵(?=单位|委|会|党|局|厅|社|支部|方|组|团|县|区|院|部)"
)
_CHROME_TAGS = {"nav", "footer", "header", "aside", "button", "select", "option", "script", "style"}
_MENU = frozenset(labels("menu"))
_ALSO_MARKS = {"公开", "依申请公开"}  # alone on a line they are a disclosure mark
_TOKEN = compile_pattern(r"[^ |·>/,，、_-]{1,20}")
_ADDRESS = compile_pattern(
    r"地址：|邮编：|邮政编码：|电话：|传真：|邮箱：|E-?mail|值班电话|网站(?:电话|邮箱)|举报|热线"
)
_MOST_OF_PAGE = 7  # tenths
_PROSE = compile_pattern(r"[。；]")
_TAIL_PERSON = [label for label, kind in labels("contact").items() if kind == "person"]
_SOURCE_WORDS = (
    "source and share bar",
    "page footer",
    "link to another document",
    "breadcrumb",
    "menu or bar of the page",
)


def clear(draft: Draft) -> None:
    """Claim every row that belongs to the page around the letter; they also tell that it was published."""
    rows = draft.rows
    receipt = opening.find_receipt(rows)
    letter = rows[receipt].line.inside if receipt is not None else ()
    frames = (*letter, *_frames(rows))
    reasons = [reason(row, frames) for row in rows]
    _mark_page_head(rows, reasons)
    _mark_lists(rows, reasons)
    _mark_page_end(rows, reasons)
    _mark_footers(rows, reasons, letter)
    taken: list[Row] = []
    on_page = not draft.document.source.places  # headers and footers of a paper do not tell that it was published
    for row, why in zip(rows, reasons, strict=True):
        if why:
            taken.append(row)
            draft.why.reject("title", row.text[:60], row.span, why)
            draft.published = draft.published or (on_page and why in _SOURCE_WORDS)
    draft.claim_all(taken, "furniture")
    draft.claim_all([p for p in draft.pieces if isinstance(p, Grid) and _is_menu_table(p)], "furniture")


def _frames(rows: Sequence[Row]) -> list[str]:
    """The elements that hold most of the page."""
    held: Counter[str] = Counter()
    for row in rows:
        held.update(dict.fromkeys(row.line.inside, len(row.text)))  # once where two elements have the same name
    most = sum(len(row.text) for row in rows) * _MOST_OF_PAGE / 10
    return [name for name, size in held.items() if size >= most]


def reason(row: Row, letter: Sequence[str] = ()) -> str:
    """Why a row is furniture; ``""`` if it is none, seen by itself.

    `letter` names the elements around the letter or most of the page, which are no menus or bars whatever their names say: many pages stand
    in one ``<form>``.
    """
    folded = row.folded
    if not folded:
        return "empty"
    if row.line.kind is LineKind.RULE or _PAGE_NUMBER.fullmatch(folded):
        return "page number"
    letters = _LETTER_WORDS.search(folded) is not None
    if _is_footer(folded) and not letters:
        return "page footer"
    if _NEIGHBOUR.search(folded):
        return "link to another document"
    if _POSITION.match(folded) or (_BREADCRUMB.search(folded) and len(folded) <= 120 and not _PROSE.search(folded)):
        return "breadcrumb"
    if _is_chrome(row, letter):
        return "menu or bar of the page"
    if _mostly_links(row):
        return "row of links"
    if _is_menu(row):
        return "menu or bar of the page"
    if _SHARE.search(folded) and len(folded) <= 160 and not letters and not _PROSE.search(folded):
        return "source and share bar"
    if _ADVERT.search(folded) and len(folded) <= 40 and not letters and not _PROSE.search(folded):
        return "advertising"
    if _WORD_REST.search(folded) and sum("\u4e00" <= c <= "\u9fff" for c in folded) * 4 <= len(folded):
        return "left over from a word processor or a template"
    return ""


def _is_footer(folded: str) -> bool:
    return _SURE_FOOTER.search(folded) is not None or (
        _PROSE.search(folded) is None and _FOOTER.search(folded) is not None
    )


def _is_chrome(row: Row, letter: Sequence[str]) -> bool:
    if _LETTER_WORDS.search(row.folded):
        return False
    return any(_is_chrome_name(name, row) for name in row.line.inside if name not in letter)


def _is_chrome_name(name: str, row: Row) -> bool:
    """Whether an element is a menu, bar or footer by its tag or its class; common class words count for short rows only."""
    if name.split(".")[0].split("#")[0] in _CHROME_TAGS:
        return True
    match = _CHROME.search(name)
    if match is None:
        return False
    word = match.group().strip(".#-_0123456789").lower()
    return word not in _STRICT_CHROME or (len(row.folded) <= 80 and not _PROSE.search(row.folded))


def _is_menu(row: Row) -> bool:
    """A row of nothing but the usual words of a site's menu."""
    words = [m.group() for m in _TOKEN.finditer(row.raw_folded)]
    known = [w in _MENU for w in words]
    return bool(words) and (
        (all(known) and (len(words) > 1 or words[0] not in _ALSO_MARKS))
        or (len(words) >= 4 and sum(known) * 3 >= len(words) * 2)
    )


def _mostly_links(row: Row) -> bool:
    """Link lists have little else; a letter's line hardly ever has a link."""
    covered = sum(b - a for a, b in row.line.links)
    return covered >= 2 and covered * 10 >= len(row.raw.text.strip()) * 6 and not _LETTER_WORDS.search(row.folded)


def _is_menu_table(grid: Grid) -> bool:
    """A table with nothing but links and the heads of their lists."""
    rows = [row for cell in grid.cells for row in cell.rows]
    linked = sum(_mostly_links(row) for row in rows)
    return linked >= 2 and linked * 2 > len(rows) and not any(_LETTER_WORDS.search(row.folded) for row in rows)


def _mark_lists(rows: Sequence[Row], reasons: list[str]) -> None:
    """Titles of other documents behind 上一篇： or behind the head of a list (相关文章)."""
    inside = bulleted = False
    around: tuple[str, ...] = ()  # the elements that hold the list and its head
    for at, row in enumerate(rows):
        if inside and (row.line.inside[: len(around)] != around or (bulleted and row.folded[:1] not in _BULLETS)):
            inside = False
        if reasons[at]:
            if (
                _NEIGHBOUR_ALONE.match(row.folded)
                and at + 1 < len(rows)
                and not reasons[at + 1]
                and len(rows[at + 1].folded) <= 90
            ):
                reasons[at + 1] = "link to another document"
            head = _LIST_HEAD.match(row.folded) is not None
            around = row.line.inside[:-1] if head else around
            inside = (inside and reasons[at] == "row of links") or head
            bulleted = bulleted and not head
        elif _LIST_HEAD.match(row.folded):
            inside = at + 1 < len(rows) and (bool(reasons[at + 1]) or _LISTED.match(rows[at + 1].folded) is not None)
            around = row.line.inside[:-1]
            bulleted = inside and rows[at + 1].folded[:1] in _BULLETS
            if inside:
                reasons[at] = "head of a list of other documents"
        elif inside and _LISTED.match(row.folded) and not _LETTER_WORDS.search(row.folded):
            reasons[at] = "link to another document"
        else:
            inside = False


def _mark_page_head(rows: Sequence[Row], reasons: list[str]) -> None:
    """The name of the site above the path that leads to the page: no letterhead, though it may name the same organ."""
    path = next((at for at, why in enumerate(reasons[:_PAGE_HEAD]) if why == "breadcrumb"), 0)
    if any(not why and not _BANNER.fullmatch(row.folded) for row, why in zip(rows[:path], reasons, strict=False)):
        return
    for at in range(path):
        reasons[at] = reasons[at] or "banner of the site"


def _mark_page_end(rows: Sequence[Row], reasons: list[str]) -> None:
    """Address, postcode and telephone of the site: behind a footer or a bar, where nothing of a letter follows."""
    at = len(rows) - 1
    while at >= 0 and (reasons[at] or _ADDRESS.search(rows[at].folded) or len(rows[at].folded) <= 24):
        at -= 1
        if at >= 0 and not reasons[at] and _is_letters_own(rows[at]):
            break
    ended = False
    for index in range(at + 1, len(rows)):
        if reasons[index]:
            ended = ended or reasons[index] in ("page footer", "link to another document", "source and share bar")
        elif (
            ended
            and not _is_letters_own(rows[index])
            and (_ADDRESS.search(rows[index].folded) or reasons[index - 1] in ("page footer", "address of the site"))
        ):
            reasons[index] = "address of the site"


def _mark_footers(rows: Sequence[Row], reasons: list[str], letter: tuple[str, ...]) -> None:
    """Whatever shares an element with a line of the footer, where the letter stands outside of that element."""
    until = -1
    for at in [at for at, why in enumerate(reasons) if why == "page footer"]:
        if at <= until:
            continue  # reached from a line of the same footer
        inside = rows[at].line.inside
        around = next((inside[:n] for n in range(1, len(inside) + 1) if letter[:n] != inside[:n]), None)
        if around is None or not letter:
            continue
        near = at
        for step, end in ((-1, until), (1, len(rows))):
            near = at + step
            while near != end and rows[near].line.inside[: len(around)] == around and not _is_letters_own(rows[near]):
                reasons[near] = reasons[near] or "address of the site"
                near += step
        until = near - 1


def _is_letters_own(row: Row) -> bool:
    """A row that only a letter has: its contact persons, its copies, its forms, or a date."""
    folded = row.folded
    return _LETTER_WORDS.search(folded) is not None or any(folded.startswith(label + "：") for label in _TAIL_PERSON)
