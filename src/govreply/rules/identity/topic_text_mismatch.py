"""The topic (案由) is worded differently in receipt sentence, title, form or opinion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.odd import group, split_odd
from govreply.rules.compare.spread import Topic, known_topics, topics
from govreply.rules.compare.words import WHERE, labelled

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_TOPIC = Bilingual("题目", "topic")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each wording that disagrees with the usual one."""
    found = topics(reply)
    own = known_topics(reply)
    if len(own) > 1:
        usual = [t for t in found if t.core in own]
        others = group([t for t in found if t not in usual], _same)
    else:
        usual, others = split_odd(found, _same)
    if not usual:
        return
    for first, *again in others:
        against = usual[0]
        ours, theirs = _differing(first.core, against.core)
        yield Problem(
            span=first.text.span,
            message=Bilingual(
                f"{WHERE[first.where].zh}的题目与{WHERE[against.where].zh}不同：“{ours}”对“{theirs}”",
                f"the topic in the {WHERE[first.where].en} differs from the {WHERE[against.where].en}: “{ours}” against “{theirs}”",
            ),
            related=tuple(
                Place(span=t.text.span, label=labelled(t.where, _TOPIC, t.text.text)) for t in (*again, *usual)
            ),
            suggestion=Bilingual("照录原提案题目", "copy the topic from the item itself"),
        )


def _same(left: Topic, right: Topic) -> bool:
    ours, theirs = left.core, right.core
    # a wording that only stops earlier was cut by a page or by a line end; that is not blamed
    return ours == theirs or ours.startswith(theirs) or theirs.startswith(ours)


def _differing(ours: str, theirs: str) -> tuple[str, str]:
    """The parts of two wordings between their common beginning and end, with a sign of context on either side."""
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    start, end = max(start - 4, 0), max(end - 2, 0)
    return ours[start : len(ours) - end], theirs[start : len(theirs) - end]


def violates() -> Iterable[Violates]:
    """Two wordings of one topic."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(form=Form(topic="关于加强老旧小区雨污分流整治的建议")),
        at="关于加强老旧小区雨污分流整治的建议",
        related=("关于加强老旧小区雨污分流改造的建议",),
        note="征询意见表题目与收悉句不同",
    )
    yield Violates(
        Letter(
            form=Form(opinion="贵局关于第20230117号提案《关于加强新建小区雨污分流改造的建议》的答复收悉，表示满意。")
        ),
        at="关于加强新建小区雨污分流改造的建议",
        related=("关于加强老旧小区雨污分流改造的建议", "关于加强老旧小区雨污分流改造的建议"),
        note="意见栏题目与收悉句、表头不同",
    )


def passes() -> Iterable[Passes]:
    """Writings of one topic."""
    from govreply.testing import Form, Letter, Passes

    topic = "关于落实“双碳”目标加强雨污分流改造的建议"
    yield Passes(Letter(form=Form()), note="题目一致")
    yield Passes(
        Letter(topic=topic, topic_quotes="“”", form=Form(topic="关于落实‘双碳’目标加强雨污分流改造的建议")),
        note="引号层级不同",
    )
    yield Passes(
        Letter(form=Form(opinion="第20230117号提案“关于加强老旧小区雨污分流改造的建议”的答复收悉。")),
        note="书名号与引号之别",
    )
    yield Passes(
        Letter(topic="关于推进5G网络建设的建议", form=Form(topic="关于推进５Ｇ网络建设的建议")), note="全角与半角"
    )
    yield Passes(Letter(form=Form(topic="关于加强老旧小区 雨污分流改造的建议")), note="换行或排版空格")
    yield Passes(Letter(form=Form(topic="加强老旧小区雨污分流改造")), note="首尾“关于”“的建议”有无")
    yield Passes(
        Letter(receipt="您提出的关于“关于加强老旧小区雨污分流改造的建议”的提案收悉，现答复如下：", form=Form()),
        note="套两层“关于”",
    )


RULE = Rule(
    name="topic-text-mismatch",
    code="IDN009",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("提案题目前后不一", "Topic of the item differs"),
    explanation=Explanation(
        contradiction=Bilingual(
            "收悉句、题名、征询意见表与意见栏所写题目，去掉引号、空格和首尾套语后文字仍不同。",
            "The topic in receipt sentence, title, form and opinion differs in its characters, once quotes, blanks and the "
            "wrapping words are taken off.",
        ),
        importance=Bilingual(
            "题目是核对编号的第二把尺子；题目不同，或是错字，或是贴了别件的表。",
            "The topic is the second check beside the number; if it differs, there is a typing error or somebody else's form.",
        ),
        silent=(
            Bilingual("引号层级、书名号与引号之别", "levels and kinds of quotes"),
            Bilingual("全角半角、空格、断行", "full and half width, blanks, line ends"),
            Bilingual("首尾“关于”“的建议”“的提案”有无，套两层“关于”", "the wrapping words once, twice or not at all"),
            Bilingual("在末尾被页面截短的题目", "topics that a page cut short"),
            Bilingual(
                "只差标点的，由 topic-punctuation-drift 提示",
                "a difference in punctuation, which topic-punctuation-drift tells",
            ),
        ),
        grounds=Bilingual("著录须照录题名", "Cataloguing copies the title as it stands"),
    ),
    needs=("mentions",),
    check=check,
    violates=violates,
    passes=passes,
)
