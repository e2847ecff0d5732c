"""The letter is addressed to one proposer, the form names another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AddresseeKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.names import anonymised, is_party, same_proposer

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the form's cell."""
    form = reply.feedback
    proposer = form.proposer if form else None
    if proposer is None or not proposer.text or anonymised(proposer.text):
        return
    # a delegation or group passes the reply on to its members
    addressees = [a for a in reply.addressees if a.kind is not AddresseeKind.GROUP]
    if len(addressees) < len(reply.addressees) or any(anonymised(a.name) for a in addressees):
        return
    party = is_party(proposer.text)
    if any(same_proposer(a.name, proposer.text) for a in addressees):
        return
    if any((a.kind is AddresseeKind.PERSON) is party for a in addressees):
        return  # a person for a party: who signs and who proposes may differ
    names = "、".join(a.name for a in addressees)
    yield Problem(
        span=proposer.span,
        message=Bilingual(
            f"主送“{names}”，征询意见表的提出者却是“{proposer.text}”",
            f"the letter is addressed to “{names}”, but the form names “{proposer.text}” as proposer",
        ),
        related=tuple(
            Place(span=a.span, label=Bilingual(f"主送：“{a.name}”", f"addressee: “{a.name}”")) for a in addressees
        ),
        suggestion=Bilingual(
            "核对原提案的提出者，检查是否附错了表",
            "look the proposer up in the item; check that the right form is attached",
        ),
    )


def violates() -> Iterable[Violates]:
    """A form of somebody else."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(salutation="民盟武汉市委会", form=Form(proposer="民建武汉市委会")),
        at="民建武汉市委会",
        related=("民盟武汉市委会",),
        note="主送民盟，表中民建",
    )
    yield Violates(Letter(form=Form(proposer="佟伯衡")), at="佟伯衡", related=("陆承安",), note="主送与表中姓名不同")


def passes() -> Iterable[Passes]:
    """Two names of one proposer."""
    from govreply.testing import Form, Letter, Passes

    party = Letter(salutation="市致公党委员会")
    yield Passes(Letter(form=Form()), note="同一人")
    yield Passes(party.but(form=Form(proposer="市致公党")), note="“市致公党委员会”与“市致公党”")
    yield Passes(party.but(form=Form(proposer="致公党武汉市委会")), note="“市致公党委员会”与“致公党武汉市委会”")
    yield Passes(party.but(form=Form(proposer="中国致公党武汉市委员会")), note="党派全称")
    yield Passes(Letter(form=Form(proposer="陆承安等3位委员")), note="领衔人与“等N位”")
    yield Passes(
        Letter(addressees=("陆承安", "佟伯衡"), form=Form(proposer="佟伯衡")), note="联名提案，表由其中一人填写"
    )
    yield Passes(
        Letter(
            assembly="市人大",
            term=15,
            number="12",
            kind_word="建议",
            salutation="江岸区代表团",
            form=Form(proposer="陆承安"),
        ),
        note="代表团转达",
    )


RULE = Rule(
    name="addressee-proposer-mismatch",
    code="PTY001",
    family="parties",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("主送与提案者不符", "Addressee against proposer"),
    explanation=Explanation(
        contradiction=Bilingual(
            "答复的主送与征询意见表上的提案者（代表姓名）不是同一人或同一组织。",
            "The addressee of the letter and the proposer on the form are neither the same person nor the same organisation.",
        ),
        importance=Bilingual(
            "或是答复送错了人，或是附了别件的表，满意度就记在别人名下。",
            "Either the reply went to the wrong person, or a rating is recorded under somebody else's name.",
        ),
        silent=(
            Bilingual(
                "同一党派、团体的全称、简称和地方组织名", "full, short and local names of one party or organisation"
            ),
            Bilingual("领衔人与“等N位”，联名人之一", "the first of several proposers, or one of them"),
            Bilingual("由代表团、小组转达", "delegations and groups that pass the reply on"),
            Bilingual("匿名处理的公开件（李某、李××）", "published copies that hide names"),
            Bilingual("一处是个人、一处是党派团体", "a person in one place and a party in the other"),
        ),
        grounds=Bilingual("联名提案、建议逐一答复的规定", "Rules that each proposer is answered"),
    ),
    needs=("addressees", "feedback.proposer"),
    check=check,
    violates=violates,
    passes=passes,
)
