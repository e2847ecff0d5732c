"""Where the document's own number is printed, which places the letterhead and the form name, which assemblies are copied."""

from __future__ import annotations

import pytest

from govreply.model import Body, Identity, Level, Where
from govreply.span import Span
from govreply.testing import Form, Letter, Part
from tests.grammar.body_letter import reply_of

_PAGE = (("索引号", "SW-2023-117"), ("发布日期", "2023年6月20日"))


def _read(letter: Letter, name: str = "letter.md") -> tuple[Identity, str]:
    text = letter.to_markdown()
    return reply_of(text, name).identity, text


def _at(text: str, span: Span) -> str:
    return text[span.start : span.end]


NUMBERS = {
    "head": (Letter(), [("武水函〔2023〕21号", Where.HEAD)]),
    "head-and-metadata": (
        Letter(metadata=(*_PAGE, ("文号", "武水函[2023]12号"))),
        [("武水函〔2023〕12号", Where.METADATA), ("武水函〔2023〕21号", Where.HEAD)],
    ),
    "metadata-alone": (
        Letter(document_number=None, metadata=(*_PAGE, ("文号", "武水函〔2023〕21号"))),
        [("武水函〔2023〕21号", Where.METADATA)],
    ),
    "metadata-without": (Letter(metadata=(*_PAGE, ("文号", "无"))), [("武水函〔2023〕21号", Where.HEAD)]),
    "empty-serial": (Letter(document_number="武水函〔2023〕号"), []),
    "cited": (
        Letter(sections=(Part(heading="进展", paragraphs=("我局已印发通知（武水函〔2022〕40号）。",)),)),
        [("武水函〔2023〕21号", Where.HEAD)],
    ),
}


@pytest.mark.parametrize(("letter", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_own_numbers(letter: Letter, expected: list[tuple[str, Where]]) -> None:
    identity, text = _read(letter)
    assert [(n.number.text, n.where) for n in identity.numbers] == expected
    for printed in identity.numbers:
        assert _at(text, printed.number.span) == printed.number.raw


@pytest.mark.parametrize("line", ["武水函〔2023〕12号", "文号：武水函〔2023〕12号", "（武水函〔2023〕12号）"])
def test_a_number_behind_the_signature(line: str) -> None:
    text = Letter(copies=(), contacts=()).to_text() + f"\n\n{line}\n"
    (_, tail) = reply_of(text).identity.numbers
    assert (tail.number.text, tail.where) == ("武水函〔2023〕12号", Where.TAIL)
    assert _at(text, tail.number.span) == "武水函〔2023〕12号"


FORMS = {
    "title": (Form(title="长沙市政协提案办理情况征询意见表"), ["长沙市"]),
    "unit-word": (Form(extra=(("说明", "填好后请寄自治县人民政府督查室。"),)), ["自治县"]),
    "named-autonomous-county": (Form(extra=(("说明", "请寄大化瑶族自治县人民政府。"),)), ["大化瑶族自治县"]),
    "opinion": (Form(opinion="请学习长沙市人民政府的做法，满意。"), []),
    "meeting-place": (Form(meeting_place="长沙市政协会议室"), []),
    "topic": (Form(topic="关于学习长沙市人民政府经验的建议"), []),
}


@pytest.mark.parametrize(("form", "expected"), FORMS.values(), ids=FORMS)
def test_places_printed_on_the_form(form: Form, expected: list[str]) -> None:
    identity, text = _read(Letter(form=form))
    found = [p for p in identity.places if p.where is Where.FORM]
    assert [p.text for p in found if p.name != "武汉市"] == expected
    assert [_at(text, p.span) for p in found] == [p.text for p in found]


def test_the_place_of_the_letterhead_has_its_province() -> None:
    identity, _ = _read(Letter())
    (head,) = [p for p in identity.places if p.where is Where.HEAD]
    assert (head.name, head.level, head.province) == ("武汉市", Level.MUNICIPAL, "湖北省")


COPIES = {
    "cppcc": ("市政协提案委", Body.CPPCC, Level.MUNICIPAL),
    "npc": ("县人大常委会代表工作委员会", Body.NPC, Level.COUNTY),
    "province": ("省政协提案委", Body.CPPCC, Level.PROVINCIAL),
    "place-behind": ("政协武汉市委员会提案委", Body.CPPCC, Level.MUNICIPAL),
    "nation": ("全国政协提案委员会", Body.CPPCC, Level.NATIONAL),
}


@pytest.mark.parametrize(("name", "body", "level"), COPIES.values(), ids=COPIES)
def test_assemblies_among_the_copies(name: str, body: Body, level: Level) -> None:
    identity, text = _read(Letter(copies=(name, "市人民政府督查室")))
    (found,) = identity.copied_assemblies
    assert (found.text, found.body, found.level) == (name, body, level)
    assert _at(text, found.span) == name


def test_an_assembly_without_a_level_is_left_out() -> None:
    assert _read(Letter(copies=("政协提案委",)))[0].copied_assemblies == ()


def test_the_city_of_a_commune_is_a_province() -> None:
    letter = Letter(
        issuer="重庆市水利局", document_number="渝水函〔2023〕21号", assembly="重庆市政协", copies=("市政协提案委",)
    )
    (found,) = _read(letter)[0].copied_assemblies
    assert found.level is Level.PROVINCIAL
