"""The text says that the government issued a document whose number is that of a department."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.organ_codes import of_government
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each document said to be a government's whose code is none of a government or Party committee."""
    for issued in reply.citing.issued:
        number = issued.citation.document_number
        if number is None or not number.organ_code or of_government(number.organ_code):
            continue
        yield Problem(
            span=number.span,
            message=Bilingual(
                f"文中说“{issued.issuer.text}”发文，文号“{number.text}”却是部门代字",
                f"the text names “{issued.issuer.text}” as issuer, but “{number.text}” has a department's code",
            ),
            related=(
                Place(
                    span=issued.issuer.span,
                    label=Bilingual(f"所称机关：{issued.issuer.text}", f"named issuer: {issued.issuer.text}"),
                ),
            ),
            suggestion=Bilingual(
                "核对发文机关；经政府同意由部门印发的应当写明",
                "check who issued it",
            ),
        )


def violates() -> Iterable[Violates]:
    """Departments' documents said to be the government's."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(sections=_saying("市政府出台《武汉市排水管网养护方案》（武水规〔2022〕65号），明确管护责任。")),
        at="武水规〔2022〕65号",
        related=("市政府",),
        note="市政府出台而用局的代字",
    )
    yield Violates(
        Letter(sections=_saying("省政府印发《湖北省排水设施管理办法》（鄂建文〔2021〕8号），明确管护责任。")),
        at="鄂建文〔2021〕8号",
        related=("省政府",),
        note="省政府印发而用厅的代字",
    )


def passes() -> Iterable[Passes]:
    """Documents whose issuer and number agree."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(sections=_saying("市政府出台《武汉市排水管网养护方案》（武政规〔2022〕6号），明确管护责任。")),
        note="政府代字",
    )
    yield Passes(
        Letter(sections=_saying("经市政府同意，市水务局印发《武汉市排水管网养护方案》（武水规〔2022〕65号）。")),
        note="经市政府同意由部门印发",
    )
    yield Passes(
        Letter(sections=_saying("市水务局印发《武汉市排水管网养护方案》（武水规〔2022〕65号）。")),
        note="部门印发，部门代字",
    )
    yield Passes(
        Letter(sections=_saying("国务院办公厅印发《关于加强城市内涝治理的实施意见》（国办发〔2021〕11号）。")),
        note="国务院办公厅的代字",
    )


def _saying(*paragraphs: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="健全管护制度", paragraphs=paragraphs),)


RULE = Rule(
    name="cited-issuer-mismatch",
    code="CIT006",
    family="citations",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("文号与所称机关不符", "Named issuer against number"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文中说某级政府印发、出台某文件，文号的机关代字却不是政府的。",
            "The text says that a government issued a document whose number has the code of a department.",
        ),
        importance=Bilingual("文件的效力层级被说高了。", "The rank of the document is overstated."),
        silent=(
            Bilingual("经政府同意、由部门印发", "documents issued by a department with the government's consent"),
            Bilingual("政府、政府办公厅（室）和党委的代字", "codes of governments, their offices and Party committees"),
            Bilingual("没有文号的引文", "citations without a number"),
        ),
        grounds=Bilingual("机关代字的通例", "Custom of organ codes"),
    ),
    needs=("citing.issued",),
    check=check,
    violates=violates,
    passes=passes,
)
