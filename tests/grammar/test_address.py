"""How the letter speaks to its addressee and of itself."""

from __future__ import annotations

import pytest

from govreply.model import Address, Reply, Text

from .body_letter import letter, reply_of

BODY = "我局已将该路段列入改造计划。"


def read(*body: str, opening: str | None = None, thanks: str = "此复。") -> tuple[str, Reply]:
    text = letter(*body, thanks=thanks) if opening is None else letter(*body, opening=opening, thanks=thanks)
    return text, reply_of(text)


def address(*body: str, opening: str | None = None, thanks: str = "此复。") -> Address:
    return read(*body, opening=opening, thanks=thanks)[1].address


def texts(found: tuple[Text, ...]) -> list[str]:
    return [t.text for t in found]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("感谢您们的支持，您的意见很好。", [("您们", "several"), ("您", "one")]),
        ("请你们监督，你提出的问题已解决。", [("你们", "several"), ("你", "one")]),
        ("请贵单位填写，贵党和贵委员会的意见已采纳。", [("贵单位", "unit"), ("贵党", "unit"), ("贵委员会", "unit")]),
        ("感谢贵会，欢迎贵社监督。", [("贵会", "unit"), ("贵社", "unit")]),
        ("吸收宝贵意见，赴贵州、贵阳学习，水价不贵。", []),
        ("推行“您点单、我上门”服务。", []),
        ("各村你追我赶，建成迷你公园。", []),
        ("召开宝贵会议，名贵局部保护。", []),
    ],
)
def test_words_of_address(sentence: str, words: list[tuple[str, str]]) -> None:
    found = address(sentence, opening="格桑提出的《关于改善牧区道路条件的提案》收悉，现答复如下：").pronouns
    assert [(p.text, p.kind.value) for p in found] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("我局会同各县推进，我局负责监督。", ["局", "局"]),
        ("我委和我厅、我部均已落实。", ["委", "厅", "部"]),
        ("开展自我部署，我部分干部下沉。", []),
        ("来函称“我委将安排资金”。", []),
        ("我州、我县和我镇道路均已改造。", []),
    ],
)
def test_words_for_itself(sentence: str, words: list[str]) -> None:
    assert [o.unit for o in address(sentence).own] == words


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("海西州交通运输局建立台账。", ["海西州交通运输局"]),
        ("州交通运输局建立台账。", ["州交通运输局"]),
        ("州财政局、州交通运输局建立台账。", []),
        ("州交通运输局官网公布进度。", []),
        ("依据州交通运输局《关于改造牧道的通知》实施。", []),
        ("州财政局建立台账。", []),
    ],
)
def test_its_own_name_as_that_of_somebody_else(sentence: str, names: list[str]) -> None:
    assert texts(address(sentence).own_names) == names


def test_thanks_name_their_own_organ_by_right() -> None:
    assert address(BODY, thanks="感谢您对州交通运输局工作的关心和支持！").own_names == ()


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("感谢各位委员长期以来的支持。", ["各位委员"]),
        ("感谢人大代表们的监督。", ["人大代表们"]),
        ("对各位代表的关心表示衷心的感谢。", ["各位代表"]),
        ("欢迎各位代表监督。", []),
        ("感谢您的支持，欢迎各位代表监督。", []),
    ],
)
def test_thanks_to_many(sentence: str, whom: list[str]) -> None:
    assert texts(address(sentence).thanked) == whom


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("采纳格桐委员的意见。", ["格桐"]),
        ("感谢多吉次委员的支持。", ["多吉次"]),
        ("与多吉次、卓玛央委员座谈。", []),
        ("听取各位代表和全体委员意见。", []),
        ("多吉次代表团建议改造。", []),
    ],
)
def test_persons_with_their_title(sentence: str, names: list[str]) -> None:
    assert [p.name.text for p in address(sentence).persons] == names


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("您等5位委员提出的《关于改善牧区道路条件的提案》收悉，现答复如下：", ["等5位"]),
        ("您与多吉次联名提出的《关于改善牧区道路条件的提案》收悉，现答复如下：", ["联名"]),
        ("您提出的《关于成立等3位委员工作室的提案》收悉，现答复如下：", []),
    ],
)
def test_words_for_further_proposers(opening: str, words: list[str]) -> None:
    assert texts(address(BODY, opening=opening).several) == words


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("经三部门共同研究，现联合答复如下。", 3),
        ("由两家单位联合作出答复。", 2),
        ("现由4个部门联合回复如下。", 4),
        ("三部门共同研究，现答复如下。", None),
        ("七部门联合印发通知。", None),
        ("第三部门联合答复。", None),
    ],
)
def test_the_number_of_organs_that_answer_together(sentence: str, count: int | None) -> None:
    joint = address(sentence).joint
    assert (joint.count if joint else None) == count


def test_places_are_those_of_the_source() -> None:
    text, reply = read("我 局感谢格桐委员，感谢各位代表，请贵单位监督。", "三部门联合答复。")
    found = reply.address
    pieces = [*found.pronouns, *found.own, *found.thanked, *[p.name for p in found.persons]]
    assert found.joint is not None
    shown = {"".join(text[t.span.start : t.span.end].split()) for t in [*pieces, found.joint]}
    assert shown == {"您", "贵单位", "我局", "各位代表", "格桐", "三部门"}
