"""Several names and several phones stand in the contacts, and nothing tells which belongs to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the first phone that belongs to nobody."""
    names = [c.name for c in reply.contacts if c.name and not c.phones]
    loose = [phone for c in reply.contacts if c.name is None for phone in c.phones]
    # one phone for several people is shared; one name gets every phone
    if len(names) < 2 or len(loose) < 2:
        return
    first, *others = loose
    yield Problem(
        span=first.span,
        message=Bilingual(
            f"有{len(names)}个姓名（{'、'.join(n.text for n in names)}）和{len(loose)}个电话，没有写明谁用哪个",
            f"{len(names)} names ({', '.join(n.text for n in names)}) and {len(loose)} phones, and nothing tells whose is whose",
        ),
        related=(
            *(Place(span=p.span, label=Bilingual(f"电话 {p.text}", f"phone {p.text}")) for p in others),
            *(Place(span=n.span, label=Bilingual(f"姓名“{n.text}”", f"name “{n.text}”")) for n in names),
        ),
        suggestion=Bilingual("在每个姓名后写明电话", "put each phone behind its name"),
    )


def violates() -> Iterable[Violates]:
    """Contacts that do not pair up."""
    from govreply.testing import Letter, Violates

    names = (("分管领导", "钟逸川"), ("经办人", "方晓岚"))
    phones = (("联系电话", "85550136"), ("联系电话", "85550137"))
    yield Violates(
        Letter(contacts=(*names, *phones)),
        at="85550136",
        related=("85550137", "钟逸川", "方晓岚"),
        note="两名两号而未对应",
    )
    yield Violates(
        Letter(contacts=(*names, ("邮政编码", "430014"), *phones, ("联系电话", "85550138"))),
        at="85550136",
        related=("85550137", "85550138", "钟逸川", "方晓岚"),
        note="两名三号而未对应",
    )


def passes() -> Iterable[Passes]:
    """Contacts that pair up, or share a phone."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="一名一号")
    yield Passes(
        Letter(contacts=(("分管领导", "钟逸川"), ("经办人", "方晓岚"), ("联系电话", "85550136"))),
        note="两人共用一个电话",
    )
    yield Passes(
        Letter(contacts=(("分管领导", "钟逸川 85550136"), ("经办人", "方晓岚 85550137"))), note="姓名与电话同行"
    )
    yield Passes(Letter(contacts=(("联系人", "方晓岚"), ("联系电话", "85550136、85550137"))), note="一人两个电话")


RULE = Rule(
    name="contact-count-mismatch",
    code="CTC006",
    family="contact",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("人号数目不配", "Names and phones do not pair up"),
    explanation=Explanation(
        contradiction=Bilingual(
            "联系方式里有几个姓名、几个电话，却没有写明谁用哪个电话。",
            "The contacts hold several names and several phones without saying whose is whose.",
        ),
        importance=Bilingual("提出者不知道该打哪个电话找谁。", "The proposer does not know which number reaches whom."),
        silent=(
            Bilingual("几人共用一个电话", "one phone shared by several people"),
            Bilingual("一人有几个电话", "one person with several phones"),
            Bilingual("姓名与电话写在同一行", "names and phones on one line"),
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
