"""Proposals come from 委员, suggestions from 代表; here the title word behind the name is the other one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Addressee, AddresseeKind, Body, MatterKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_TITLE_OF = {Body.CPPCC: "委员", Body.NPC: "代表"}
_NAMES = {
    Body.CPPCC: Bilingual("政协提案", "a CPPCC proposal"),
    Body.NPC: Bilingual("人大建议、议案", "a suggestion or bill"),
}
# a post (人大常委会委员) or another kind of delegate (党代表), not the title word that goes with the item
_OTHER_POSTS = ("常委会", "组成人员", "主任", "党代表", "职工代表")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each title word of the wrong kind; a word may close a whole list of names."""
    body = _body(reply)
    matter = reply.matter
    if body is None or matter is None:
        return
    seen: set[Span] = set()
    for addressee in reply.addressees:
        word = addressee.honorific
        if word is None or word.span in seen or not _wrong(addressee, body):
            continue
        seen.add(word.span)
        title, other = _TITLE_OF[body], word.text
        anchor = matter.kind_word.span if matter.kind_word else matter.span
        yield Problem(
            span=word.span,
            message=Bilingual(
                f"主送称“{addressee.name}{other}”，而答复的是{_NAMES[body].zh}，提出者应称“{title}”",
                f"addressed to “{addressee.name}{other}”, but what is answered is {_NAMES[body].en}, whose proposers are called {title}",
            ),
            related=(Place(span=anchor, label=Bilingual(f"件类：{_NAMES[body].zh}", f"kind: {_NAMES[body].en}")),),
            suggestion=Bilingual(
                f"核对提出者身份；确为{_NAMES[body].zh}的，改称“{title}”",
                f"check who proposed it; if it is {_NAMES[body].en}, write {title}",
            ),
        )


def _body(reply: Reply) -> Body | None:
    """The assembly that kind word and assembly agree on; ``None`` where they contradict each other or say nothing."""
    if reply.matter is None:
        return None
    kind, assembly = reply.matter.kind, reply.matter.assembly
    by_kind = None if kind is None else Body.CPPCC if kind is MatterKind.PROPOSAL else Body.NPC
    by_assembly = assembly.body if assembly else None
    if by_kind and by_assembly and by_kind is not by_assembly:
        return None
    return by_assembly or by_kind


def _wrong(addressee: Addressee, body: Body) -> bool:
    if addressee.kind is not AddresseeKind.PERSON or addressee.honorific is None:
        return False
    if any(post in addressee.text for post in _OTHER_POSTS):
        return False
    other = _TITLE_OF[Body.NPC if body is Body.CPPCC else Body.CPPCC]
    return addressee.honorific.text.endswith(other)


def violates() -> Iterable[Violates]:
    """The wrong title word."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(honorific="代表"), at="代表", related=("提案",), note="答复政协提案，主送称“代表”")
    yield Violates(
        Letter(assembly="市人大", term=15, session=2, number="12", kind_word="建议"),
        at="委员",
        related=("建议",),
        note="答复人大建议，主送称“委员”",
    )


def passes() -> Iterable[Passes]:
    """Addressees without a title word of the wrong kind."""
    from govreply.testing import Letter, Passes

    congress = Letter(assembly="市人大", term=15, session=2, number="12", kind_word="建议", honorific="代表")
    yield Passes(Letter(), note="提案，主送委员")
    yield Passes(congress, note="建议，主送代表")
    yield Passes(Letter(salutation="民盟武汉市委会"), note="主送党派")
    yield Passes(Letter(salutation="市政协人口资源环境委员会"), note="主送专委会")
    yield Passes(congress.but(salutation="第三代表小组代表"), note="主送代表小组")
    yield Passes(Letter(salutation="市总工会"), note="主送团体")
    yield Passes(congress.but(salutation="市人大常委会委员陆承安代表"), note="“委员”出现在常委会组成人员职务中")


RULE = Rule(
    name="addressee-kind-mismatch",
    code="IDN008",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("称谓与件类不符", "Title of the addressee against kind of item"),
    explanation=Explanation(
        contradiction=Bilingual(
            "答复政协提案而称“代表”，或答复人大建议、议案而称“委员”。",
            "A reply to a CPPCC proposal addresses a 代表, or a reply to a suggestion or bill addresses a 委员.",
        ),
        importance=Bilingual(
            "称谓写错是对提出者身份的误认，送达后往往要重发。",
            "The proposer's standing is mistaken; such replies usually have to be sent again.",
        ),
        silent=(
            Bilingual("主送党派、团体、专委会、小组", "parties, organisations, committees and groups as addressees"),
            Bilingual("“党代表”等别种代表", "other delegates, such as 党代表"),
            Bilingual("“委员”属常委会组成人员职务", "委员 as a post on a standing committee"),
            Bilingual(
                "题名的件类与会议自相矛盾时，由 assembly-kind-mismatch 报告",
                "titles that contradict themselves, which assembly-kind-mismatch tells",
            ),
            Bilingual("既是代表又是委员的，以题名为准", "people who are both: the title decides"),
        ),
        grounds=Bilingual("代表法；政协提案工作条例", "Law on Deputies; regulations on CPPCC proposals"),
    ),
    needs=("addressees", "matter"),
    check=check,
    violates=violates,
    passes=passes,
)
