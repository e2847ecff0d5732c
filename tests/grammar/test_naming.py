"""How organs, parties and short forms are named throughout the letter."""

from __future__ import annotations

import pytest

from govreply.model import Alias, OrganName, Reply

from .body_letter import letter, reply_of


def organ(sentence: str, core: str) -> OrganName:
    (found,) = [o for o in reply_of(letter(sentence)).naming.organs if o.core == core]
    return found


def aliases(*body: str, opening: str | None = None) -> tuple[Alias, ...]:
    return (reply_of(letter(*body)) if opening is None else reply_of(letter(*body, opening=opening))).naming.aliases


@pytest.mark.parametrize(
    ("sentence", "core", "place"),
    [
        ("州环保局负责监测。", "环保局", "州"),
        ("德令哈市环保局负责监测。", "环保局", "德令哈市"),
        ("国家能源局批准立项。", "国家能源局", ""),
        ("州市场监管局负责检查。", "市场监管局", "州"),
    ],
)
def test_place_and_core(sentence: str, core: str, place: str) -> None:
    assert organ(sentence, core).place == place


@pytest.mark.parametrize(
    "sentence",
    [
        "原州环保局负责监测。",
        "原州财政局、州环保局负责监测。",
        "州环保局已更名。",
        "机构改革期间，州环保局负责监测。",
        "早在建站之初，州环保局负责监测。",
        "州环保局家属院道路已改造。",
    ],
)
def test_former_organs_and_spots(sentence: str) -> None:
    assert organ(sentence, "环保局").recalled


@pytest.mark.parametrize(
    "sentence", ["州环保局负责监测。", "因原料涨价，州环保局加强监测。", "原计划不变。州环保局负责监测。"]
)
def test_organs_of_today(sentence: str) -> None:
    assert not organ(sentence, "环保局").recalled


def test_what_its_sentence_tells() -> None:
    found = organ("2016年至2018年，州环保局负责监测。2020年移交。", "环保局")
    assert found.years == (2016, 2018)
    assert not found.citing
    assert organ("按照州环保局《关于加强监测的通知》执行。", "环保局").citing
    assert organ("州环保局海环〔2017〕30号要求监测。", "环保局").citing


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("州财政局、州环保局负责监测。", True),
        ("州环保局和州财政局负责监测。", True),
        ("州环保局负责监测，州财政局安排资金。", False),
    ],
)
def test_organs_side_by_side(sentence: str, beside: bool) -> None:
    assert organ(sentence, "环保局").beside is beside


@pytest.mark.parametrize("sentence", ["落实《州环保局工作方案》。", "委员建议“由州环保局监测”。"])
def test_names_inside_marks_are_not_the_letters_own(sentence: str) -> None:
    assert [o for o in reply_of(letter(sentence)).naming.organs if o.core == "环保局"] == []


def test_letterhead_and_signature_do_not_run() -> None:
    found = reply_of(letter("州财政局安排资金。")).naming.organs
    assert [(o.text, o.running) for o in found] == [("州财政局", True), ("海西州交通运输局", False)]


@pytest.mark.parametrize(
    ("sentence", "slips"),
    [
        ("感谢民进党海西州委员会的支持。", [("民进党", "民进")]),
        ("由九三学社党州委会牵头调研。", [("九三学社党", "九三学社")]),
        ("民革党员和居民建党支部参加。", []),
        ("台湾民进党当局阻挠交流。", []),
    ],
)
def test_wrong_names_of_parties(sentence: str, slips: list[tuple[str, str]]) -> None:
    assert [(s.text, s.right) for s in reply_of(letter(sentence)).naming.party_slips] == slips


def test_a_wrong_name_in_the_address_line() -> None:
    text = letter("州财政局安排资金。").replace("格桑委员：", "民盟党海西州委员会：")
    (slip,) = reply_of(text).naming.party_slips
    assert text[slip.span.start : slip.span.end] == "民盟党"


@pytest.mark.parametrize(
    ("sentence", "short", "full"),
    [
        ("落实《海西州公路条例》（以下简称《条例》）。", "条例", "《海西州公路条例》"),
        ("落实《海西州公路条例》（海政〔2020〕3号，以下简称条例）。", "条例", "《海西州公路条例》"),
        ("加快牧区道路综合改造工程（以下简称“牧道工程”）建设。", "牧道工程", "牧区道路综合改造工程"),
        ("会同州发展和改革委员会（下称州发改委）办理。", "州发改委", "州发展和改革委员会"),
        ("加快道路工程（以下简称二期项目）建设。", "二期项目", None),
    ],
)
def test_definitions(sentence: str, short: str, full: str | None) -> None:
    (alias,) = aliases(sentence)
    assert (alias.short, alias.full.text if alias.full else None) == (short, full)


@pytest.mark.parametrize(
    "sentence", ["建设风光储（简称“风光储”）项目。", "（以下分别简称甲、乙）", "以下简称问题清单。"]
)
def test_what_is_no_definition(sentence: str) -> None:
    assert aliases(sentence) == ()


def test_uses_before_and_behind() -> None:
    (alias,) = aliases(
        "《条例》实施以来成效明显，各类条例完善。",
        "落实《海西州公路条例》（以下简称《条例》），宣传《海西州公路条例》，执行条例。",
        "对照《条例》检查。",
    )
    assert [t.text for t in alias.before] == ["《条例》"]
    assert [t.text for t in alias.after] == ["条例", "条例"]


def test_quoted_uses_do_not_come_before_their_time() -> None:
    (alias,) = aliases("您建议“建设牧道工程”。", "加快牧区道路综合改造工程（以下简称牧道工程）建设。")
    assert alias.before == ()
    assert alias.after == ()


def test_other_shortenings() -> None:
    (alias,) = aliases(
        "培育水资源使用权交易市场（以下简称水权交易市场）。水权市场起步早，全国水权市场逐步形成。", "规范水权市场。"
    )
    assert [t.text for t in alias.variants] == ["水权市场", "水权市场"]


def test_a_definition_in_the_receipt_sentence() -> None:
    (alias,) = aliases(
        "州财政局安排资金。",
        opening="您提出的《关于改善牧区道路条件的提案》（以下简称《提案》）收悉，现答复如下：",
    )
    assert alias.in_title


def test_hostile_numbers_of_definitions_are_bounded() -> None:
    reply: Reply = reply_of(letter("《海西州公路条例》（以下简称《条例》）。" * 300))
    assert len(reply.naming.aliases) == 40
