"""A name that no party bears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each place."""
    for slip in reply.naming.party_slips:
        yield Problem(
            span=slip.span,
            message=Bilingual(
                f"没有“{slip.text}”这一党派名称，应为“{slip.right}”",
                f"no party is called “{slip.text}”; it is “{slip.right}”",
            ),
            suggestion=Bilingual(f"改为“{slip.right}”", f"write “{slip.right}”"),
        )


def violates() -> Iterable[Violates]:
    """Wrong names."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(Letter(salutation="民进党武汉市委会"), at="民进党", note="应为民进")
    yield Violates(Letter(salutation="九三学社党武汉市委会"), at="九三学社党", note="应为九三学社")
    yield Violates(
        Letter(salutation="台盟武汉市委会", thanks=("感谢台盟党武汉市委会对我市水务工作的关心和支持。",)),
        at="台盟党",
        note="致谢中写错",
    )
    yield Violates(
        Letter(salutation="民建武汉市委会", form=Form(proposer="民建党武汉市委会")), at="民建党", note="表中写错"
    )


def passes() -> Iterable[Passes]:
    """Right names and words that look alike."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(salutation="民进武汉市委会"), note="民进")
    yield Passes(Letter(salutation="民建武汉市委会"), note="民建")
    yield Passes(
        Letter(opening=("该提案由民革党员牵头调研，广泛听取各民主党派意见。",)), note="“民革党员”“民主党派”等泛称"
    )
    yield Passes(
        Letter(opening=("我局组织居民建党支部活动室，由市民建党群服务站管理。",)), note="“居民建党支部”不是党派名"
    )


RULE = Rule(
    name="party-name-wrong",
    code="PTY004",
    family="parties",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("党派名称错误", "Wrong name of a party"),
    explanation=Explanation(
        contradiction=Bilingual(
            "党派名称写错，多为在简称后误加“党”字。",
            "A party is given a name that it does not bear, mostly by a 党 too many.",
        ),
        importance=Bilingual(
            "党派名称是政治性称谓，“民进党”更是台湾地区另一政党的名称。",
            "Names of parties are a matter of politics; 民进党 is even the name of another party, in Taiwan.",
        ),
        silent=(
            Bilingual("民进、民建、台盟等简称和各党派全称", "the parties' own short and full names"),
            Bilingual("“民主党派”“民革党员”一类泛称", "words for members and for parties in general"),
            Bilingual("正文中单独出现的台湾“民进党”", "the party in Taiwan, where running text speaks of it"),
        ),
        grounds=Bilingual("各民主党派章程所定的名称", "The parties' statutes"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
