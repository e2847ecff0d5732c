"""发文字号 and 签发人 in the head of a letter: all writings of the number, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import codes, letter, reply_of, shown, trace_of

TITLE = "关于县政协十届二次会议第57号提案的答复"

# line of the head → canonical text, organ code, year, serial
NUMBERS: dict[str, tuple[str, str, str | None, int | None, int | None]] = {
    "hexagonal": ("青民函〔2023〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "layout-spaces": ("青民函 〔2023〕 8 号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "lenticular": ("青民函【2023】8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "square": ("青民函[2023]8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "square-full-width": ("青民函［2023］8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "small-form": ("青民函﹝2023﹞8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "round": ("青民函(2023)8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "round-full-width": ("青民函（2023）8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "angle": ("青民函〈2023〉8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "book-title-signs": ("青民函《2023》8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "mixed-brackets": ("青民函〔2023)8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "with-zi": ("青民字〔2023〕8号", "青民字〔2023〕8号", "青民字", 2023, 8),
    "code-and-colon": ("建议字：〔2019〕26号", "建议字〔2019〕26号", "建议字", 2019, 26),
    "ministry-zi-di": ("建提复字〔2023〕第29号", "建提复字〔2023〕第29号", "建提复字", 2023, 29),
    "padded": ("深规划资源函〔2024〕019号", "深规划资源函〔2024〕019号", "深规划资源函", 2024, 19),
    "full-width-digits": ("青民函〔２０２３〕８号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "chinese-year": ("青民函〔二〇二三〕8号", "青民函〔二〇二三〕8号", "青民函", 2023, 8),
    "letter-o-for-zero": ("青民函〔2O23〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "full-width-o-for-zero": ("青民函〔2Ｏ2３〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "ring-for-zero": ("青民函〔2○23〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "sub-number": ("凤政（2011）第31-1号", "凤政〔2011〕第31-1号", "凤政", 2011, 31),
    "sub-number-dash": ("凤政〔2011〕31—1号", "凤政〔2011〕31-1号", "凤政", 2011, 31),
    "empty": ("青民函〔2023〕号", "青民函〔2023〕号", "青民函", 2023, None),
    "empty-spaced": ("青民函〔2023〕   号", "青民函〔2023〕号", "青民函", 2023, None),
    "traditional": ("青民複〔2023〕8號", "青民複〔2023〕8號", "青民複", 2023, 8),
    "hao-lost": ("青民函〔2023〕8", "青民函〔2023〕8", "青民函", 2023, 8),
    "latin-code": ("QM函〔2023〕8号", "QM函〔2023〕8号", "QM函", 2023, 8),
    "label-wenhao": ("文号：青民函〔2023〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "label-spaced": ("文  号：青民函〔2023〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "label-fawen": ("发文字号：青民函〔2023〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "label-bianhao": ("编号：青民函〔2023〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
    "whole-in-brackets": ("（青民函〔2023〕8号）", "青民函〔2023〕8号", "青民函", 2023, 8),
    "corps": ("兵教函〔2023〕8号", "兵教函〔2023〕8号", "兵教函", 2023, 8),
    "division": ("师市水函〔2023〕8号", "师市水函〔2023〕8号", "师市水函", 2023, 8),
    "party-committee": ("榆组函〔2023〕8号", "榆组函〔2023〕8号", "榆组函", 2023, 8),
    "long-code": ("国科提案字〔2023〕8号", "国科提案字〔2023〕8号", "国科提案字", 2023, 8),
    "organ-on-line": ("青浦区民政局 青民函〔2023〕8号", "青民函〔2023〕8号", "青民函", 2023, 8),
}


@pytest.mark.parametrize(("line", "text", "code", "year", "serial"), NUMBERS.values(), ids=NUMBERS)
def test_number(line: str, text: str, code: str | None, year: int | None, serial: int | None) -> None:
    number = reply_of(letter(line, TITLE)).document_number
    assert number is not None
    assert (number.text, number.organ_code, number.year, number.serial) == (text, code, year, serial)


PLACES: dict[str, tuple[str, str, str]] = {
    "above-title": ("a.txt", letter("青民函〔2023〕8号", TITLE), "青民函〔2023〕8号"),
    "below-title": ("a.txt", letter(TITLE, "青民函〔2023〕8号"), "青民函〔2023〕8号"),
    "behind-title": ("a.txt", letter(TITLE + "（青民函〔2023〕8号）"), "青民函〔2023〕8号"),
    "behind-title-square": ("a.txt", letter(TITLE + "（青民函[2023]8号）"), "青民函〔2023〕8号"),
    "below-title-in-brackets": ("a.txt", letter(TITLE, "（青民函〔2023〕8号）"), "青民函〔2023〕8号"),
    "with-signer-on-line": ("a.txt", letter("青民函〔2023〕8号      签发人：陆 远", TITLE), "青民函〔2023〕8号"),
    "bold": ("a.md", letter("**青民函〔2023〕8号**", f"**{TITLE}**"), "青民函〔2023〕8号"),
    "markdown-escaped": ("a.md", letter(r"青民函\[2023\]8号", TITLE), "青民函〔2023〕8号"),
    "metadata-line": (
        "a.txt",
        "索引号：QP-2023-0071　文号：青民函〔2023〕8号\n\n" + letter(TITLE),
        "青民函〔2023〕8号",
    ),
    "metadata-table": (
        "a.md",
        "| 索引号 | QP-2023-0071 | 文号 | 青民函〔2023〕8号 |\n| --- | --- | --- | --- |\n"
        "| 发布机构 | 青浦区民政局 | 成文日期 | 2023-06-12 |\n\n" + letter(TITLE),
        "青民函〔2023〕8号",
    ),
    "letter-before-metadata": (
        "a.txt",
        "索引号：QP-2023-0071　文号：青民函〔2023〕9号\n\n" + letter("青民函〔2023〕8号", TITLE),
        "青民函〔2023〕8号",
    ),
    "html-right-aligned": (
        "a.html",
        f'<p align="right">青民函〔2023〕8号</p><h2>{TITLE}</h2><p>' + letter(gap="</p><p>") + "</p>",
        "青民函〔2023〕8号",
    ),
    "long-organ-on-its-row": (
        "a.txt",
        letter(TITLE, "新疆生产建设兵团第九师一六一团社会事务管理中心　　　　师社函〔2023〕8号"),
        "师社函〔2023〕8号",
    ),
    "one-line-page": (
        "a.txt",
        letter(
            "青浦区民政局",
            "青民函〔2023〕8号",
            TITLE,
            gap=" ",
            body="近年来，我局持续推进相关工作。一、加大投入。已建成服务站点12个，覆盖居民3万人，"
            "全年接待群众两万余人次，服务水平稳步提升。二、健全制度。出台管理办法，建立巡查机制，实行挂牌销号。",
        ),
        "青民函〔2023〕8号",
    ),
}


@pytest.mark.parametrize(("name", "text", "number"), PLACES.values(), ids=PLACES)
def test_number_place(name: str, text: str, number: str) -> None:
    assert shown(reply_of(text, name).document_number) == number


def test_signer_beside_a_contact() -> None:
    end = ("青浦区民政局", "2023年6月12日", "领导签发：陆远舟　　联系人：沈可 021-59720001")
    reply = reply_of(letter(TITLE, end=end))
    assert shown(reply.signer) == "陆远舟"
    assert [shown(c.name) for c in reply.contacts] == ["沈可"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(letter(TITLE), id="none"),
        pytest.param(
            letter(TITLE, body="根据《青浦区养老服务条例》（青政发〔2021〕3号）要求，我局持续推进。"),
            id="cited-in-body",
        ),
        pytest.param(
            letter(TITLE, end=("青浦区民政局", "2023年6月12日", "上一条：关于印发规划的通知（青政发〔2021〕3号）")),
            id="cited-in-link",
        ),
        pytest.param(letter("（2023年）", TITLE), id="bare-year"),
        pytest.param(letter(TITLE, "（2023）"), id="bare-year-below"),
    ],
)
def test_no_number(text: str) -> None:
    assert reply_of(text).document_number is None


def test_empty_number_is_told() -> None:
    assert "document-number-empty" in codes(reply_of(letter("青民函〔2023〕号", TITLE)))


def test_brackets_lost_is_told_and_not_guessed() -> None:
    reply = reply_of(letter("青民函20238号", TITLE))
    assert reply.document_number is None
    assert "document-number-damaged" in codes(reply)


def test_second_number_is_rejected() -> None:
    text = letter("青民函〔2023〕8号", TITLE, "青民函〔2023〕9号")
    assert shown(reply_of(text).document_number) == "青民函〔2023〕8号"
    assert "青民函〔2023〕9号" in [e.text for e in trace_of(text).of("document_number") if not e.accepted]


SIGNERS: dict[str, tuple[str, str]] = {
    "own-line": ("签发人：陆远舟", "陆远舟"),
    "label-spaced": ("签 发 人：陆远舟", "陆远舟"),
    "name-spaced": ("签发人：陆  远", "陆远"),
    "half-width": ("签发人:陆远舟", "陆远舟"),
    "leader": ("领导签发：陆远舟", "陆远舟"),
    "on-number-line": ("青民函〔2023〕8号　　　签发人：陆远舟", "陆远舟"),
    "glued-to-number": ("青民函〔2023〕8号签发人：陆远舟", "陆远舟"),
    "glued-to-class": ("签发人：陆远舟　　类别：B", "陆远舟"),
    "in-brackets": ("（签发人：陆远舟）", "陆远舟"),
    "uyghur-name": ("签发人：艾力·买买提", "艾力·买买提"),
    "long-tibetan-name": ("签发人：旦增曲珍", "旦增曲珍"),
    "compound-name": ("签发人：欧阳致远", "欧阳致远"),
    "no-colon": ("签发人　陆远舟", "陆远舟"),
    "bold-label": ("**签发人**：陆远舟", "陆远舟"),
}


@pytest.mark.parametrize(("line", "name"), SIGNERS.values(), ids=SIGNERS)
def test_signer(line: str, name: str) -> None:
    assert shown(reply_of(letter(line, TITLE), "a.md" if "*" in line else "a.txt").signer) == name


def test_signer_behind_the_date() -> None:
    assert shown(reply_of(letter(TITLE, end=("青浦区民政局", "2023年6月12日", "领导签发：陆远舟"))).signer) == "陆远舟"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(letter("签发人：", TITLE), id="empty-label"),
        pytest.param(letter("签发人：　　　　类别：B", TITLE), id="empty-before-class"),
        pytest.param(
            letter(TITLE, body="此复函已经陆远舟局长审签，我局持续推进相关工作。"), id="approved-in-running-text"
        ),
        pytest.param(letter(TITLE, body="该文件由签发人签发后印发，我局持续推进相关工作。"), id="word-in-running-text"),
    ],
)
def test_no_signer(text: str) -> None:
    assert reply_of(text).signer is None
