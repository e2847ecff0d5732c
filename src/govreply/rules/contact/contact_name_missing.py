"""The letter gives a phone, but nobody to ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.labels import labels
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_WHO = ("person", "organ")  # kinds of labels that say whom the phone reaches


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the first phone."""
    phones = [phone for contact in reply.contacts for phone in contact.phones]
    kinds = labels("contact")
    named = any(contact.name for contact in reply.contacts)
    if not phones or named or any(kinds.get(label.name, "person") in _WHO for label in reply.contact_labels):
        return
    first, *others = phones
    yield Problem(
        span=first.span,
        message=Bilingual(
            f"写了电话“{first.text}”，没有写联系人", f"the phone “{first.text}” is given without a name or section"
        ),
        related=tuple(Place(span=p.span, label=Bilingual(f"电话 {p.text}", f"phone {p.text}")) for p in others),
        suggestion=Bilingual("写明联系人或联系科室", "name a person or section"),
    )


def violates() -> Iterable[Violates]:
    """Phones without a name."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(contacts=(("联系电话", "027-85550136"),)), at="027-85550136", note="只有电话")
    yield Violates(
        Letter(contacts=(("联系电话", "027-85550136"), ("联系电话", "027-85550137"))),
        at="027-85550136",
        related=("027-85550137",),
        note="两行联系电话，没有联系人",
    )


def passes() -> Iterable[Passes]:
    """Phones that somebody or some section stands beside."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="有联系人")
    yield Passes(Letter(contacts=(("联系科室", "排水管理处"), ("联系电话", "027-85550136"))), note="科室名加电话")
    yield Passes(
        Letter(contacts=(("分管领导", "钟逸川"), ("联系电话", "027-85550136"))), note="写了分管领导，没有“联系人”字样"
    )
    yield Passes(Letter(contacts=(("联系单位", "武汉市水务局"), ("联系电话", "027-85550136"))), note="写了联系单位")


RULE = Rule(
    name="contact-name-missing",
    code="CTC005",
    family="contact",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("有号无名", "Phone without a name"),
    explanation=Explanation(
        contradiction=Bilingual(
            "联系方式里有电话，没有姓名，也没有科室。", "The contacts give a phone and neither a name nor a section."
        ),
        importance=Bilingual("提出者打来电话，不知道该找谁。", "Whoever calls does not know whom to ask for."),
        silent=(
            Bilingual("科室或单位名加电话", "the name of a section or unit with its phone"),
            Bilingual(
                "姓名写在别的栏目里，如分管领导、经办人", "names behind other labels, such as 分管领导 or 经办人"
            ),
        ),
        grounds=Bilingual(
            "一地办法要求附主管领导和经办人的姓名、电话", "A local rule asks for names and phones of leader and handler"
        ),
    ),
    needs=("contacts",),
    check=check,
    violates=violates,
    passes=passes,
)
