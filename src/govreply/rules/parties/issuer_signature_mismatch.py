"""The letterhead names one organ, the signature another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AgencyMention, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.organs import is_government, same_organ

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_REFORM_YEARS = (2018, 2019)  # names changed between letterhead and seal while local reform went on


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the first signing organ. The form's cell is form-number-topic-agency's matter."""
    issuer, signature = reply.issuer, reply.signature
    if issuer is None or signature is None or not signature.agencies:
        return
    signing = signature.agencies
    if any(a.span.overlaps(issuer.span) or same_organ(issuer, a) for a in signing):
        return
    if is_government(issuer) or any(is_government(a) for a in signing) or _in_reform(reply):
        return
    first = signing[0]
    yield Problem(
        span=first.span,
        message=Bilingual(
            f"版头（或题名）的发文机关是“{issuer.text}”，落款却署“{first.text}”",
            f"the letterhead (or title) names “{issuer.text}”, but “{first.text}” signs",
        ),
        related=(
            Place(span=issuer.span, label=Bilingual(f"发文机关：“{issuer.text}”", f"issuer: “{issuer.text}”")),
            *_on_form(reply, issuer, first),
        ),
        suggestion=Bilingual("核对印章，改正写错的一处", "check the seal and correct the wrong place"),
    )


def _on_form(reply: Reply, issuer: AgencyMention, first: AgencyMention) -> Iterator[Place]:
    cell = reply.feedback.organ if reply.feedback else None
    if cell is not None and cell.text:
        agrees = [a.text for a in (issuer, first) if same_organ(a, AgencyMention(text=cell.text, span=cell.span))]
        note = f"，与“{agrees[0]}”一致" if agrees else ""
        note_en = f", agrees with “{agrees[0]}”" if agrees else ""
        yield Place(
            span=cell.span,
            label=Bilingual(f"征询意见表承办单位：“{cell.text}”{note}", f"organ on the form: “{cell.text}”{note_en}"),
        )


def _in_reform(reply: Reply) -> bool:
    date = reply.signature.date_text if reply.signature else None
    number = reply.document_number
    return (date is not None and date.year in _REFORM_YEARS) or (number is not None and number.year in _REFORM_YEARS)


def violates() -> Iterable[Violates]:
    """Letters signed by another organ."""
    from govreply.testing import Form, Letter, Violates

    letter = Letter(signature=("武汉市城市管理执法委员会",))
    yield Violates(letter, at="武汉市城市管理执法委员会", related=("武汉市水务局",), note="版头水务局，署名城管委")
    yield Violates(
        Letter(signature=("武汉市教育局",), form=Form()),
        at="武汉市教育局",
        related=("武汉市水务局", "武汉市水务局"),
        note="版头和表中承办单位一致，署名不同",
    )


def passes() -> Iterable[Passes]:
    """Two names of one organ, or an organ that signs for another."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="版头与署名一致")
    yield Passes(Letter(signature=("市水务局",)), note="全称与简称")
    yield Passes(
        Letter(issuer="武汉市发展和改革委员会", document_number="武发改函〔2023〕21号", signature=("武汉市发改委",)),
        note="规范简称",
    )
    yield Passes(
        Letter(
            issuer="武汉市园林和林业局",
            document_number="武园林函〔2023〕21号",
            signature=("武汉市园林和林业局（武汉市绿化委员会办公室）",),
        ),
        note="加挂牌子的双名",
    )
    yield Passes(Letter(signature=("武汉市水务局", "武汉市财政局")), note="联合行文")
    yield Passes(Letter(signature=("武汉市人民政府办公厅",)), note="政府办代签")
    yield Passes(
        Letter(issuer="黄陂县水务局", document_number="陂水函〔2023〕3号", signature=("黄陂区水务局",)), note="县改区"
    )
    yield Passes(
        Letter(
            issuer="武汉市环境保护局",
            document_number="武环函〔2019〕8号",
            term=13,
            session=3,
            number="20190117",
            signature=("武汉市生态环境局",),
            date="2019年4月8日",
        ),
        note="机构改革当年",
    )


RULE = Rule(
    name="issuer-signature-mismatch",
    code="PTY007",
    family="parties",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("版头署名承办单位不一", "Issuer against signature"),
    explanation=Explanation(
        contradiction=Bilingual(
            "版头（没有版头时为题名）的发文机关与落款署名是两个机关；征询意见表的承办单位一并列出，便于判断哪处写错。",
            "The organ of the letterhead (else of the title) is another than the one that signs. The organ on the form is shown "
            "beside them, to help tell which is wrong.",
        ),
        importance=Bilingual(
            "谁答复谁负责；两个机关并存，效力和归档责任都说不清。",
            "Who answers is answerable; with two organs neither force nor filing is clear.",
        ),
        silent=(
            Bilingual("全称与简称", "full and short names"),
            Bilingual("加挂牌子的双名", "organs with two names"),
            Bilingual("联合行文，署名之一与版头相同", "joint letters, of which one signing organ is the issuer"),
            Bilingual("政府或其办公机构代签", "a government or its office signing for a department"),
            Bilingual(
                "县改区、机构改革当年（2018、2019）",
                "counties that became districts, and the years of reform 2018 and 2019",
            ),
            Bilingual(
                "只有表中承办单位不同，由 form-number-topic-agency 报告",
                "only the form differs: form-number-topic-agency tells it",
            ),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.3.5条", "GB/T 9704-2012, clause 7.3.5"),
    ),
    needs=("issuer", "signature"),
    check=check,
    violates=violates,
    passes=passes,
)
