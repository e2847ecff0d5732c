"""One person is addressed, and the thanks go to many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AddresseeKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each such thanks."""
    addressees = reply.addressees
    if len(addressees) != 1 or addressees[0].kind is not AddresseeKind.PERSON or reply.address.several:
        return
    addressee = addressees[0]
    for thanked in reply.address.thanked:
        yield Problem(
            span=thanked.span,
            message=Bilingual(
                f"主送只有“{addressee.name}”一人，致谢却是“{thanked.text}”",
                f"the letter is addressed to “{addressee.name}” alone, but thanks “{thanked.text}”",
            ),
            related=(
                Place(
                    span=addressee.span,
                    label=Bilingual(f"主送：“{addressee.name}”", f"addressee: “{addressee.name}”"),
                ),
            ),
            suggestion=Bilingual("改为对提出者本人致谢", "thank the proposer"),
        )


def violates() -> Iterable[Violates]:
    """Thanks to many."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(thanks=("感谢各位委员对我市水务工作的关心和支持。",)),
        at="各位委员",
        related=("陆承安",),
        note="主送一人，感谢各位委员",
    )
    yield Violates(
        Letter(
            assembly="市人大",
            term=15,
            kind_word="建议",
            honorific="代表",
            thanks=("衷心感谢代表们对我市水务工作的关心和支持。",),
        ),
        at="代表们",
        related=("陆承安",),
        note="主送一人，感谢代表们",
    )


def passes() -> Iterable[Passes]:
    """Thanks that agree with the addressees."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="感谢您")
    yield Passes(
        Letter(addressees=("陆承安", "佟伯衡"), thanks=("感谢各位委员对我市水务工作的关心和支持。",)), note="主送数人"
    )
    yield Passes(
        Letter(
            receipt="您等5位委员联名提出的《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下：",
            thanks=("感谢各位委员对我市水务工作的关心和支持。",),
        ),
        note="联名提案，主送领衔人",
    )
    yield Passes(
        Letter(
            assembly="市人大",
            term=15,
            kind_word="建议",
            salutation="江岸区代表团",
            thanks=("感谢各位代表对我市水务工作的关心和支持。",),
        ),
        note="主送代表团",
    )
    yield Passes(
        Letter(salutation="陆承安委员并转各位委员", thanks=("感谢各位委员对我市水务工作的关心和支持。",)),
        note="主送领衔人并转各位委员",
    )
    yield Passes(Letter(outlook=("下一步，我局将邀请各位委员视察工程现场，加强日常管护。",)), note="不是致谢")


RULE = Rule(
    name="thanks-number-mismatch",
    code="PTY006",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("致谢对象单复数不符", "Thanks to many for one"),
    explanation=Explanation(
        contradiction=Bilingual(
            "主送只有一人，文中却感谢“各位代表”“委员们”。",
            "The letter has one addressee and thanks 各位代表 or 委员们.",
        ),
        importance=Bilingual(
            "多为套用联名件的旧稿，提出者会觉得答复不是写给自己的。",
            "It shows that the letter was made from one to several people.",
        ),
        silent=(
            Bilingual("联名、领衔、“等N位”", "items of several proposers"),
            Bilingual("代表团、小组、党派", "delegations, groups and parties"),
            Bilingual("致谢以外的“各位代表”", "the same words outside thanks"),
        ),
        grounds=Bilingual("公文用语的一般要求", "General usage of official writing"),
    ),
    needs=("addressees",),
    check=check,
    violates=violates,
    passes=passes,
)
