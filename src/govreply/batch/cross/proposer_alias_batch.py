"""The proposer of one item is written with another sign in another document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from govreply.batch.cross.answers import Answer, answers_to_one
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import AddresseeKind, Reply
from govreply.rules.base import Explanation
from govreply.rules.compare.names import anonymised, one_sign_apart, plain_name
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View


@frozen
class _Named:
    """A proposer in one document."""

    input: int
    name: str
    span: Span


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each pair of names, with every document that bears one of them."""
    for answers in answers_to_one(view):
        named = [person for answer in answers if not answer.opinion for person in _proposers(view, answer)]
        together = {frozenset((a.name, b.name)) for a, b in combinations(named, 2) if a.input == b.input}
        names = sorted({person.name for person in named})
        for left, right in combinations(names, 2):
            if one_sign_apart(left, right) and frozenset((left, right)) not in together:
                yield _problem(answers[0].number, [p for p in named if p.name in (left, right)])


def _proposers(view: View, answer: Answer) -> Iterator[_Named]:
    reply: Reply = view.reply(answer.input)
    for addressee in reply.addressees:
        name = plain_name(addressee.name)
        if addressee.kind is AddresseeKind.PERSON and not anonymised(name):
            yield _Named(answer.input, name, addressee.span)


def _problem(number: str, named: list[_Named]) -> CrossProblem:
    names = list(dict.fromkeys(person.name for person in named))
    return CrossProblem(
        message=Bilingual(
            f"第{number}号的提出者在几份文件中写法不同：{'、'.join(names)}",
            f"the proposer of item {number} is written in several ways: {', '.join(names)}",
        ),
        places=tuple(
            CrossPlace(label=Bilingual(f"主送：{p.name}", f"addressee: {p.name}"), input=p.input, span=p.span)
            for p in named
        ),
        suggestion=Bilingual("按提案原件核对姓名", "compare with the item itself"),
    )


def violates() -> Iterable[Violates]:
    """One proposer under two names."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    parks = {"issuer": "武汉市园林和林业局", "document_number": "武园林函〔2023〕8号"}
    yield Violates(
        Bundle(files={"a.md": first(addressees=("陆宏安",)), "b.md": first(addressees=("陆弘安",), **parks)}),
        at=(("a.md", "陆宏安"), ("b.md", "陆弘安")),
        note="宏、弘",
    )
    yield Violates(
        Bundle(
            files={
                "a.md": first(addressees=("陆承安", "何静秋")),
                "b.md": first(addressees=("陆承案", "何静秋"), **parks),
                "c.txt": first(addressees=("陆承案", "何静秋"), **parks),
            }
        ),
        at=(("a.md", "陆承安"), ("b.md", "陆承案"), ("c.txt", "陆承案")),
        note="联名提案，其中一人写错",
    )


def passes() -> Iterable[Passes]:
    """Names that are two people, or one in two writings."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first

    parks = {"issuer": "武汉市园林和林业局", "document_number": "武园林函〔2023〕8号"}
    yield Passes(Bundle(files={"a.md": first(), "b.md": first(**parks)}), note="写法相同")
    yield Passes(
        Bundle(files={"a.md": first(addressees=("陆宏安",)), "b.md": another(addressees=("陆弘安",))}),
        note="两件提案，可能是两人",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(addressees=("陆宏安", "陆弘安")),
                "b.md": first(addressees=("陆弘安",), **parks),
            }
        ),
        note="同一件里两人并列，确是两人",
    )
    yield Passes(Bundle(files={"a.md": first(), "b.md": first(addressees=("陆某某",), **parks)}), note="公开稿隐去姓名")


RULE = CrossRule(
    name="proposer-alias-batch",
    code="BAT009",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("同一提案者异写", "One proposer, two writings"),
    explanation=Explanation(
        contradiction=Bilingual(
            "几份文件答复同一件提案、建议，主送人姓名却有一字之差。",
            "Several documents answer one item and address names that differ in one sign.",
        ),
        importance=Bilingual("姓名写错，对人不敬，检索也查不到。", "A wrong name is impolite, and cannot be found."),
        silent=(
            Bilingual("不同提案的相近姓名，可能是两人", "like names on different items: they may be two people"),
            Bilingual(
                "异体字、繁体字，公开稿隐去的姓名",
                "variant and traditional characters, and names that a published copy hides",
            ),
        ),
        grounds=Bilingual("前后一致", "Consistency"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
