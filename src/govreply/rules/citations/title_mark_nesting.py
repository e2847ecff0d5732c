"""Double title marks inside double title marks; the inner ones should be 〈〉."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import MarkFault, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each title that holds another one in the same marks."""
    for mark in reply.citing.marks:
        if mark.fault is not MarkFault.NESTED or mark.outer is None:
            continue
        yield Problem(
            span=mark.span,
            message=Bilingual(
                f"书名号内的“{mark.text}”仍用双书名号", f"“{mark.text}” stands in double title marks inside a title"
            ),
            related=(Place(span=mark.outer, label=Bilingual("外层书名号", "the outer mark")),),
            suggestion=Bilingual(f"改为“〈{mark.text.strip('《》')}〉”", f"write “〈{mark.text.strip('《》')}〉”"),
        )


def violates() -> Iterable[Violates]:
    """Nested double marks."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("市政府转发《关于印发《排水管理实施细则》的通知》，明确管护责任。")),
        at="《排水管理实施细则》",
        related=("《",),
        note="《关于印发《…》的通知》",
    )
    yield Violates(
        Letter(sections=_saying("对照《贯彻《城镇排水与污水处理条例》工作方案》，逐项落实管护责任。")),
        at="《城镇排水与污水处理条例》",
        related=("《",),
        note="方案名称内的条例仍用双书名号",
    )


def passes() -> Iterable[Passes]:
    """Titles inside titles, marked rightly."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=_saying("市政府转发《关于印发〈排水管理实施细则〉的通知》。")), note="内层用〈〉")
    yield Passes(
        Letter(sections=_saying("市政府转发《关于印发<排水管理实施细则>的通知》。")), note="内层用半角< >，可归一"
    )
    yield Passes(
        Letter(sections=_saying("严格落实《排水管理实施细则》《管网养护规程》，明确管护责任。")), note="并列而非嵌套"
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全管护制度", paragraphs=paragraphs),)


RULE = Rule(
    name="title-mark-nesting",
    code="CIT002",
    family="citations",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("书名号内层", "Inner title marks"),
    explanation=Explanation(
        contradiction=Bilingual(
            "书名号里面还要用书名号时，内层应当用〈〉，文中仍用《》。",
            "A title inside a title takes 〈〉; the text repeats 《》.",
        ),
        importance=Bilingual("层次不清，引文的起止容易误读。", "Where which title ends becomes unclear."),
        silent=(
            Bilingual("内层用〈〉", "inner titles in 〈〉"),
            Bilingual("内层用半角< >，可归一为〈〉", "inner titles in half-width < >, which stand for 〈〉"),
            Bilingual("并列的几个书名号", "titles side by side"),
        ),
        grounds=Bilingual("GB/T 15834-2011 标点符号用法", "GB/T 15834-2011, on punctuation"),
    ),
    needs=("citing.marks",),
    check=check,
    violates=violates,
    passes=passes,
)
