"""A copy that anybody may see shows a mobile number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Personal, PersonalKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.openness import disclosure_place, is_public

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each number, on the first of its places."""
    if not is_public(reply):
        return
    places: dict[str, list[Personal]] = {}
    for one in reply.personal:
        if one.kind is PersonalKind.MOBILE:
            places.setdefault("".join(c for c in one.text if c.isdigit()), []).append(one)
    for first, *others in places.values():
        again = (Place(span=o.span, label=Bilingual(f"又见 {o.text}", f"again: {o.text}")) for o in others)
        yield Problem(
            span=first.span,
            message=Bilingual(
                f"公开件里有手机号“{first.text}”", f"a public copy shows the mobile number “{first.text}”"
            ),
            related=(*again, *disclosure_place(reply)),
            suggestion=Bilingual(
                "公开前删去，或改留办公电话", "take it out before publishing, or give an office phone"
            ),
        )


def violates() -> Iterable[Violates]:
    """Public copies with a mobile number."""
    from govreply.testing import Letter, Part, Violates

    yield Violates(
        Letter(disclosure="此件公开发布", contacts=(("联系人", "方晓岚"), ("联系电话", "13800001234"))),
        at="13800001234",
        related=("（此件公开发布）",),
        note="联系电话留了手机号",
    )
    yield Violates(
        Letter(
            metadata=(("索引号", "420100-2023-0117"), ("发布机构", "武汉市水务局")),
            sections=(Part(heading="巡查值守", paragraphs=("汛期值班人员手机139 0000 5678，全天候接听群众反映。",)),),
        ),
        at="13900005678",
        note="网页公开件的正文里有手机号",
    )


def passes() -> Iterable[Passes]:
    """Numbers of organs, codes, and what is masked."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(disclosure="此件公开发布"), note="机关座机")
    yield Passes(
        Letter(
            disclosure="此件公开发布",
            sections=(Part(heading="畅通渠道", paragraphs=("群众可拨打12345政务服务便民热线反映排水问题。",)),),
        ),
        note="12345热线",
    )
    yield Passes(
        Letter(
            disclosure="此件公开发布",
            sections=(Part(heading="项目进展", paragraphs=("该项目已经立项，项目代码13800001234，年内开工。",)),),
        ),
        note="项目编码",
    )
    yield Passes(
        Letter(disclosure="此件公开发布", contacts=(("联系人", "方晓岚"), ("联系电话", "138****1234"))),
        note="已经遮去中间几位",
    )


RULE = Rule(
    name="pii-mobile",
    code="PRV001",
    family="privacy",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("公开件含手机号", "Mobile number in a public copy"),
    explanation=Explanation(
        contradiction=Bilingual(
            "公开件（公开网页，或标明主动公开的件）里出现手机号。",
            "A public copy (a web page, or a letter marked for publication) shows a mobile number.",
        ),
        importance=Bilingual(
            "手机号是个人信息，公开后无法收回。", "A mobile number is personal and cannot be taken back once published."
        ),
        silent=(
            Bilingual("机关座机、12345等热线", "landlines of organs and hotlines such as 12345"),
            Bilingual("项目代码、编号、账号里的十一位数字", "eleven digits of codes, numbers of projects and accounts"),
            Bilingual("已经遮去几位的号码", "numbers of which digits are masked"),
            Bilingual("不公开的件；网页页脚里的号码", "letters that are not public, and the footer of a page"),
        ),
        grounds=Bilingual(
            "政府信息公开条例；各地通知：公开答复时略去联系方式",
            "The regulation on public information; local notices leave contact details out of published replies",
        ),
    ),
    needs=("personal",),
    yields_to=("proposer-contact-public",),
    check=check,
    violates=violates,
    passes=passes,
)
