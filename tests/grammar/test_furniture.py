"""What stands on a page around a letter takes nothing from the letter and adds nothing to it."""

from __future__ import annotations

import pytest

from tests.grammar.page_letter import (
    CONTACT,
    HEAD,
    SIGNED,
    assert_letter_is_whole,
    html_letter,
    read_html,
    read_markdown,
    read_text,
    text_letter,
    trace_of,
)

OTHER = "石嘴山市交通运输局关于市十五届人大三次会议第117号建议的答复"

ABOVE = [
    pytest.param(("首页 > 政务公开 > 建议提案办理 > 政协提案",), id="breadcrumb"),
    pytest.param(("当前位置：首页>>政务公开>>提案办理",), id="breadcrumb-labelled"),
    pytest.param(("您现在的位置是：网站首页 / 信息公开 / 政协提案",), id="breadcrumb-slashes"),
    pytest.param(("您的位置：首页 - 公开 - 提案",), id="breadcrumb-hyphens"),
    pytest.param(("首页　政务公开　办事服务　互动交流　数据开放",), id="menu-on-one-line"),
    pytest.param(("首页", "政务公开", "办事服务", "互动交流"), id="menu-a-line-each"),
    pytest.param(("无障碍阅读 | 长者模式 | 繁体 | English",), id="aids"),
    pytest.param(("登录 | 注册",), id="login"),
    pytest.param(("今天是2024年3月2日 星期六",), id="today"),
    pytest.param(("欢迎访问石嘴山市交通运输局网站",), id="welcome"),
    pytest.param(("来源：石嘴山市交通运输局　发布时间：2023-07-01　浏览次数：88次",), id="source-line"),
    pytest.param(("发布日期:2023-07-01 16:05 字号:[大 中 小] 打印",), id="font-size-half-width"),
    pytest.param(("2023-07-01　来源：市交通运输局　【字体：大 中 小】",), id="date-then-source"),
    pytest.param(("分享到：微信 微博 QQ空间",), id="share"),
    pytest.param(("扫一扫在手机打开当前页",), id="qr-code"),
    pytest.param(("作者：　　点击数：97",), id="clicks"),
    pytest.param(
        ("<!--[if gte mso 9]><xml>Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE</xml>",), id="word-comment"
    ),
    pytest.param(('@font-face{font-family:"Times New Roman";}',), id="word-style"),
    pytest.param(("{{title}}",), id="template-placeholder"),
    pytest.param(("${article.title}",), id="template-variable"),
]

BELOW = [
    pytest.param((f"上一篇：{OTHER}", "下一篇：没有了"), id="neighbours"),
    pytest.param(("上一篇：", OTHER, "下一篇：", OTHER.replace("117", "118")), id="neighbours-on-own-lines"),
    pytest.param((f"上一条：{OTHER}　下一条：{OTHER}",), id="neighbours-on-one-line"),
    pytest.param((f"·前一篇：{OTHER}",), id="neighbour-with-dot"),
    pytest.param((f"【上一篇】{OTHER}",), id="neighbour-in-brackets"),
    pytest.param(("相关文章", OTHER, OTHER.replace("117", "118") + " 2023-06-20"), id="list-of-others"),
    pytest.param(
        ("最新文件", f"· {OTHER} [06-20]", f"· {OTHER.replace('117', '9')} [06-19]", "更多>>"), id="list-with-dates"
    ),
    pytest.param(("【打印】【关闭】",), id="print-close"),
    pytest.param(("打印本页 关闭窗口",), id="print-close-words"),
    pytest.param(("我要纠错　打印　收藏　关闭",), id="correct-print"),
    pytest.param(("返回顶部",), id="to-top"),
    pytest.param(("版权所有：石嘴山市交通运输局　宁ICP备05001234号-1",), id="footer"),
    pytest.param(
        ("主办：石嘴山市交通运输局　承办：市大数据中心", "地址：石嘴山市大武口区　邮编：753000　电话：0952-2012345"),
        id="footer-with-phone-and-postcode",
    ),
    pytest.param(
        ("网站标识码：6402000012　宁公网安备64020002000101号", "联系电话：0952-2012345"), id="footer-phone-behind"
    ),
    pytest.param(
        ("Copyright © 2023 All Rights Reserved", "邮箱：jt@example.gov.cn　值班电话：0952-2012345"), id="footer-english"
    ),
    pytest.param(("关于我们 | 网站地图 | 联系我们 | 隐私声明",), id="footer-links"),
    pytest.param(("建议使用1024×768以上分辨率浏览",), id="resolution"),
    pytest.param(("下载“宁政通”APP", "关注微信公众号"), id="advertising"),
    pytest.param(("— 3 —",), id="page-number"),
    pytest.param(("责任编辑：米学成",), id="editor"),
]


