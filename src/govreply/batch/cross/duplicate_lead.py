"""Two organs both say that they are the lead organ of one item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.answers import Answer, answers_to_one, other_issuer, split_among
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Explanation
from govreply.rules.compare.items import said

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

# an organ as it speaks of itself, and the words by which it claims the lead
_SELF: Final = ("我局", "我委", "我厅", "我办", "我部", "我市", "我区", "我县", "我单位", "我院")
_CLAIMS: Final = tuple(
    f"{self}{claim}" for self in _SELF for claim in ("主办", "为主办", "作为主办", "牵头办理", "负责主办")
)


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each item, with all that claim the lead."""
    for answers in answers_to_one(view):
        leads = [answer for answer in answers if not answer.opinion and _claims(view.reply(answer.input))]
        distinct = _of_different_organs(leads)
        if len(distinct) > 1 and not split_among(view.reply(answer.input) for answer in answers):
            yield _problem(leads, distinct)


def _problem(leads: list[Answer], distinct: list[Answer]) -> CrossProblem:
    names = [answer.issuer or "" for answer in distinct]
    number = leads[0].number
    return CrossProblem(
        message=Bilingual(
            f"第{number}号有{len(names)}家都称主办：{'、'.join(names)}",
            f"{len(names)} organs say that they lead item {number}: {', '.join(names)}",
        ),
        places=tuple(
            answer.at(Bilingual(f"称主办：{answer.issuer}", f"claims the lead: {answer.issuer}")) for answer in leads
        ),
        suggestion=Bilingual(
            "查交办单：一家主办，其余为会办", "look up the assignment: one organ leads, the others contribute"
        ),
    )


def _claims(reply: Reply) -> bool:
    return said(reply, *_CLAIMS)


def _of_different_organs(answers: list[Answer]) -> list[Answer]:
    found: list[Answer] = []
    for answer in answers:
        if all(other_issuer(answer.issuer, known.issuer) for known in found) and answer.issuer:
            found.append(answer)
    return found


def violates() -> Iterable[Violates]:
    """Two organs that claim the lead."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    other = {"issuer": "武汉市园林和林业局", "document_number": "武园林函〔2023〕8号"}
    water, parks = ("该提案由我局主办，现将办理情况答复如下。",), ("此件由我局主办，有关情况答复如下。",)
    yield Violates(
        Bundle(files={"a.md": first(opening=water), "b.md": first(opening=parks, **other)}),
        at=(("a.md", "20230117"), ("b.md", "20230117")),
        note="两局均称主办",
    )
    yield Violates(
        Bundle(
            files={
                "a.md": first(opening=("我局作为主办单位，认真研究了您的提案。",)),
                "b.md": first(opening=parks, **other),
                "c.txt": first(opening=parks, **other),
            }
        ),
        at=(("a.md", "20230117"), ("b.md", "20230117"), ("c.txt", "20230117")),
        note="两局均称主办，其中一家有两种格式",
    )


def passes() -> Iterable[Passes]:
    """One lead, or none that is claimed."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first

    other = {"issuer": "武汉市园林和林业局", "document_number": "武园林函〔2023〕8号"}
    lead = ("该提案由我局主办，现将办理情况答复如下。",)
    yield Passes(Bundle(files={"a.md": first(opening=lead), "a.txt": first(opening=lead)}), note="一家的两种格式")
    yield Passes(
        Bundle(
            files={
                "a.md": first(opening=lead),
                "b.md": first(title="关于市政协十四届二次会议第20230117号提案的会办意见", **other),
            }
        ),
        note="一家主办，一家会办",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(opening=("该提案由市水务局、市园林和林业局分办，我局主办的部分答复如下。",)),
                "b.md": first(opening=lead, **other),
            }
        ),
        note="分办，各答一部分",
    )
    yield Passes(Bundle(files={"a.md": first(), "b.md": first(**other)}), note="两家都没有自称主办，可能是分办")


RULE = CrossRule(
    name="duplicate-lead",
    code="BAT003",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("同案两主办", "Two lead organs for one item"),
    explanation=Explanation(
        contradiction=Bilingual(
            "两个机关答复同一件提案、建议，都写明由自己主办。",
            "Two organs answer one item, and each says that it leads.",
        ),
        importance=Bilingual(
            "主办只有一家，由它汇总会办意见统一答复；两家都称主办，提出者不知以谁为准。",
            "There is one lead, which answers for all; with two of them the proposer does not know whose answer counts.",
        ),
        silent=(
            Bilingual("分办，各单位分别答复", "items that were split, with an answer of each organ"),
            Bilingual("没有自称主办的答复", "answers that claim nothing"),
        ),
        grounds=Bilingual("各地办理办法：主办单位唯一", "Local rules: one lead organ"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
