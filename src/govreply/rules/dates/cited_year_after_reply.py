"""The letter cites a document numbered in a year after its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates

# a form comes back later than the letter, and a page around it may link to anything
_NOT_THE_LETTER = (Where.FORM, Where.OPINION, Where.METADATA)
_PLAUSIBLE = range(1949, 2100)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each citation from the future."""
    dated = _date(reply)
    if dated is None:
        return
    year, place = dated
    for citation in reply.citations:
        number = citation.document_number
        if number is None or number.year is None or citation.where in _NOT_THE_LETTER:
            continue
        if number.year in _PLAUSIBLE and number.year > year:
            yield Problem(
                span=number.span,
                message=Bilingual(
                    f"本件成文于{year}年，却引用了{number.year}年的“{number.text}”",
                    f"the letter is of {year} and cites “{number.text}” of {number.year}",
                ),
                related=(place,),
                suggestion=Bilingual(
                    "核对所引文号的年份和本件日期", "check the year of the cited number and the date of the letter"
                ),
            )


def _date(reply: Reply) -> tuple[int, Place] | None:
    """The later of signature year and document number's year, with its place: a number may be given before signing."""
    found: list[tuple[int, Place]] = []
    date = reply.signature.date_text if reply.signature else None
    if date is not None and date.year in _PLAUSIBLE and date.year is not None:
        found.append(
            (date.year, Place(span=date.span, label=Bilingual(f"成文日期：{date.text}", f"date: {date.text}")))
        )
    if date is not None and date.year is None:
        return None  # a date whose year cannot be read: the number may come from a printed letterhead of another year
    number = reply.document_number
    if number is not None and number.year in _PLAUSIBLE and number.year is not None:
        label = Bilingual(f"本件文号：{number.text}", f"number of the letter: {number.text}")
        found.append((number.year, Place(span=number.span, label=label)))
    return max(found, key=lambda item: item[0], default=None)


def violates() -> Iterable[Violates]:
    """Citations from the future."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_citing("《武汉市排水管理实施细则》（武政规〔2024〕7号）")),
        at="武政规〔2024〕7号",
        related=("2023年6月12日",),
        note="2023年的答复引〔2024〕7号",
    )
    yield Violates(
        Letter(signature=(), date=None, sections=_citing("《武汉市排水管理实施细则》（武政规〔2025〕7号）")),
        at="武政规〔2025〕7号",
        related=("武水函〔2023〕21号",),
        note="没有落款时以本件文号的年份为准",
    )


def passes() -> Iterable[Passes]:
    """Citations that a letter of its year can make."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(sections=_citing("《武汉市排水管理实施细则》（武政规〔2022〕7号）")), note="引用往年文件")
    yield Passes(Letter(sections=_citing("《武汉市排水管理实施细则》（武政规〔2023〕7号）")), note="引用当年文件")
    yield Passes(
        Letter(
            sections=(
                Part(heading="健全制度", paragraphs=("我局将于2024年出台《武汉市排水管网养护规程》，明确养护标准。",)),
            )
        ),
        note="计划将出台而无文号的文件",
    )


def _citing(document: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全制度", paragraphs=(f"市水务局严格落实{document}，明确管护责任。",)),)


RULE = Rule(
    name="cited-year-after-reply",
    code="DAT011",
    family="dates",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("引文晚于答复", "Cited document is later than the letter"),
    explanation=Explanation(
        contradiction=Bilingual(
            "所引文件文号的年份晚于本件成文年份（没有落款时取本件文号年份）。",
            "A cited document's number is of a later year than the letter's date, or its own number where it has no date.",
        ),
        importance=Bilingual(
            "不是文号写错，就是成文日期写错，引用不能作依据。",
            "Either the number or the date is wrong, and the citation supports nothing.",
        ),
        silent=(
            Bilingual("计划出台、没有文号的文件", "documents that are planned and have no number"),
            Bilingual("征询意见表和页面元数据里的文号", "numbers on the form and in page metadata"),
            Bilingual(
                "成文日期与本件文号年份不同时，取较晚的一个", "the later one counts where date and own number differ"
            ),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("citations",),
    check=check,
    violates=violates,
    passes=passes,
)
