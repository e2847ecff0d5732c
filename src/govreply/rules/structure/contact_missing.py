"""Nobody to ask: the letter ends without a contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Level, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the signature."""
    signature = reply.signature
    if signature is None or reply.contacts or reply.contact_labels or reply.published or _is_national(reply):
        return
    yield Problem(
        span=signature.span,
        message=Bilingual("文末没有联系人和联系电话", "the letter names nobody to ask"),
        severity=Severity.WARNING if context.profile.requires_contact else None,
        suggestion=Bilingual("补写联系人和联系电话", "add a contact and a telephone number"),
    )


def _is_national(reply: Reply) -> bool:
    assembly = reply.matter.assembly if reply.matter else None
    return assembly is not None and assembly.level is Level.NATIONAL


def violates() -> Iterable[Violates]:
    """Letters without a contact."""
    from govreply.testing import Letter, Violates

    end = "武汉市水务局2023年6月12日"
    yield Violates(Letter(contacts=()), at=end, note="落款之后没有联系方式")
    yield Violates(Letter(contacts=(), copies=()), at=end, note="落款即全文结束")


def passes() -> Iterable[Passes]:
    """Letters with a contact, and copies that leave it out."""
    from govreply.testing import Letter, Passes
    from govreply.testing.letter import Person

    yield Passes(Letter(), note="有联系人和电话")
    yield Passes(Letter(contacts=(), people=(Person(role="经办人", phones=("027-85550136",)),)), note="经办人及电话")
    yield Passes(
        Letter(contacts=(), metadata=(("索引号", "K0001-2023-00117"), ("公开方式", "主动公开"))),
        note="公开版删去联系方式",
    )
    yield Passes(
        Letter(
            contacts=(),
            issuer="国家能源局",
            document_number="国能建提〔2023〕21号",
            assembly="全国政协",
            session=1,
            number="0117",
        ),
        note="部委件",
    )


RULE = Rule(
    name="contact-missing",
    code="STR013",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("缺联系人电话", "No contact"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文末没有联系人和联系电话；当地规定必须写明的，报警告。",
            "The letter ends without a contact; a warning where the place demands one.",
        ),
        importance=Bilingual("提出者无从询问办理情况。", "The proposer has nobody to ask."),
        silent=(
            Bilingual("公开版通常删去联系方式", "published copies, which leave it out"),
            Bilingual("答复全国人大、全国政协的部委件", "replies of ministries to the national assemblies"),
            Bilingual("有标签而未填的，由 contact-label-empty 报告", "empty labels, which contact-label-empty tells"),
        ),
        grounds=Bilingual(
            "一地办法：附主管领导和经办人姓名、电话",
            "Local rules: name the leader in charge, the clerk and their numbers",
        ),
    ),
    adapts_to=("requires_contact",),
    check=check,
    violates=violates,
    passes=passes,
)
