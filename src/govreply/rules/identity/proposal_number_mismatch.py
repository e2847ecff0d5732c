"""The number of the item differs between title, receipt sentence, form and opinion; each item has one number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Text, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import known_numbers, mentions_of_item
from govreply.rules.compare.numbers import same_number
from govreply.rules.compare.odd import group, split_odd
from govreply.rules.compare.words import WHERE, labelled

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_NUMBER = Bilingual("编号", "number")


@frozen
class _Naming:
    where: Where
    number: Text


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each number that disagrees with the usual one."""
    namings = [_Naming(m.where, m.number) for m in mentions_of_item(reply) if m.number and m.number.text]
    own = known_numbers(reply)
    if len(own) > 1:
        # one reply to several items: any of their numbers may stand anywhere
        usual = [n for n in namings if any(same_number(n.number.text, number) for number in own)]
        others = group([n for n in namings if n not in usual], _same)
    else:
        usual, others = split_odd(namings, _same)
    if not usual:
        return
    if any(n.where is Where.OPINION for n in usual):
        # an opinion that names the item itself speaks of another one beside it
        others = group([n for odd in others for n in odd if n.where is not Where.OPINION], _same)
    for odd in others:
        first, *again = odd
        yield Problem(
            span=first.number.span,
            message=Bilingual(
                f"{WHERE[first.where].zh}写第{first.number.text}号，{WHERE[usual[0].where].zh}写第{usual[0].number.text}号，"
                "同一件提案或建议只有一个编号",
                f"the {WHERE[first.where].en} has number {first.number.text}, the {WHERE[usual[0].where].en} has "
                f"{usual[0].number.text}; one item has one number",
            ),
            related=tuple(
                Place(span=n.number.span, label=labelled(n.where, _NUMBER, n.number.text)) for n in (*again, *usual)
            ),
            suggestion=Bilingual(
                f"对照原提案核定编号，再统一为“{usual[0].number.text}”或“{first.number.text}”",
                f"look the number up in the item itself, then use {usual[0].number.text} or {first.number.text} throughout",
            ),
        )


def _same(left: _Naming, right: _Naming) -> bool:
    return same_number(left.number.text, right.number.text)


def violates() -> Iterable[Violates]:
    """Letters with two numbers for one item."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(form=Form(number="20230171")), at="20230171", related=("20230117",), note="题名与征询意见表编号不同"
    )
    yield Violates(
        Letter(form=Form(opinion="贵局发来的市政协十四届二次会议第20230118号提案的答复已收悉，对办理情况表示满意。")),
        at="20230118",
        related=("20230117", "20230117"),
        note="意见栏与题名、表头编号不同",
    )
    yield Violates(
        Letter(
            receipt="您在市政协十四届二次会议上提出的第20230171号提案《关于加强老旧小区雨污分流改造的建议》收悉，现答复如下："
        ),
        at="20230171",
        related=("20230117",),
        note="题名与收悉句编号不同",
    )


def passes() -> Iterable[Passes]:
    """Numbers that look different and denote one item."""
    from govreply.testing import Form, Letter, Part, Passes

    yield Passes(Letter(form=Form()), note="各处编号一致")
    yield Passes(Letter(number="0117", form=Form(number="117")), note="第0117号与第117号同指一件")
    yield Passes(Letter(form=Form(number="0117")), note="短号与带年前缀的长号同指一件")
    yield Passes(Letter(number="2023007", form=Form(number="007")), note="007 与 2023007 同指一件")
    yield Passes(
        Letter(
            number="0117、0120",
            receipt="您提出的第0117号、第0120号提案收悉，现答复如下：",
            form=Form(number="0120"),
        ),
        note="并案答复，一文两号",
    )
    yield Passes(
        Letter(
            form=Form(
                opinion="市政协十四届二次会议第20230117号提案的答复具体可行，建议与第20230152号提案所提管网普查一并推进。"
            )
        ),
        note="意见栏写了本件编号，又提到另一件",
    )
    yield Passes(
        Letter(
            sections=(
                Part(
                    heading="持续推进改造",
                    paragraphs=("我局在办理市政协十四届一次会议第20220031号提案时，已建立管网信息台账并逐年更新。",),
                ),
            )
        ),
        note="正文另引往年某号并写明其届次",
    )


RULE = Rule(
    name="proposal-number-mismatch",
    code="IDN001",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("提案编号前后不一", "Number of the item differs"),
    explanation=Explanation(
        contradiction=Bilingual(
            "题名、收悉句、版头、页面元数据、征询意见表和意见栏里同一件提案（建议）的编号互不相同。",
            "The number of one item differs between title, receipt sentence, letterhead, page metadata, form and opinion.",
        ),
        importance=Bilingual(
            "编号是归档、统计和送达的依据，写错一位就归到了别人的提案上。",
            "Filing, counting and delivery go by the number; one wrong digit puts the reply to somebody else's item.",
        ),
        silent=(
            Bilingual(
                "短号与带年前缀的长号同指一件（007 与 2022007）；只有两处都带年份时才比年份",
                "a short number and one with a year in front (007 and 2022007); years are compared only where both have one",
            ),
            Bilingual("补零与否（第0084号与第84号）", "leading zeros (0084 and 84)"),
            Bilingual("并案答复，一文两号", "one reply to several items, with all their numbers"),
            Bilingual(
                "正文或意见栏另引往年某号并写明其届次，那是另一件",
                "an earlier item that body or opinion recall with its own session: that is another item",
            ),
        ),
        grounds=Bilingual("提案、建议办理的一案一号原则", "One item, one number, in the handling of proposals"),
    ),
    needs=("mentions",),
    check=check,
    violates=violates,
    passes=passes,
)
