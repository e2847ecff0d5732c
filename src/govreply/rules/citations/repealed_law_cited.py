"""A repealed law is cited as if it were in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import DateText, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


# a page may show a letter long after it was written
_PAGE_LAG = 2


@frozen
class _Written:
    """The day from which on the letter can have been written, and what tells it."""

    iso: str
    text: str
    span: Span


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each law relied on after its repeal."""
    written = _written(reply)
    if written is None:
        return
    for law in reply.citing.laws:
        if not law.in_force or written.iso < law.repealed:
            continue
        instead = f"，现行的是《{law.successor}》" if law.successor else ""
        replaced = f"; 《{law.successor}》 is in force" if law.successor else ""
        yield Problem(
            span=law.span,
            message=Bilingual(
                f"《{law.law}》自{law.repealed}起已经失效{instead}",
                f"《{law.law}》 has been out of force since {law.repealed}{replaced}",
            ),
            related=(
                Place(
                    span=written.span,
                    label=Bilingual(f"本件日期：{written.text}", f"date of the letter: {written.text}"),
                ),
            ),
            suggestion=Bilingual(
                f"改引《{law.successor}》的相应规定" if law.successor else "核对依据",
                f"cite 《{law.successor}》" if law.successor else "check the grounds",
            ),
        )


def _written(reply: Reply) -> _Written | None:
    """By signature, else by the year of the letter's number, else by the page's date with two years to spare."""
    signature = reply.signature
    if signature is not None and signature.date is not None and signature.date_text is not None:
        return _Written(signature.date, signature.date_text.text, signature.date_text.span)
    number = reply.document_number
    if number is not None and number.year is not None:
        return _Written(f"{number.year:04}-01-01", number.text, number.span)
    return _by_page(reply.citing.page_date)


def _by_page(date: DateText | None) -> _Written | None:
    if date is None or date.year is None:
        return None
    return _Written(f"{date.year - _PAGE_LAG:04}-12-31", date.text, date.span)


def violates() -> Iterable[Violates]:
    """Laws relied on after their repeal."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("依据《中华人民共和国合同法》有关规定，我局与养护单位签订管护协议。")),
        at="《中华人民共和国合同法》",
        related=("2023年6月12日",),
        note="2023年依据《合同法》",
    )
    yield Violates(
        Letter(
            signature=(), date=None, sections=_saying("按照《环境噪声污染防治法》第三十条的规定，泵站夜间限时运行。")
        ),
        at="《环境噪声污染防治法》",
        related=("武水函〔2023〕21号",),
        note="没有落款时以文号年份为准",
    )


def passes() -> Iterable[Passes]:
    """Repealed laws that may be named, and laws in force."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(
            document_number="武水函〔2020〕21号",
            session=4,
            term=13,
            number="20200117",
            date="2020年6月12日",
            sections=_saying("依据《中华人民共和国合同法》有关规定，我局与养护单位签订管护协议。"),
        ),
        note="失效之前的答复",
    )
    yield Passes(
        Letter(sections=_saying("该协议于2015年依据当时施行的《合同法》签订，至今仍在履行。")), note="历史叙述"
    )
    yield Passes(
        Letter(sections=_saying("法院审理该案件时适用《合同法》的规定，判决养护单位承担责任。")), note="案件适用"
    )
    yield Passes(Letter(sections=_saying("依据《中华人民共和国民法典》有关规定，我局签订管护协议。")), note="现行法")
    yield Passes(
        Letter(sections=_saying("随着民法典施行，《合同法》《物权法》同时废止，管护协议文本已经更新。")),
        note="说明其废止",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="明确管护责任", paragraphs=paragraphs),)


RULE = Rule(
    name="repealed-law-cited",
    code="CIT007",
    family="citations",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("引用失效法规", "Repealed law cited"),
    explanation=Explanation(
        contradiction=Bilingual(
            "本件成文时该法律、法规已经失效，文中仍作为现行依据。",
            "The letter relies on a law that was out of force when the letter was written.",
        ),
        importance=Bilingual("依据失效，结论站不住。", "The grounds are void and the conclusion with them."),
        silent=(
            Bilingual("失效之前成文的件", "letters written before the repeal"),
            Bilingual("历史叙述：原、当时、某年签订", "accounts of the past: 原, 当时, agreements of earlier years"),
            Bilingual("案件适用旧法", "cases to which the old law applies"),
            Bilingual(
                "只有页面日期的件，按页面日期前推两年判断",
                "letters dated by their page only, where two years are allowed for",
            ),
        ),
        grounds=Bilingual(
            "各法律、法规的废止条款；民法典2021年1月1日施行",
            "The repealing articles; the Civil Code took effect on 2021-01-01",
        ),
    ),
    needs=("citing.laws",),
    check=check,
    violates=violates,
    passes=passes,
)
