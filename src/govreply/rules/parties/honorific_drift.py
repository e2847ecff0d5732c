"""One addressee is spoken to in several ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AddresseeKind, Pronoun, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_DRIFTS = 2


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the first word that differs from the one before; one related place for each other word."""
    addressees, words = reply.addressees, reply.address.pronouns
    if len(addressees) != 1 or addressees[0].kind is AddresseeKind.GROUP or reply.address.several:
        return
    first = {word.text: word for word in reversed(words)}
    used = sorted(first.values(), key=_start_of)
    if len(used) < _DRIFTS:
        return
    odd = used[1]
    shown = "、".join(f"“{word.text}”" for word in used)
    yield Problem(
        span=odd.span,
        message=Bilingual(f"主送只有一方，称谓却先后用了{shown}", f"one addressee is called {shown}"),
        related=tuple(
            Place(span=word.span, label=Bilingual(f"称“{word.text}”", f"“{word.text}”"))
            for word in used
            if word is not odd
        ),
        suggestion=Bilingual("全文统一一种称谓", "keep to one form of address"),
    )


def _start_of(word: Pronoun) -> int:
    return word.span.start


def violates() -> Iterable[Violates]:
    """Mixed forms of address."""
    from govreply.testing import Letter, Violates
    from govreply.testing.surface import Surface

    party = Letter(salutation="致公党武汉市委会", surface=Surface(you="贵单位"))
    yield Violates(
        party.but(thanks=("感谢贵党对我市水务工作的关心和支持。",)),
        at="贵党",
        related=("贵单位",),
        note="先称贵单位，后称贵党",
    )
    yield Violates(
        party.but(thanks=("感谢贵党对水务工作的关心，希望您继续建言献策。",)),
        at="贵党",
        related=("贵单位", "您"),
        note="贵单位、贵党、您三种称谓",
    )
    yield Violates(
        Letter(thanks=("感谢你们对我市水务工作的关心和支持。",)),
        at="你们",
        related=("您",),
        note="主送一人，先您后你们",
    )


def passes() -> Iterable[Passes]:
    """One form, several people, quotations."""
    from govreply.testing import Letter, Passes
    from govreply.testing.surface import Surface

    yield Passes(Letter(), note="全文称您")
    yield Passes(
        Letter(addressees=("陆承安", "佟伯衡"), surface=Surface(you="您"), thanks=("感谢你们对我市水务工作的关心。",)),
        note="多人联名用你们",
    )
    yield Passes(
        Letter(outlook=("下一步，我局将落实“有呼必应，你们点单、我们上门”的服务承诺，加强日常管护。",)),
        note="引语中的你们",
    )
    yield Passes(
        Letter(outlook=("下一步，我局将借鉴贵州、贵阳等地经验，吸收各方宝贵意见。",)), note="贵州、宝贵不是称谓"
    )


RULE = Rule(
    name="honorific-drift",
    code="PTY005",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("称谓混用", "Mixed forms of address"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一主送对象，文中先后称“您”“你们”“贵单位”“贵党”等。",
            "One addressee is called 您, 你们, 贵单位 or 贵党 by turns.",
        ),
        importance=Bilingual(
            "称谓不一多为拼接旧稿所致，也失礼貌。", "It shows that old texts were pieced together, and is impolite."
        ),
        silent=(
            Bilingual("多人联名、代表团、小组", "several proposers, delegations and groups"),
            Bilingual("引号、书名号内的话", "words in quotation"),
            Bilingual("“贵州”“宝贵”等词", "words such as 贵州 and 宝贵"),
        ),
        grounds=Bilingual("公文用语的一般要求", "General usage of official writing"),
    ),
    needs=("addressees",),
    check=check,
    violates=violates,
    passes=passes,
)
