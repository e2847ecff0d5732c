"""The topic has the same characters everywhere and other punctuation in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.odd import group, split_odd
from govreply.rules.compare.spread import Topic, topics
from govreply.rules.compare.topics import wording
from govreply.rules.compare.words import WHERE, labelled

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_TOPIC = Bilingual("题目", "topic")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each punctuation that disagrees with the usual one."""
    for same_text in group(topics(reply), lambda a, b: a.core == b.core):
        usual, others = split_odd(same_text, lambda a, b: _wording(a) == _wording(b))
        for first, *again in others:
            against = usual[0]
            ours, theirs = _first_difference(_wording(first), _wording(against))
            yield Problem(
                span=first.text.span,
                message=Bilingual(
                    f"题目文字相同而标点不同：{WHERE[first.where].zh}用{ours}，{WHERE[against.where].zh}用{theirs}",
                    f"the topic has the same characters and other punctuation: {ours} in the {WHERE[first.where].en}, "
                    f"{theirs} in the {WHERE[against.where].en}".replace("无标点", "nothing"),
                ),
                related=tuple(
                    Place(span=t.text.span, label=labelled(t.where, _TOPIC, t.text.text)) for t in (*again, *usual)
                ),
                suggestion=Bilingual("标点照录原提案题目", "copy the punctuation from the item itself"),
            )


def _wording(topic: Topic) -> str:
    return wording(topic.text.text)


def _first_difference(ours: str, theirs: str) -> tuple[str, str]:
    for mine, other in zip_longest(ours, theirs, fillvalue=""):
        if mine != other:
            return _sign(mine), _sign(other)
    raise ValueError("the wordings are equal")


def _sign(sign: str) -> str:
    return "无标点" if not sign or sign.isalnum() else f"“{sign}”"


def violates() -> Iterable[Violates]:
    """One topic with two punctuations."""
    from govreply.testing import Form, Letter, Violates

    letter = Letter(topic="关于推进雨污分流，加强管网管护的建议")
    yield Violates(
        letter.but(form=Form(topic="关于推进雨污分流、加强管网管护的建议")),
        at="关于推进雨污分流、加强管网管护的建议",
        related=("关于推进雨污分流，加强管网管护的建议",),
        note="正文用逗号，表中用顿号",
    )
    yield Violates(
        letter.but(form=Form(topic="关于推进雨污分流加强管网管护的建议")),
        at="关于推进雨污分流加强管网管护的建议",
        related=("关于推进雨污分流，加强管网管护的建议",),
        note="表中漏了逗号",
    )


def passes() -> Iterable[Passes]:
    """Writings that do not count as other punctuation."""
    from govreply.testing import Form, Letter, Passes

    letter = Letter(topic="关于推进雨污分流，加强管网管护的建议")
    yield Passes(letter.but(form=Form()), note="标点一致")
    yield Passes(letter.but(form=Form(topic="关于推进雨污分流, 加强管网管护的建议")), note="半角标点与换行空白")
    yield Passes(letter.but(form=Form(topic="关于推进雨污分流，加强管网管护的建议。")), note="题目之外的句末标点")


RULE = Rule(
    name="topic-punctuation-drift",
    code="IDN010",
    family="identity",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("题目标点漂移", "Punctuation of the topic drifts"),
    explanation=Explanation(
        contradiction=Bilingual(
            "题目文字相同，而逗号、顿号等标点在各处不同。",
            "The topic has the same characters in all places and different commas or other signs in one.",
        ),
        importance=Bilingual(
            "按题名检索和查重以字符为准，标点不同会查不到、并不拢。",
            "Searching and matching by title go by the characters; another sign makes a match fail.",
        ),
        silent=(
            Bilingual("换行或排版造成的空白", "blanks that come from line ends or layout"),
            Bilingual("半角、全角之别（多为识别所致）", "half and full width, mostly from recognition"),
            Bilingual("引号的层级和种类", "levels and kinds of quotes"),
        ),
        grounds=Bilingual("著录须照录题名", "Cataloguing copies the title as it stands"),
    ),
    needs=("mentions",),
    check=check,
    violates=violates,
    passes=passes,
)
