"""The name of a party's branch in an order of words that no party uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.party_names import regular_branch
from govreply.model import AddresseeKind, Reply, Text
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the first such name; the others are related."""
    odd = [(text, regular) for text, name in _names(reply) if (regular := regular_branch(fold(name))) is not None]
    if not odd:
        return
    first, regular = odd[0]
    yield Problem(
        span=first.span,
        message=Bilingual(
            f"党派组织名称“{first.text}”语序不规范，宜作“{regular}”",
            f"“{first.text}” is no regular name of a party's branch; “{regular}” is",
        ),
        related=tuple(
            Place(span=text.span, label=Bilingual(f"又见：“{text.text}”", f"again: “{text.text}”"))
            for text, _ in odd[1:]
        ),
        suggestion=Bilingual("按该党派地方组织的正式名称书写", "write the name that the branch itself uses"),
    )


def _names(reply: Reply) -> Iterator[tuple[Text, str]]:
    yield from ((a, a.name) for a in reply.addressees if a.kind is AddresseeKind.PARTY)
    cell = reply.feedback.proposer if reply.feedback else None
    if cell is not None and cell.text:
        yield cell, cell.text


def violates() -> Iterable[Violates]:
    """Names in an unusual order."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(Letter(salutation="市致公党委员会"), at="市致公党委员会", note="宜作致公党市委会")
    yield Violates(
        Letter(salutation="民建武汉市委会", form=Form(proposer="武汉市民建委员会")),
        at="武汉市民建委员会",
        note="表中地名在党派名之前",
    )


def passes() -> Iterable[Passes]:
    """Regular names and short ones."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(salutation="致公党武汉市委会"), note="规范简称")
    yield Passes(Letter(salutation="中国致公党武汉市委员会"), note="正式全称")
    yield Passes(Letter(salutation="民盟武汉市委"), note="习用简称")
    yield Passes(Letter(salutation="致公党武汉市委会", form=Form(proposer="市致公党")), note="“市致公党”作表内短名")
    yield Passes(Letter(salutation="武汉市工商联"), note="工商联不是党派")


RULE = Rule(
    name="party-branch-name",
    code="PTY003",
    family="parties",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("党派组织名称不规范", "Irregular name of a party branch"),
    explanation=Explanation(
        contradiction=Bilingual(
            "主送或征询意见表中的党派地方组织，地名写在党派名之前而又带“委员会”。",
            "The place stands in front of the party's name and its committee behind it, in address line or form.",
        ),
        importance=Bilingual(
            "各党派地方组织都以党派名开头；名称不一，统计和检索会当成两家。",
            "Branches begin with the name of their party; other orders are counted as another proposer.",
        ),
        silent=(
            Bilingual("正式全称、“民建某市委会”“民建某市委”一类简称", "full names and the usual short ones"),
            Bilingual("不带“委员会”的短名（市致公党）", "names without a committee"),
            Bilingual("工商联等人民团体", "people's organisations"),
        ),
        grounds=Bilingual("各民主党派章程所定的组织名称", "The parties' statutes"),
    ),
    yields_to=("party-name-wrong",),
    check=check,
    violates=violates,
    passes=passes,
)
