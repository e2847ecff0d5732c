"""Class marks of every kind, what sentences tell of the work, and rates claimed of a part."""

from __future__ import annotations

import pytest

from govreply.model import Outcome, StatementKind
from tests.grammar.body_letter import letter, reply_of

D, A, P = StatementKind.DONE, StatementKind.ADOPTED, StatementKind.PLANNED


def _head(*lines: str) -> Outcome:
    return reply_of("\n\n".join((*lines, letter("我局已修通牧道。")))).outcome


MARKS = {
    "plain": (["类别：A"], [("A", ("A",), False)]),
    "stem": (["办理结果：乙类"], [("乙", ("B",), False)]),
    "two": (["类别：A、B类"], [("A、B类", ("A", "B"), False)]),
    "two-half-width": (["办理类别:A/B"], [("A/B", ("A", "B"), False)]),
    "two-stems": (["类别：甲、丙"], [("甲、丙", ("A", "C"), False)]),
    "template": (["类别：（A、B、C、D）"], [("A、B、C、D", ("A", "B", "C", "D"), True)]),
    "unheard-of": (["类别：E类"], [("E类", ("E",), False)]),
    "other-meaning": (["类别：提案"], []),
    "second": (["类别：A", "办理结果：C"], [("A", ("A",), False), ("C", ("C",), False)]),
    "none": ([], []),
}


@pytest.mark.parametrize(("lines", "expected"), MARKS.values(), ids=MARKS)
def test_class_marks(lines: list[str], expected: list[tuple[str, tuple[str, ...], bool]]) -> None:
    found = _head(*lines).class_marks
    assert [(m.text, m.codes, m.options) for m in found] == expected


def test_a_mark_keeps_its_place() -> None:
    text = "类别：A、B类\n\n" + letter("我局已修通牧道。")
    (mark,) = reply_of(text).outcome.class_marks
    assert text[mark.span.start : mark.span.end] == "A、B类"


def test_the_letter_of_a_number_is_told_apart() -> None:
    (mark,) = _head("编号：B〔2017〕05号").class_marks
    assert (mark.codes, mark.in_number) == (("B",), True)


SENTENCES: dict[str, tuple[str, list[StatementKind]]] = {
    "done": ("我局已修通牧道三条。", [D]),
    "narrated": ("我局组织开展道路普查。", [D]),
    "future": ("下一步，我局将修通牧道。", [P]),
    "future-without-marker-behind-one": ("下一步，我局将修通牧道。同时建立养护队伍。", [P, P]),
    "done-behind-plan": ("下一步，我局将修通牧道。目前已完成勘察。", [P, D]),
    "adopted": ("您的建议很好，我局予以采纳。", [A]),
    "told": ("您在提案中提出应当修通牧道。", []),
    "attitude": ("我局高度重视。", []),
    "birth-planning": ("计划生育政策平稳衔接。", []),
    "lively": ("为了方便群众，我局拟修通牧道。", [P]),
}


@pytest.mark.parametrize(("sentence", "kinds"), SENTENCES.values(), ids=SENTENCES)
def test_what_a_sentence_tells(sentence: str, kinds: list[StatementKind]) -> None:
    text = letter(sentence)
    found = reply_of(text).outcome.statements
    assert [s.kind for s in found] == kinds
    assert all(text[s.span.start : s.span.end] == s.text for s in found)


PLANS = {
    "vague": ("下一步，我局将适时修通牧道。", (False, False, True)),
    "conditions": ("下一步，我局将待条件成熟后修通牧道。", (False, False, True)),
    "year": ("下一步，我局将于2024年修通牧道。", (True, False, False)),
    "year-end": ("下一步，我局将在年底前修通牧道。", (True, False, False)),
    "months": ("下一步，我局将在三个月内修通牧道。", (True, False, False)),
    "in-charge": ("下一步，将由县交通运输局负责修通牧道。", (False, True, False)),
    "plain": ("下一步，我局将修通牧道。", (False, False, False)),
}


@pytest.mark.parametrize(("sentence", "expected"), PLANS.values(), ids=PLANS)
def test_time_and_charge_of_a_plan(sentence: str, expected: tuple[bool, bool, bool]) -> None:
    (found,) = reply_of(letter(sentence)).outcome.statements
    assert (found.timed, found.assigned, found.vague) == expected


RATES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "part": ("您提出的6条建议，我局采纳5条，落实率100%。", [(6, 5, "落实率100%")]),
    "han": ("您提出的六条建议，经研究，转办五条，办结率达100%。", [(6, 5, "办结率达100%")]),
    "whole": ("您提出的6条建议，我局采纳6条，落实率100%。", [(6, 6, "落实率100%")]),
    "base-told": ("您提出的6条建议，我局采纳5条，采纳的5条落实率100%。", []),
    "not-full": ("您提出的6条建议，我局采纳5条，落实率83%。", []),
    "yearly": ("我局共收到建议提案20件，主办15件，办复率100%。", []),
}


@pytest.mark.parametrize(("sentence", "expected"), RATES.values(), ids=RATES)
def test_rates_of_a_part(sentence: str, expected: list[tuple[int, int, str]]) -> None:
    text = letter(sentence)
    found = reply_of(text).outcome.part_rates
    assert [(r.of, r.taken, r.text) for r in found] == expected
    for rate in found:
        assert text[rate.span.start : rate.span.end] == rate.text
        assert text[rate.whole.span.start : rate.whole.span.end] == rate.whole.text


@pytest.mark.parametrize("body", ["将" * 20000, "您提出的" * 8000, "6条，采纳" * 6000, "类别：" + "A、" * 20000])
def test_long_hostile_text_is_read_in_time(body: str) -> None:
    assert reply_of(letter(body + "。")).outcome.part_rates == ()
