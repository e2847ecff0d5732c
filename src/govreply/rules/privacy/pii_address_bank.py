"""A copy that anybody may see shows where somebody lives, or a bank account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import PersonalKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.openness import disclosure_place, is_public

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


_WHAT = {
    PersonalKind.ADDRESS: Bilingual("住址", "home address"),
    PersonalKind.BANK_ACCOUNT: Bilingual("银行账号", "bank account"),
}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each address or account of a public copy."""
    if not is_public(reply):
        return
    for one in reply.personal:
        what = _WHAT.get(one.kind)
        if what is not None:
            yield Problem(
                span=one.span,
                message=Bilingual(
                    f"公开件里有{what.zh}“{one.text}”", f"a public copy shows the {what.en} “{one.text}”"
                ),
                related=disclosure_place(reply),
                suggestion=Bilingual("公开前删去", "take it out before publishing"),
            )


def violates() -> Iterable[Violates]:
    """Public copies with an address or account."""
    from govreply.testing import Violates

    yield Violates(
        _saying("反映人住在明珠小区3栋201室，室内返水问题已经处理。"),
        at="明珠小区3栋201室",
        related=("（此件公开发布）",),
        note="正文里有某户的门牌",
    )
    yield Violates(
        _saying("补偿款已汇入反映人账号：6222020000001234567，请查收。"),
        at="6222020000001234567",
        related=("（此件公开发布）",),
        note="正文里有银行账号",
    )
    yield Violates(
        _saying("已到反映人家中走访（家庭住址：江岸区明珠路8号2单元501），问题已经处理。"),
        at="江岸区明珠路8号2单元501",
        related=("（此件公开发布）",),
        note="写明家庭住址",
    )
    yield Violates(
        _saying("方便群众到服务中心办事。反映人住在明珠小区3栋201室，室内返水问题已经处理。"),
        at="明珠小区3栋201室",
        related=("（此件公开发布）",),
        note="前一句里的服务中心与本句无关",
    )
    yield Violates(
        _saying("反映人住在明珠小区 3 栋 201 室，室内返水问题已经处理。"),
        at="明珠小区3栋201室",
        related=("（此件公开发布）",),
        note="数字两边有空格",
    )


def passes() -> Iterable[Passes]:
    """Addresses of offices and works."""
    from govreply.testing import Letter, Passes

    yield Passes(
        Letter(
            disclosure="此件公开发布",
            contacts=(("联系人", "方晓岚"), ("办公地址", "江岸区明珠小区3栋201室")),
        ),
        note="办公地址",
    )
    yield Passes(_saying("明珠小区3栋雨污分流改造项目已经完工。"), note="项目地点，没有门牌")
    yield Passes(_saying("社区服务中心设在明珠小区3栋201室，可就近办理。"), note="服务点的地址")
    yield Passes(_saying("欢迎关注微信账号：whswj20230001，了解排水信息。"), note="公众号等网络账号")


def _saying(sentence: str) -> Letter:
    from govreply.testing import Letter, Part

    return Letter(disclosure="此件公开发布", sections=(Part(heading="办理情况", paragraphs=(sentence,)),))


RULE = Rule(
    name="pii-address-bank",
    code="PRV003",
    family="privacy",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("含住址账号", "Home address or bank account"),
    explanation=Explanation(
        contradiction=Bilingual(
            "公开件里有个人住址或银行账号。", "A public copy shows where a person lives, or a bank account."
        ),
        importance=Bilingual(
            "住址和账号是个人信息，公开后可能被冒用、骚扰。",
            "Addresses and accounts are personal and open to abuse once published.",
        ),
        silent=(
            Bilingual("办公地址、服务网点的地址", "addresses of offices and service points"),
            Bilingual(
                "项目地点：只到小区、楼栋，没有门牌", "sites of works, named by quarter and building without a flat"
            ),
            Bilingual("网络账号", "accounts on the web"),
            Bilingual("提案者本人的地址，由另一条规则指出", "the proposer's own address, which another rule tells"),
        ),
        grounds=Bilingual("政府信息公开条例", "The regulation on public information"),
    ),
    needs=("personal",),
    yields_to=("proposer-contact-public",),
    check=check,
    violates=violates,
    passes=passes,
)
