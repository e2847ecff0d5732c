"""Two stops stand where one belongs: ，， or 。，."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import IrregularityKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.typography._places import of_kind, saying

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each place."""
    for one in of_kind(reply, IrregularityKind.REPEATED):
        yield Problem(
            span=one.span,
            message=Bilingual(f"标点重复：“{one.text}”", f"punctuation twice: “{one.text}”"),
            suggestion=Bilingual(
                "删去多余的标点，并看有无缺字", "remove one, and see whether words are missing between them"
            ),
        )


def violates() -> Iterable[Violates]:
    """Punctuation twice."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=saying("市水务局完成管网普查。。逐项落实管护责任。")), at="。。", note="句号重复")
    yield Violates(Letter(sections=saying("市水务局完成管网普查，，逐项落实管护责任。")), at="，，", note="逗号重复")
    yield Violates(
        Letter(sections=saying("市水务局完成管网普查。，逐项落实管护责任。")), at="。，", note="句号后又有逗号"
    )


def passes() -> Iterable[Passes]:
    """Signs that are written twice."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=saying("管网、泵站、闸门……都已纳入台账。")), note="省略号")
    yield Passes(Letter(sections=saying("改造——管护——评价，环环相扣。")), note="破折号")
    yield Passes(Letter(sections=saying("“管好每一条管网，护好每一座泵站。”，居民这样评价。")), note="引号内外的标点")
    yield Passes(Letter(sections=saying("道路改造！！群众这样呼吁。")), note="叹号叠用")


RULE = Rule(
    name="punctuation-repeat",
    code="TYP009",
    family="typography",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("标点重复", "Punctuation twice"),
    explanation=Explanation(
        contradiction=Bilingual(
            "两个句内或句末点号连在一起：，， 。。 。，",
            "Two stops stand side by side: ，， 。。 。，",
        ),
        importance=Bilingual(
            "多半是删改留下的，中间可能缺字。",
            "Mostly left by an edit, and words may be missing between them.",
        ),
        silent=(
            Bilingual("省略号……和破折号——", "ellipses …… and dashes ——"),
            Bilingual("引号、括号两边的标点", "signs on both sides of a quotation mark or bracket"),
            Bilingual("叠用的叹号、问号", "repeated marks of exclamation and question"),
        ),
        grounds=Bilingual("GB/T 15834-2011 标点符号用法", "GB/T 15834-2011, on punctuation"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