@pytest.mark.parametrize("lines", ABOVE)
def test_above_in_text(lines: tuple[str, ...]) -> None:
    assert_letter_is_whole(read_text(text_letter(before=lines)))


@pytest.mark.parametrize("lines", ABOVE[:-5])
def test_above_in_markdown(lines: tuple[str, ...]) -> None:
    assert_letter_is_whole(read_markdown(text_letter(before=lines)))


@pytest.mark.parametrize("lines", BELOW)
def test_below_in_text(lines: tuple[str, ...]) -> None:
    reply = read_text(text_letter(*lines))
    assert_letter_is_whole(reply)
    assert [d.detail for d in reply.diagnostics if d.code == "left-over"] == []


@pytest.mark.parametrize("lines", BELOW)
def test_below_in_html(lines: tuple[str, ...]) -> None:
    assert_letter_is_whole(read_html(html_letter("".join(f"<div>{line}</div>" for line in lines))))


PAGES = [
    pytest.param('<div class="nav"><a href="#">首页</a><a href="#">公开</a></div>', "{}", "", id="menu-of-links"),
    pytest.param(
        f'<ul class="hotnews"><li><a href="#">{OTHER}</a></li><li><a href="#">{OTHER}</a></li></ul>',
        "{}",
        "",
        id="side-list",
    ),
    pytest.param("", "<table><tr><td>{}</td></tr></table>", "", id="whole-letter-in-one-cell"),
    pytest.param(
        "",
        "<table><tr><td><table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table></td></tr></table>",
        "",
        id="nested-layout-tables",
    ),
    pytest.param(
        "",
        f'<table><tr><td width="20%"><a href="#">{OTHER}</a></td><td>{{}}</td></tr></table>',
        "",
        id="side-column-beside-the-letter",
    ),
    pytest.param(
        "<header>石嘴山市人民政府门户网站</header>",
        "<main>{}</main>",
        "<footer>电话：0952-2012345</footer>",
        id="header-and-footer",
    ),
    pytest.param("", "{}", '<div class="bottom">地址：大武口区　电话：0952-2012345</div>', id="bottom-by-class"),
    pytest.param("", '<div class="wz_content">{}</div>', '<div id="prevnext">上一篇：无</div>', id="content-class"),
    pytest.param("<script>var t='关于';</script><style>p{margin:0}</style>", "{}", "", id="script-and-style"),
    pytest.param("<p>首页&gt;<a>公开</a>&gt;正文</p>", "{}", "", id="breadcrumb-with-links"),
    pytest.param(
        "",
        "<table><tr><td><ul><li><a href=1>首页</a></li><li><a href=2>机构</a></li></ul></td><td>{}</td></tr></table>",
        "",
        id="short-column-of-links-beside-the-letter",
    ),
    pytest.param(
        "", "<table><tr><td>通知公告</td><td>{}</td></tr></table>", "", id="head-of-a-column-beside-the-letter"
    ),
    pytest.param(
        "", '<div class="menu-content side"><section>{}</section></div>', "", id="letter-in-an-element-called-side"
    ),
    pytest.param("", '<form id="aspnetForm" method="post">{}</form>', "", id="page-in-one-form"),
    pytest.param(
        "", '<div class="position path"><div class="menu">{}</div></div>', "", id="letter-in-an-element-called-menu"
    ),
    pytest.param(
        "<div id='left'><h3>推荐阅读</h3><ol><li>甲局关于市政协十一届二次会议第7号提案的复函</li></ol></div>",
        "<div id='right'>{}</div>",
        "",
        id="list-of-others-right-before-the-letter",
    ),
    pytest.param(
        f"<div style='display:none'><p>{OTHER}</p><p>白小川代表：</p><p>联系人：白小川　0952-2000001</p></div>",
        "{}",
        "<table hidden><tr><td>满意</td><td>√</td></tr></table>",
        id="hidden-rows-and-tables",
    ),
    pytest.param(f"<!-- <p>{OTHER}</p> --><template><p>{OTHER}</p></template>", "{}", "", id="comment-and-template"),
    pytest.param("", "<div style='display:none'>{}</div>", "<div>请开启脚本</div>", id="letter-that-a-script-shows"),
    pytest.param(
        "",
        "{}",
        "<div>石嘴山市交通运输局主办<br>联系电话：0952-2012345<br>地址：大武口区</div>",
        id="footer-host-first",
    ),
    pytest.param(
        "",
        "{}",
        "<div><p>联系电话：0952-2012345　地址：大武口区朝阳街</p><p>宁ICP备05001234号</p></div>",
        id="footer-telephone-right-above-the-licence",
    ),
    pytest.param(
        "",
        "{}",
        "<div>电话：0952-2012345</div><div>石嘴山市政务服务中心</div><div>贵公网安备52030302001234号</div>",
        id="footer-of-a-province-called-as-one-is-addressed",
    ),
    pytest.param(
        "<div>您是第3012位访问者</div><div class='pos'>您现在的位置：首页&gt;公开</div>",
        "{}",
        "",
        id="bars-that-address-the-reader",
    ),
]


