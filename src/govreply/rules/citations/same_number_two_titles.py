"""One document number belongs to two titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Citation, Reply, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.titles import abbreviates, kind_of_document, without_kind, wraps_another

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


_NOT_THE_LETTER = (Where.FORM, Where.OPINION, Where.METADATA)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each later title of a number that names another kind of document under the same name."""
    first: dict[str, Citation] = {}
    for citation in reply.citations:
        number = citation.document_number
        if number is None or not number.organ_code or number.serial is None or citation.where in _NOT_THE_LETTER:
            continue
        known = first.setdefault(number.text, citation)
        if known is citation or not _contradict(known.title.text, citation.title.text):
            continue
        yield Problem(
            span=citation.title.span,
            message=Bilingual(
                f"“{number.text}”前面称《{known.title.text}》，这里称《{citation.title.text}》",
                f"“{number.text}” is 《{known.title.text}》 before and 《{citation.title.text}》 here",
            ),
            related=(
                Place(
                    span=known.title.span,
                    label=Bilingual(f"前面：《{known.title.text}》", f"before: 《{known.title.text}》"),
                ),
            ),
            suggestion=Bilingual("查原文核对题名和文号", "look title and number up in the document itself"),
        )


def _contradict(left: str, right: str) -> bool:
    """Whether both are full titles of one thing but of two kinds (方案, 意见)."""
    if wraps_another(left) or wraps_another(right):
        return False  # 关于印发…的通知 and what it prints have one number
    kinds = kind_of_document(left), kind_of_document(right)
    if None in kinds or kinds[0] == kinds[1]:
        return False
    ours, theirs = without_kind(left), without_kind(right)
    return abbreviates(ours, theirs) or abbreviates(theirs, ours)


def violates() -> Iterable[Violates]:
    """One number under two kinds of document."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(
            sections=_saying(
                "市水务局印发《武汉市排水管网养护方案》（武水规〔2022〕65号），明确管护责任。",
                "各区按照《武汉市排水管网养护意见》（武水规〔2022〕65号），落实养护经费。",
            )
        ),
        at="武汉市排水管网养护意见",
        related=("武汉市排水管网养护方案",),
        note="〔2022〕65号既称方案又称意见",
    )
    yield Violates(
        Letter(
            sections=_saying(
                "市水务局印发《武汉市雨污分流改造管理办法》（武水规〔2021〕9号）。",
                "改造工程执行《雨污分流改造管理规定》（武水规〔2021〕9号）。",
            )
        ),
        at="雨污分流改造管理规定",
        related=("武汉市雨污分流改造管理办法",),
        note="同号既称办法又称规定",
    )


def passes() -> Iterable[Passes]:
    """Names that one document may have."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(
            sections=_saying(
                "市水务局印发《武汉市排水管网养护实施方案》（武水规〔2022〕65号）。",
                "各区按照《养护方案》（武水规〔2022〕65号）落实养护经费。",
            )
        ),
        note="简称",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "市水务局下发《关于印发〈武汉市排水管网养护方案〉的通知》（武水规〔2022〕65号）。",
                "各区按照《武汉市排水管网养护方案》（武水规〔2022〕65号）落实养护经费。",
            )
        ),
        note="“关于印发…的通知”与所印文件",
    )
    yield Passes(
        Letter(
            sections=_saying(
                "市水务局印发《武汉市排水管网养护方案》（武水规〔2022〕65号）。",
                "配套的《排水设施移交办法》（武水规〔2022〕65号）同时施行。",
            )
        ),
        note="同一通知印发的另一文件",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全管护制度", paragraphs=paragraphs),)


RULE = Rule(
    name="same-number-two-titles",
    code="CIT005",
    family="citations",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("同号异名", "One number, two titles"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一发文字号，名称相同而文种不同：先称方案，后称意见。",
            "One number is given to one name under two kinds of document: a plan here, an opinion there.",
        ),
        importance=Bilingual("题名或文号必有一错。", "Title or number is wrong."),
        silent=(
            Bilingual("简称", "short names of the same kind"),
            Bilingual("“关于印发…的通知”与所印文件", "关于印发…的通知 and the document that it prints"),
            Bilingual("同一通知印发的几个不同文件", "several documents printed with one notice"),
        ),
        grounds=Bilingual("一文一号", "One document has one number"),
    ),
    needs=("citations",),
    check=check,
    violates=violates,
    passes=passes,
)
