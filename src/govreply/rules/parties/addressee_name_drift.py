"""One person, two spellings: the body writes the addressee's name with another character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AddresseeKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.names import anonymised, one_sign_apart, plain_name

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each place that spells an addressee's name with one other character."""
    addressees = [a for a in reply.addressees if a.kind is AddresseeKind.PERSON and not anonymised(a.name)]
    known = {plain_name(a.name) for a in addressees}
    for person in reply.address.persons:
        name = plain_name(person.name.text)
        if name in known:
            continue
        meant = [a for a in addressees if one_sign_apart(plain_name(a.name), name)]
        if len(meant) != 1:
            continue
        addressee = meant[0]
        yield Problem(
            span=person.name.span,
            message=Bilingual(
                f"主送“{addressee.name}”，此处写作“{person.name.text}”",
                f"the letter is addressed to “{addressee.name}”, who is spelt “{person.name.text}” here",
            ),
            related=(
                Place(
                    span=addressee.span,
                    label=Bilingual(f"主送：“{addressee.name}”", f"addressee: “{addressee.name}”"),
                ),
            ),
            suggestion=Bilingual("按原提案核对姓名用字", "check the name against the item"),
        )


def violates() -> Iterable[Violates]:
    """Names with one wrong character."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(receipt="陆成安委员提出的《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下："),
        at="陆成安",
        related=("陆承安",),
        note="主送与收悉句差一字",
    )
    yield Violates(
        Letter(thanks=("感谢陆承桉委员对我市水务工作的关心和支持。",)),
        at="陆承桉",
        related=("陆承安",),
        note="主送与致谢差一字",
    )


def passes() -> Iterable[Passes]:
    """Writings of one name, and other people."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(thanks=("感谢陆承安委员对我市水务工作的关心和支持。",)), note="同一写法")
    yield Passes(
        Letter(
            addressees=("巴图·苏和",),
            honorific="代表",
            thanks=("感谢巴图苏和代表对水务工作的关心。",),
            assembly="市人大",
            term=15,
            kind_word="建议",
        ),
        note="少数民族姓名的间隔号",
    )
    yield Passes(
        Letter(addressees=("陳承安",), thanks=("感谢陈承安委员对我市水务工作的关心和支持。",)), note="繁简之别"
    )
    yield Passes(Letter(addressees=("白　帆",), thanks=("感谢白帆委员对水务工作的关心。",)), note="两字名中间空格")
    yield Passes(
        Letter(addressees=("陆承安", "陆承宁"), thanks=("感谢陆承宁委员对我市水务工作的关心和支持。",)),
        note="联名者中另有其人",
    )
    yield Passes(Letter(opening=("该建议与陆承宁、佟伯衡委员的提案一并办理。",)), note="列名办理的其他提案者")


RULE = Rule(
    name="addressee-name-drift",
    code="PTY002",
    family="parties",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("人名异写", "One name in two spellings"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文中提出者的姓名与主送所写只差一字。",
            "The name of the addressee and a name in the text differ in one character only.",
        ),
        importance=Bilingual(
            "姓名写错失敬，档案按人名检索也会漏件。",
            "A misspelt name is discourteous, and a search of the archive by name misses the item.",
        ),
        silent=(
            Bilingual("少数民族姓名的间隔号、两字名中间的空格", "dots and blanks inside names"),
            Bilingual("繁体、异体写法", "traditional and variant characters"),
            Bilingual(
                "两字名：差一字即可能是另一人", "names of two characters, where one character may make another person"
            ),
            Bilingual("列名中的人、与联名者同名的人", "persons in a list of names, and other addressees"),
            Bilingual("匿名处理的公开件", "published copies that hide names"),
        ),
        grounds=Bilingual("公开答复的常见差错", "Common slips in published replies"),
    ),
    needs=("addressees",),
    yields_to=("addressee-proposer-mismatch",),
    check=check,
    violates=violates,
    passes=passes,
)
