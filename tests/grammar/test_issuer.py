"""The issuer among banner, letterhead, title and metadata, and where two organs stand on one line."""

from __future__ import annotations

import pytest

from tests.grammar import head_letter, page_letter

BANNER = "<div>青石新区管理委员会</div>"
TITLE = "青石新区建设局关于对市政协十一届二次会议第062号提案的答复"


def _page(organ: str, *, title: str, signed: str, banner: str = BANNER) -> str:
    table = f"<table><tr><td>发布机构：</td><td>{organ}</td></tr><tr><td>公开方式：</td><td>主动公开</td></tr></table>"
    lines = [title, *page_letter.HEAD[3:], signed, "2023年6月15日"]
    return f"<html><body>{banner}{table}{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"


def test_banner_above_the_metadata_of_another_organ_is_no_letterhead() -> None:
    reply = page_letter.read_html(_page("青石新区建设局", title=TITLE, signed="青石新区管理委员会建设局"))
    assert reply.issuer is not None
    assert reply.issuer.text == "青石新区建设局"
    assert [d.detail for d in reply.diagnostics if d.code == "left-over"] == []


def test_signature_witnesses_against_the_banner_where_the_title_names_no_organ() -> None:
    title = "关于市政协十一届二次会议第062号提案的答复"
    reply = page_letter.read_html(_page("青石新区建设局", title=title, signed="青石新区建设局"))
    assert reply.issuer is not None
    assert reply.issuer.text == "青石新区建设局"


@pytest.mark.parametrize("organ", ["青石新区管理委员会", "青石新区党政办公室"])
def test_letterhead_stays_where_nothing_else_names_the_organ_of_the_page(organ: str) -> None:
    title = "关于市政协十一届二次会议第062号提案的答复"
    reply = page_letter.read_html(_page(organ, title=title, signed="青石新区管理委员会"))
    assert reply.issuer is not None
    assert reply.issuer.text == "青石新区管理委员会"


PAIRS: dict[str, tuple[tuple[str, ...], str]] = {
    "one-blank-above-the-title": (
        ("石嘴山市民政局 石嘴山市体育局", "关于市政协十一届二次会议第062号提案的答复"),
        "石嘴山市民政局",
    ),
    "in-the-title": (("石嘴山市民政局 石嘴山市体育局关于市政协十一届二次会议第062号提案的联合答复",), "石嘴山市民政局"),
    "party-and-government": (
        ("中共青浦区委办公室　青浦区人民政府办公室", "关于市政协十一届二次会议第062号提案的答复"),
        "中共青浦区委办公室",
    ),
    "one-organ-set-wide": (
        ("石 嘴 山 市 民 政 局", "关于市政协十一届二次会议第062号提案的答复"),
        "石嘴山市民政局",
    ),
    "part-of-an-organ": (
        ("青浦区公安局 交警大队", "关于市政协十一届二次会议第062号提案的答复"),
        "青浦区公安局交警大队",
    ),
}


@pytest.mark.parametrize(("head", "issuer"), PAIRS.values(), ids=PAIRS)
def test_first_of_two_organs_on_a_line_issues(head: tuple[str, ...], issuer: str) -> None:
    reply = head_letter.reply_of(head_letter.letter(*head))
    assert head_letter.shown(reply.issuer) == issuer
