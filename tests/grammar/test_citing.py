"""What citations tell together: marks out of order, laws no longer in force, named issuers, the page's date."""

from __future__ import annotations

import pytest

from govreply.model import MarkFault, Reply
from tests.grammar.body_letter import letter, reply_of


def _reply(*body: str) -> Reply:
    return reply_of(letter(*body))


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (("按照《牧区公路养护办法的要求落实。",), [(MarkFault.UNCLOSED, "《牧区公路养护办法的要求")]),
        (("按照牧区公路养护办法》的要求落实。",), [(MarkFault.UNOPENED, "按照牧区公路养护办法》")]),
        (
            ("按照《牧区公路养护办法的要求，落实《路产移交规定》。",),
            [(MarkFault.UNCLOSED, "《牧区公路养护办法的要求")],
        ),
        (("转发《关于印发《养护办法》的通知》。",), [(MarkFault.NESTED, "《养护办法》")]),
        (("转发《关于印发〈养护办法〉的通知》。",), []),
        (("转发《关于印发<养护办法>的通知》。",), []),
        (("落实《养护办法》《移交规定》和《巡查规程》。",), []),
        (("一、健全制度。按照《牧区公路", "养护办法》的要求落实。"), []),
    ],
)
def test_title_marks(body: tuple[str, ...], faults: list[tuple[MarkFault, str]]) -> None:
    assert [(mark.fault, mark.text) for mark in _reply(*body).citing.marks] == faults


def test_a_mark_in_the_title_counts() -> None:
    text = letter("已经落实。").replace("第108号提案的答复", "第108号《关于养路的提案的答复")
    (mark,) = reply_of(text).citing.marks
    assert text[mark.mark.start : mark.mark.end] == "《"


def test_the_outer_mark_is_told_once_for_each_outer_title() -> None:
    text = letter("转发《关于印发《养护办法》和《移交规定》的通知》。")
    (mark,) = reply_of(text).citing.marks
    assert mark.outer is not None
    assert text[mark.outer.start : mark.outer.start + 5] == "《关于印发"


@pytest.mark.parametrize(
    ("sentence", "law", "in_force"),
    [
        ("依据《中华人民共和国合同法》有关规定签订协议。", "合同法", True),
        ("按照《物权法》第七十六条的规定，由业主共同决定。", "物权法", True),
        ("《信访条例》规定，答复时限为六十日。", "信访条例", True),
        ("该协议于2015年依据《合同法》签订。", "合同法", False),
        ("原《城市规划法》已于2008年废止。", "城市规划法", False),
        ("法院审理该案件适用《合同法》的规定。", "合同法", False),
        ("牧民对《物权法》不够熟悉。", "物权法", False),
    ],
)
def test_repealed_laws(sentence: str, law: str, in_force: bool) -> None:
    (found,) = _reply(sentence).citing.laws
    assert (found.law, found.in_force) == (law, in_force)


@pytest.mark.parametrize(
    "sentence",
    [
        "依据《民法典》有关规定签订协议。",
        "依据《青海省信访条例》办理。",
        "依据合同法有关规定签订协议。",
        "依据《劳动合同法》办理。",
    ],
)
def test_what_is_no_repealed_law(sentence: str) -> None:
    assert _reply(sentence).citing.laws == ()


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("州政府印发《牧区公路养护办法》（西政〔2022〕5号）。", "州政府"),
        ("为加强养护，海西州人民政府出台了《牧区公路养护办法》（西政〔2022〕5号）。", "海西州人民政府"),
        ("2022年，省政府办公厅先后印发《牧区公路养护办法》（青政办〔2022〕5号）。", "省政府办公厅"),
        ("国务院发布《公路安全保护条例》。", "国务院"),
    ],
)
def test_named_issuers(sentence: str, issuer: str) -> None:
    (found,) = _reply(sentence).citing.issued
    assert found.issuer.text == issuer


@pytest.mark.parametrize(
    "sentence",
    [
        "经州政府同意，州交通运输局印发《牧区公路养护办法》（西交〔2022〕5号）。",
        "州交通运输局印发《牧区公路养护办法》（西交〔2022〕5号）。",
        "报请州政府印发《牧区公路养护办法》（西交〔2022〕5号）。",
        "州政府高度重视，《牧区公路养护办法》（西交〔2022〕5号）已经出台。",
    ],
)
def test_issuers_that_are_not_named(sentence: str) -> None:
    assert _reply(sentence).citing.issued == ()


@pytest.mark.parametrize(
    ("body", "damaged"),
    [
        ("认真研究,已经落实,成效明显,群众满意,继续推进。", True),
        ("认真研究，已经落实，“四好农村路建设，“平安公路建设，“美丽公路建设。", True),
        ("认真研究，已经落实，“四好农村路”建设成效明显。", False),
        ("投入1,276万元、新增1,300个点位，已经落实，成效明显，群众满意。", False),
    ],
)
def test_copies_that_lost_signs(body: str, damaged: bool) -> None:
    assert _reply(body).citing.damaged is damaged


def test_the_date_that_the_page_gives() -> None:
    text = "来源：海西州交通运输局 | 时间：2023-07-20 | 【打印】 【关闭】\n\n" + letter("已经落实。", tail=())
    found = reply_of(text).citing.page_date
    assert found is not None
    assert found.iso == "2023-07-20"


def test_no_date_without_a_page() -> None:
    assert _reply("自2020年3月1日起实施。").citing.page_date is None


def test_endless_sentences_are_read_to_the_end() -> None:
    assert len(_reply("依据《合同法》" * 600).citing.laws) == 600
    assert len(_reply("《养" * 2000).citing.marks) == 2000
    assert len(_reply("，州政府印发《养护办法》" * 400).citing.issued) == 400
