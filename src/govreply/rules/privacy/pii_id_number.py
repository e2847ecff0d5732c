"""The document holds an identity number."""

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


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each number; only a hint where the copy is not public."""
    public = is_public(reply)
    for one in reply.personal:
        if one.kind is PersonalKind.ID_NUMBER:
            yield Problem(
                span=one.span,
                message=Bilingual(
                    f"{'公开件里' if public else '文中'}有身份证号“{one.text}”",
                    f"{'a public copy' if public else 'the letter'} shows the identity number “{one.text}”",
                ),
                related=disclosure_place(reply),
                severity=None if public else Severity.INFO,
                suggestion=Bilingual("删去身份证号", "take the identity number out"),
            )


def violates() -> Iterable[Violates]:
    """Letters with identity numbers."""
    from govreply.testing import Violates

    yield Violates(
        _saying("经核实，反映人身份证号420101199003078710，已登记。").but(disclosure="此件公开发布"),
        at="420101199003078710",
        related=("（此件公开发布）",),
        note="公开件里有身份证号",
    )
    yield Violates(
        _saying("经核实，反映人（身份证号码：42010119520704109X）已登记。").but(disclosure="此件公开发布"),
        at="42010119520704109X",
        related=("（此件公开发布）",),
        note="校验位为X的身份证号",
    )
    yield Violates(
        _saying("经核实，反映人身份证号420101199003078710，已登记。").but(disclosure="此件不予公开"),
        at="420101199003078710",
        note="不公开的件只作提示",
        severity=Severity.INFO,
    )


def passes() -> Iterable[Passes]:
    """Long numbers of other kinds."""
    from govreply.testing import Passes

    yield Passes(
        _saying("施工单位统一社会信用代码914201007581234565，已中标。").but(disclosure="此件公开发布"),
        note="统一社会信用代码",
    )
    yield Passes(
        _saying("该笔资金流水号420101199003078714，已拨付。").but(disclosure="此件公开发布"), note="校验不过的长号"
    )
    yield Passes(
        _saying("经核实，反映人身份证号420101********8713，已登记。").but(disclosure="此件公开发布"), note="已经遮去"
    )
    yield Passes(_saying("群众已登记。").but(disclosure="此件公开发布"), note="没有身份证号")


def _saying(sentence: str) -> Letter:
    from govreply.testing import Letter, Part

    return Letter(sections=(Part(heading="办理情况", paragraphs=(sentence,)),))


RULE = Rule(
    name="pii-id-number",
    code="PRV002",
    family="privacy",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("含身份证号", "Identity number"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文中有通过地区、生日和校验位核对的十八位身份证号。",
            "The text holds eighteen signs that are an identity number by region, day of birth and check digit.",
        ),
        importance=Bilingual(
            "身份证号泄露会直接损害本人。", "An identity number that gets out does harm to its holder."
        ),
        silent=(
            Bilingual("统一社会信用代码（GB 32100）", "unified social credit codes (GB 32100)"),
            Bilingual("校验不过的十八位数字", "eighteen digits whose check digit is wrong"),
            Bilingual("已经遮去几位的号码", "numbers of which digits are masked"),
        ),
        grounds=Bilingual(
            "国家标准 GB 11643-1999；政府信息公开条例", "GB 11643-1999; the regulation on public information"
        ),
    ),
    needs=("personal",),
    check=check,
    violates=violates,
    passes=passes,
)
