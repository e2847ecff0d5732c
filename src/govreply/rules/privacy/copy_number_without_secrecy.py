"""A copy number stands in the head, but no degree of secrecy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import PaperMarkKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.openness import is_public

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the copy number."""
    numbers = [mark for mark in reply.paper_marks if mark.kind is PaperMarkKind.COPY_NUMBER]
    secret = any(mark.kind is PaperMarkKind.SECRECY for mark in reply.paper_marks)
    if not numbers or secret or is_public(reply):
        return
    yield Problem(
        span=numbers[0].span,
        message=Bilingual(
            f"编有份号“{numbers[0].text}”而没有密级", f"copy number “{numbers[0].text}” without a degree of secrecy"
        ),
        suggestion=Bilingual("核对是否漏标密级和保密期限", "see whether the degree of secrecy was left out"),
    )


def violates() -> Iterable[Violates]:
    """Copy numbers alone."""
    from govreply.testing import Violates

    yield Violates(_headed("000017"), at="000017", note="版头有份号，没有密级")
    yield Violates(_headed("份号：000032"), at="份号：000032", note="写明“份号”")


def passes() -> Iterable[Passes]:
    """Copy numbers with their mark, or on public papers."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="没有份号")
    yield Passes(_headed("000017　　　　机密★10年"), note="份号和密级都有")
    yield Passes(_headed("000017").but(disclosure="此件公开发布"), note="非密件也可以编份号")
    yield Passes(_headed("6901234567892"), note="条形码")


def _headed(line: str) -> Letter:
    from govreply.testing import Letter
    from govreply.testing.surface import Surface

    return Letter(surface=Surface(before=(line,)))


RULE = Rule(
    name="copy-number-without-secrecy",
    code="PRV005",
    family="privacy",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("份号无密级", "Copy number without secrecy mark"),
    explanation=Explanation(
        contradiction=Bilingual("版头编有份号，没有标注密级。", "The head has a copy number and no degree of secrecy."),
        importance=Bilingual(
            "份号多用于涉密公文，可能漏标密级。",
            "Copy numbers are mostly given to classified papers, so the degree may be missing.",
        ),
        silent=(
            Bilingual(
                "非密件也可以编份号：标明公开或已经公开的不报",
                "papers without secrecy may have one: public letters are not flagged",
            ),
            Bilingual("条形码等其他位数的号", "bar codes and numbers of other lengths"),
        ),
        grounds=Bilingual(
            "《党政机关公文处理工作条例》第九条：涉密公文应当标注份号",
            "The regulation on official documents, article 9: classified papers bear a copy number",
        ),
    ),
    needs=("paper_marks",),
    check=check,
    violates=violates,
    passes=passes,
)
