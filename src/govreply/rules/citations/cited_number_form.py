"""The number of a cited document has other brackets than 〔〕 around its year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Fix, Severity
from govreply.language import Bilingual
from govreply.model import DocumentNumber, Reply, Where
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_BRACKETS = "[]［］【】()（）"
_STANDARD_SINCE = 2012  # GB/T 9704-2012
_NOT_THE_LETTER = (Where.FORM, Where.OPINION, Where.METADATA)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each cited number with other brackets, of a year in which the standard was in force."""
    for citation in reply.citations:
        number = citation.document_number
        if number is None or citation.where in _NOT_THE_LETTER or not _out_of_form(number):
            continue
        yield Problem(
            span=number.span,
            message=Bilingual(
                f"引文文号“{number.raw}”的年份应当用六角括号〔〕",
                f"the year in the cited number “{number.raw}” stands in hexagonal brackets 〔〕",
            ),
            fix=Fix(span=number.span, text=number.text) if _only_brackets(number) else None,
            suggestion=Bilingual(f"改为“{number.text}”", f"write “{number.text}”"),
        )


def _out_of_form(number: DocumentNumber) -> bool:
    if number.year is None or number.year < _STANDARD_SINCE or not number.organ_code:
        return False
    return any(sign in number.raw for sign in _BRACKETS)


def _only_brackets(number: DocumentNumber) -> bool:
    """Whether the two differ in nothing but the brackets."""
    return len(number.raw) == len(number.text) and all(
        ours == theirs or ours in _BRACKETS for ours, theirs in zip(number.raw, number.text, strict=True)
    )


def violates() -> Iterable[Violates]:
    """Cited numbers in other brackets."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("严格落实《武汉市排水管理实施细则》（武水规[2022]6号），明确管护责任。")),
        at="武水规[2022]6号",
        note="年份用方括号",
    )
    yield Violates(
        Letter(sections=_saying("严格落实《武汉市排水管理实施细则》（武水规【2022】6号），明确管护责任。")),
        at="武水规【2022】6号",
        note="年份用方头括号",
    )


def passes() -> Iterable[Passes]:
    """Numbers in form, and numbers that have forms of their own."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_saying("严格落实《武汉市排水管理实施细则》（武水规〔2022〕6号），明确管护责任。")),
        note="六角括号",
    )
    yield Passes(
        Letter(sections=_saying("按照《武汉市排水设施移交办法》（武水[2009]16号）办理移交。")), note="2012年前的文件"
    )
    yield Passes(Letter(sections=_saying("严格执行《城镇排水与污水处理条例》（国务院令第641号）。")), note="法规令号")
    yield Passes(Letter(sections=_saying("新建管网执行《室外排水设计标准》（GB 50014—2021）。")), note="标准号")


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全管护制度", paragraphs=paragraphs),)


RULE = Rule(
    name="cited-number-form",
    code="CIT003",
    family="citations",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("引文文号格式", "Form of cited numbers"),
    explanation=Explanation(
        contradiction=Bilingual(
            "所引文件的发文字号，年份没有用六角括号〔〕。",
            "The year in a cited document number has other brackets than 〔〕.",
        ),
        importance=Bilingual("文号不规范，按文号检索时查不到。", "A search by number does not find the document."),
        silent=(
            Bilingual("2012年前的文件", "documents before 2012"),
            Bilingual("法规、规章的令号", "numbers of decrees"),
            Bilingual("标准号", "numbers of standards"),
        ),
        grounds=Bilingual("GB/T 9704-2012 党政机关公文格式 7.2.5", "GB/T 9704-2012, 7.2.5"),
    ),
    needs=("citations",),
    check=check,
    violates=violates,
    passes=passes,
)
