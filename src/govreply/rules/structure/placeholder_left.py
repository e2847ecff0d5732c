"""A word of the template was never filled in: 对××工作的关心, 【单位名称】, 20XX年."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Part, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each unfilled place."""
    for blank in reply.structure.placeholders:
        yield Problem(
            span=blank.span,
            message=Bilingual(
                f"“{blank.text}”是模板里没有填写的占位",
                f"“{blank.text}” is a place of the template that was not filled in",
            ),
            suggestion=Bilingual("填上应有的内容", "fill in what belongs there"),
        )


def violates() -> Iterable[Violates]:
    """Places of a template."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(thanks=("感谢您对××工作的关心和支持。",)), at="××", note="对××工作")
    yield Violates(Letter(thanks=("感谢您对我市XX工作的关心和支持。",)), at="XX", note="对我市XX工作")
    yield Violates(
        Letter(outlook=("下一步，【单位名称】将继续推进排水管网改造，加强日常管护。",)),
        at="【单位名称】",
        note="【单位名称】",
    )
    yield Violates(
        Letter(outlook=("下一步，我局将于20XX年底前完成排水管网改造，加强日常管护。",)),
        at="20XX年",
        note="年份没有填写",
    )


def passes() -> Iterable[Passes]:
    """Crosses that are meant."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(addressees=("xx",)), note="公开件隐去姓名：xx委员")
    yield Passes(Letter(sections=_inline("据群众反映，某某小区管网老化，XX路雨后积水。")), note="“某某”泛指，隐去地名")
    yield Passes(Letter(sections=_inline("管沟断面为2×3米，工程量按长×宽×高计算。")), note="算式中的×")
    yield Passes(Letter(), note="没有占位")


def _inline(text: str) -> tuple[Part, ...]:
    from govreply.testing import Part

    return (Part(heading="加快推进改造", paragraphs=(text,)),)


RULE = Rule(
    name="placeholder-left",
    code="STR019",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("模板占位残留", "Placeholder left in"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文里留着模板的占位：对××工作的关心、【单位名称】、20XX年。",
            "Places of the template are left in the text: 对××工作的关心, 【单位名称】, 20XX年.",
        ),
        importance=Bilingual(
            "答复是套用的，别处也可能没有改。", "The letter was made from a template, and more may be unchanged."
        ),
        silent=(
            Bilingual("公开件隐去的姓名、地名（xx委员、XX路）", "names hidden in published copies"),
            Bilingual("“某某”泛指", "某某 for anybody"),
            Bilingual("算式和尺寸中的×", "× in sums and sizes"),
        ),
        grounds=Bilingual("套用模板的残留", "Remains of templates"),
    ),
    needs=("structure.placeholders",),
    check=check,
    violates=violates,
    passes=passes,
)
