"""A copy that anybody may see shows the proposer's phone or address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Personal, PersonalKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.openness import is_public

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_WHAT = {
    PersonalKind.MOBILE: Bilingual("电话", "phone"),
    PersonalKind.PHONE: Bilingual("电话", "phone"),
    PersonalKind.ADDRESS: Bilingual("地址", "address"),
}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each phone or address of the proposer in a public copy."""
    if not is_public(reply):
        return
    for one in reply.personal:
        what = _WHAT.get(one.kind)
        if one.of_proposer and what is not None:
            yield _problem(one, what)


def _problem(one: Personal, what: Bilingual) -> Problem:
    return Problem(
        span=one.span,
        message=Bilingual(
            f"公开件里有提出者的{what.zh}“{one.text}”", f"a public copy shows the proposer's {what.en} “{one.text}”"
        ),
        # not beside the mark of disclosure: rules that yield to this one would fall silent about other places, too
        suggestion=Bilingual("公开前删去提出者的联系方式", "take the proposer's contacts out before publishing"),
    )


def violates() -> Iterable[Violates]:
    """Public copies with the proposer's contacts."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(
            disclosure="此件公开发布",
            form=Form(extra=(("提案者签名", "陆承安"), ("联系电话", "13800001234"))),
        ),
        at="13800001234",
        note="附表里有委员的手机号",
    )
    yield Violates(
        Letter(
            disclosure="此件公开发布",
            form=Form(extra=(("委员姓名", "陆承安"), ("通讯地址", "江岸区明珠路8号"))),
        ),
        at="江岸区明珠路8号",
        note="附表里有委员的地址",
    )


def passes() -> Iterable[Passes]:
    """Contacts of the organ, and what is masked."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(disclosure="此件公开发布", form=Form()), note="表里没有联系方式")
    yield Passes(Letter(disclosure="此件公开发布"), note="承办人的电话")
    yield Passes(
        Letter(disclosure="此件公开发布", form=Form(extra=(("承办人", "方晓岚"), ("联系电话", "027-85550136")))),
        note="附表里承办人的电话",
    )
    yield Passes(
        Letter(disclosure="此件公开发布", form=Form(extra=(("提案者签名", "陆承安"), ("联系电话", "138****1234")))),
        note="已经遮去几位",
    )
    yield Passes(
        Letter(disclosure="此件公开发布", form=Form(extra=(("提案者签名", "陆承安"), ("联系电话", "")))),
        note="没有填写",
    )


RULE = Rule(
    name="proposer-contact-public",
    code="PRV007",
    family="privacy",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("提案者联系方式公开", "Proposer's contacts in a public copy"),
    explanation=Explanation(
        contradiction=Bilingual(
            "公开件的附表或正文里有委员、代表或提案单位的电话、地址。",
            "A public copy shows the phone or address of the member, deputy or organisation that handed the item in.",
        ),
        importance=Bilingual(
            "公开答复时应当略去提出者的联系方式。", "Published replies are to leave the proposer's contacts out."
        ),
        silent=(
            Bilingual("承办单位、承办人的电话", "phones of the organ and its people"),
            Bilingual("已经遮去或没有填写的栏目", "cells that are masked or left empty"),
            Bilingual("不公开的件", "letters that are not public"),
        ),
        grounds=Bilingual(
            "各地通知：公开答复时略去提出者联系方式",
            "Local notices leave the proposer's contacts out of published replies",
        ),
    ),
    needs=("personal",),
    check=check,
    violates=violates,
    passes=passes,
)
