"""The organ code of the number belongs to another organ than the one that issued the letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AgencyMention, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.organs import is_government, same_name

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the number."""
    number, issuer = reply.document_number, reply.issuer
    if number is None or number.organ_code is None or issuer is None:
        return
    users = _users(number.organ_code, context.profile.organ_codes)
    organs = [issuer, *(reply.signature.agencies if reply.signature is not None else ())]
    if not users or any(_is_one_of(organ, users) or is_government(organ) for organ in organs):
        return
    yield Problem(
        span=number.span,
        message=Bilingual(
            f"“{number.organ_code}”是{users[0]}的机关代字，发文机关却是{issuer.text}",
            f"“{number.organ_code}” is the code of {users[0]}, but the letter is issued by {issuer.text}",
        ),
        related=(Place(span=issuer.span, label=Bilingual("发文机关", "issuer")),),
        suggestion=Bilingual("核对文号和发文机关", "look up number and issuer"),
    )


def _users(code: str, codes: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The organs that use the longest known beginning of `code`."""
    known = max((beginning for beginning in codes if code.startswith(beginning)), key=len, default=None)
    return codes[known] if known is not None else ()


def _is_one_of(organ: AgencyMention, names: tuple[str, ...]) -> bool:
    written = [organ.text, *([organ.canonical] if organ.canonical else [])]
    return any(same_name(ours, name) for ours in written for name in names)


def violates() -> Iterable[Violates]:
    """Codes of other organs."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(issuer="武汉市教育局", document_number="武环函〔2023〕21号"),
        at="武环函〔2023〕21号",
        related=("武汉市教育局",),
        note="教育局发文，用生态环境局的代字",
    )
    yield Violates(
        Letter(document_number="武人社函〔2023〕21号"),
        at="武人社函〔2023〕21号",
        related=("武汉市水务局",),
        note="水务局发文，用人社局的代字",
    )


def passes() -> Iterable[Passes]:
    """Codes that fit, and codes of which nothing is known."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="代字与发文机关相符")
    yield Passes(
        Letter(signature=("武汉市水务局", "武汉市生态环境局"), document_number="武环函〔2023〕21号"),
        note="联合行文，只标主办机关的代字",
    )
    yield Passes(
        Letter(issuer="武汉市人民政府办公厅", document_number="武政办函〔2023〕21号"), note="政府办公厅代政府行文"
    )
    yield Passes(
        Letter(
            issuer="武汉市生态环境局",
            document_number="武环函〔2019〕21号",
            number="20190117",
            term=13,
            session=3,
            date="2019年6月12日",
        ),
        note="机构改革后沿用的代字",
    )
    yield Passes(Letter(issuer="某某市教育局", document_number="某环函〔2023〕21号"), note="没有当地的代字表")


RULE = Rule(
    name="document-number-agency-mismatch",
    code="IDN014",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("机关代字与发文机关不符", "Organ code against the issuer"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文号的机关代字在当地配置里属于另一个机关。",
            "By the profile of the place the code of the document number belongs to another organ.",
        ),
        importance=Bilingual(
            "套用别家模板的痕迹；登记时会编进别家的号。",
            "It betrays another organ's template, and the number is not one's own.",
        ),
        silent=(
            Bilingual("联合行文，代字属于任一署名机关", "joint letters whose code is that of any signing organ"),
            Bilingual("政府及其办公厅（室）代为行文", "governments and their offices, which write for others"),
            Bilingual(
                "机构改革前的名称列在同一代字下", "former names of the organ, which the profile lists with its code"
            ),
            Bilingual("没有当地配置，或代字不在表内", "places without a profile, and codes that it does not list"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.2.5条；当地配置", "GB/T 9704-2012, clause 7.2.5; the place's profile"),
    ),
    needs=("document_number", "issuer"),
    prescribed=("organ_codes",),
    check=check,
    violates=violates,
    passes=passes,
)
