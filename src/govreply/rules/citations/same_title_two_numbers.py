"""One cited document has two numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Citation, DocumentNumber, Reply, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.titles import plain_title

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_NOT_THE_LETTER = (Where.FORM, Where.OPINION, Where.METADATA)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each later number of a title that is not the first one."""
    first: dict[str, DocumentNumber] = {}
    for citation in reply.citations:
        number = citation.document_number
        if number is None or citation.where in _NOT_THE_LETTER:
            continue
        known = first.setdefault(plain_title(citation.title.text), number)
        if known is number or not _conflict(known, number):
            continue
        yield _problem(citation, known, number)


def _conflict(left: DocumentNumber, right: DocumentNumber) -> bool:
    """Whether one of the two numbers must be wrong: one organ, and year or serial alone differs."""
    if left.organ_code != right.organ_code or None in (left.year, right.year, left.serial, right.serial):
        return False  # a province and a city may have documents of one name
    return (left.year == right.year) != (left.serial == right.serial)


def _problem(citation: Citation, known: DocumentNumber, number: DocumentNumber) -> Problem:
    return Problem(
        span=number.span,
        message=Bilingual(
            f"《{citation.title.text}》前面的文号是“{known.text}”，这里是“{number.text}”",
            f"《{citation.title.text}》 has the number “{known.text}” before and “{number.text}” here",
        ),
        related=(Place(span=known.span, label=Bilingual(f"前面：{known.text}", f"before: {known.text}")),),
        suggestion=Bilingual("查原文核对文号", "look the number up in the document itself"),
    )


def violates() -> Iterable[Violates]:
    """One title under two numbers."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            sections=_saying(
                "市水务局印发《排水管网养护实施方案》（武水规〔2022〕65号），明确管护责任。",
                "各区按照《排水管网养护实施方案》（武水规〔2022〕56号），落实养护经费。",
            )
        ),
        at="武水规〔2022〕56号",
        related=("武水规〔2022〕65号",),
        note="先65号，后56号",
    )
    yield Violates(
        Letter(
            sections=_saying(
                "市水务局印发《排水管网养护实施方案》（武水规〔2021〕65号），明确管护责任。",
                "各区按照《排水管网养护实施方案》（武水规〔2022〕65号），落实养护经费。",
            )
        ),
        at="武水规〔2022〕65号",
        related=("武水规〔2021〕65号",),
        note="顺序号相同而年份不同",
    )


def passes() -> Iterable[Passes]:
    """Documents that share a title."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(
            sections=_saying(
                "市水务局印发《排水管网养护实施方案》（武水规〔2022〕65号），明确管护责任。",
                "各区按照《排水管网养护实施方案》（武水规〔2022〕65号），落实养护经费。",
            )
        ),
        note="文号相同",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "原《排水管网养护实施方案》（武水规〔2018〕12号）已经到期。",
                "修订后的《排水管网养护实施方案》（武水规〔2022〕65号）明确了管护责任。",
            )
        ),
        note="修订版：年份、顺序号都不同",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "省水利厅印发《排水管网养护实施方案》（鄂水规〔2022〕8号）。",
                "市水务局印发《排水管网养护实施方案》（武水规〔2022〕65号）。",
            )
        ),
        note="省、市的同名文件",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全管护制度", paragraphs=paragraphs),)


RULE = Rule(
    name="same-title-two-numbers",
    code="CIT004",
    family="citations",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("同名异号", "One title, two numbers"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一机关代字的同名文件，前后文号的年份或顺序号有一处不同。",
            "A title is cited twice with one organ code, and year or serial of the numbers differ.",
        ),
        importance=Bilingual("一文一号，两个文号必有一错。", "A document has one number; one of the two is wrong."),
        silent=(
            Bilingual("修订版：年份和顺序号都不同", "revised editions, whose year and serial both differ"),
            Bilingual("省、市各自的同名文件：机关代字不同", "documents of one name by other organs"),
            Bilingual("征询意见表和页面元数据中的文号", "numbers on the form and in page metadata"),
        ),
        grounds=Bilingual("一文一号", "One document has one number"),
    ),
    needs=("citations",),
    check=check,
    violates=violates,
    passes=passes,
)
