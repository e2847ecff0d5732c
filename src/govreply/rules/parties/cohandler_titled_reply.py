"""A letter to the lead organ bears the title of an answer to the proposer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.parties import find_party
from govreply.model import Addressee, AddresseeKind, AgencyRole, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_ANSWERS = ("答复", "复函", "回复")
_OPINIONS = ("会办", "协办", "分办", "意见", "征求", "转办")
_PROPOSERS = ("政协", "人大", "人民代表大会", "党", "联合会", "协会", "工会", "妇联", "侨联", "代表")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the title."""
    title, addressees, issuer = reply.title, reply.addressees, reply.issuer
    if title is None or issuer is None or len(addressees) != 1 or not _is_department(reply, addressees[0]):
        return
    if not any(word in title.text for word in _ANSWERS) or any(word in title.text for word in _OPINIONS):
        return
    lead = addressees[0]
    yield Problem(
        span=title.span,
        message=Bilingual(
            f"主送主办单位“{lead.name}”，题名却作“答复”，应为会办意见",
            f"this goes to the lead organ “{lead.name}”; it is an opinion of a co-handler and no answer",
        ),
        related=(Place(span=lead.span, label=Bilingual(f"主送：“{lead.name}”", f"addressee: “{lead.name}”")),),
        suggestion=Bilingual("题名改为“……会办意见”", "call it 会办意见"),
    )


def _is_department(reply: Reply, addressee: Addressee) -> bool:
    """Whether the addressee is a department of the same level as the issuer; bodies that hand in proposals are none."""
    if addressee.kind is not AddresseeKind.ORGANISATION or find_party(fold(addressee.name)) is not None:
        return False
    if any(word in addressee.name for word in _PROPOSERS):
        return False
    organs = {role: agency for agency in reply.agencies for role in agency.roles}
    ours, theirs = organs.get(AgencyRole.ISSUER), organs.get(AgencyRole.ADDRESSEE)
    return ours is not None and theirs is not None and ours is not theirs and ours.level is theirs.level


def violates() -> Iterable[Violates]:
    """Letters to the lead organ."""
    from govreply.testing import Letter, Violates

    lead = Letter(
        salutation="武汉市教育局", receipt="贵局主办的《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下："
    )
    title = "对市政协十四届二次会议第20230117号提案的答复"
    yield Violates(lead, at=title, related=("武汉市教育局",), note="主送主办单位，题名作答复")
    yield Violates(lead.but(salutation="市城建局"), at=title, related=("市城建局",), note="主送简称")


def passes() -> Iterable[Passes]:
    """Opinions, and organs that hand in proposals."""
    from govreply.testing import Letter, Passes

    lead = Letter(
        salutation="武汉市教育局", receipt="贵局主办的《关于加强老旧小区雨污分流改造的建议》收悉，现提出意见如下："
    )
    yield Passes(lead.but(title="关于市政协十四届二次会议第20230117号提案的会办意见"), note="题名作会办意见")
    yield Passes(lead.but(title="关于市政协十四届二次会议第20230117号提案答复的协办意见"), note="题名作协办意见")
    yield Passes(Letter(), note="主送委员")
    yield Passes(Letter(salutation="武汉市工商联"), note="主送提出提案的团体")
    yield Passes(Letter(salutation="市政协提案委"), note="主送政协机构")


RULE = Rule(
    name="cohandler-titled-reply",
    code="PTY011",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("会办件题作答复", "Opinion of a co-handler titled as an answer"),
    explanation=Explanation(
        contradiction=Bilingual(
            "主送同级主办单位的函，题名写作“答复”“复函”。",
            "The letter goes to another department of the same level, which leads, and calls itself an answer.",
        ),
        importance=Bilingual(
            "会办单位只向主办单位提供意见，不直接答复提出者；题作答复，归档会当成正式答复。",
            "Co-handlers do not answer the proposer; in the archive it would pass for the answer.",
        ),
        silent=(
            Bilingual("题名含“会办”“协办”“分办”“意见”", "titles that say 会办, 协办 or 意见"),
            Bilingual("主送政协、人大机构，党派、人民团体", "assemblies, parties and organisations"),
            Bilingual("上下级之间", "organs of different levels"),
        ),
        grounds=Bilingual("主办、会办分工的规定", "Rules on lead organs and co-handlers"),
    ),
    needs=(
        "title",
        "addressees",
        "issuer",
    ),
    check=check,
    violates=violates,
    passes=passes,
)