@pytest.mark.parametrize(("before", "around", "after"), PAGES)
def test_page(before: str, around: str, after: str) -> None:
    assert_letter_is_whole(read_html(html_letter(after, before, around)))


def test_advertising_row_between_two_halves_of_a_sentence() -> None:
    first, second = HEAD[6][:28], HEAD[6][28:]
    head = (*HEAD[:6], first, "【广告】", second, *HEAD[7:])
    reply = read_text(text_letter(head=head))
    assert_letter_is_whole(reply)
    assert [p.text for p in reply.sections[0].paragraphs] == [HEAD[6]]


def test_words_of_furniture_inside_the_letter_stay() -> None:
    head = (*HEAD[:7], "市民可扫描站牌二维码查询到站时间，并在公众号上分享到站提醒。", *HEAD[7:])
    reply = read_text(text_letter(head=head))
    assert_letter_is_whole(reply)
    assert [p.text for p in reply.sections[0].paragraphs][1] == head[7]


def test_furniture_is_told_with_its_reason() -> None:
    reasons = {e.reason for e in trace_of(text_letter(f"上一篇：{OTHER}")).of("title") if not e.accepted}
    assert "link to another document" in reasons


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        pytest.param((), False, id="letter-alone"),
        pytest.param((f"上一篇：{OTHER}",), True, id="neighbour"),
        pytest.param(("宁ICP备05001234号",), True, id="icp"),
        pytest.param(("来源：市交通运输局　发布时间：2023-07-01",), True, id="source"),
        pytest.param(("— 2 —",), False, id="page-number"),
    ],
)
def test_published_page(lines: tuple[str, ...], published: bool) -> None:
    assert read_text(text_letter(*lines)).published is published


def test_html_is_a_published_page() -> None:
    assert read_html(html_letter()).published


def test_phone_of_the_letter_stays_when_a_footer_follows() -> None:
    text = "\n\n".join([*HEAD, *SIGNED, CONTACT, "抄送：市政协提案委员会", "版权所有：石嘴山市交通运输局"]) + "\n"
    reply = read_text(text)
    assert_letter_is_whole(reply)
    assert [c.text for c in reply.copies] == ["市政协提案委员会"]


def test_a_table_of_links_is_a_menu() -> None:
    links = "".join(f"<td><a href='{n}'>{word}</a></td>" for n, word in enumerate(("机构概况", "办事指南", "党建工作")))
    reply = read_html(html_letter(before=f"<table><tr><td>导航栏</td>{links}</tr></table>"))
    assert_letter_is_whole(reply)
    assert [d.code for d in reply.diagnostics if "left-over" in d.code] == []


PATH = "您现在的位置：首页 > 政务公开 > 正文"


@pytest.mark.parametrize(
    "above",
    [("宁夏公路与交通网", PATH), ("中华人民共和国交通运输部", "• 机构", "• 政务服务", PATH), ("银川市人民政府", PATH)],
)
def test_the_name_of_a_site_is_no_letterhead(above: tuple[str, ...]) -> None:
    reply = read_text(text_letter(before=above, head=HEAD[1:]))
    assert_letter_is_whole(reply)
    assert reply.issuer is not None
    assert reply.issuer.text == "石嘴山市交通运输局"
    assert [d.detail for d in reply.diagnostics if d.code == "left-over"] == []


@pytest.mark.parametrize("above", [("石嘴山市交通运输局文件",), ("石嘴山市交通运输局文件", "石交函〔2023〕18号")])
def test_a_letterhead_above_a_path_stays_one(above: tuple[str, ...]) -> None:
    text = text_letter(before=(*above, PATH), head=HEAD[2 if len(above) == 2 else 1 :])
    reply = read_text(text)
    assert_letter_is_whole(reply)
    assert reply.issuer is not None
    assert reply.issuer.span.end <= text.index(PATH)


def test_a_portal_is_no_issuer_and_metadata_may_leave_out_the_place() -> None:
    banner = '<div class="header">石嘴山市人民政府</div>'
    cells = "<tr><td>索引号</td><td>G1</td><td>发布机构</td><td>市交通运输局</td></tr>"
    page = html_letter(before=f"{banner}<table>{cells}</table>").replace("<p>石嘴山市交通运输局</p>", "", 1)
    for text in (
        page,
        html_letter(before="<div>石嘴山市人民政府门户网站</div>").replace("<p>石嘴山市交通运输局</p>", "", 1),
    ):
        reply = read_html(text)
        assert_letter_is_whole(reply)
        assert reply.issuer is not None and reply.issuer.text == "石嘴山市交通运输局"
