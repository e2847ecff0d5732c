"""A document marked as secret is published, or marked for publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import PaperMarkKind, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.openness import disclosure_place, is_public

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each mark of secrecy on a public copy."""
    if not is_public(reply):
        return
    for mark in reply.paper_marks:
        if mark.kind is PaperMarkKind.SECRECY:
            yield Problem(
                span=mark.span,
                message=Bilingual(
                    f"标有密级“{mark.text}”，却是公开件", f"marked “{mark.text}” (secret), and yet public"
                ),
                related=disclosure_place(reply),
                suggestion=Bilingual(
                    "立即停止公开，按保密规定核查密级", "stop publication at once and have the classification checked"
                ),
            )


def violates() -> Iterable[Violates]:
    """Secret papers made public."""
    from govreply.testing import Violates

    yield Violates(
        _headed("机密★10年").but(disclosure="此件公开发布"),
        at="机密",
        related=("（此件公开发布）",),
        note="机密★10年的件标着此件公开发布",
    )
    yield Violates(
        _headed("000017　　　　秘密").but(metadata=(("索引号", "420100-2023-0117"), ("公开方式", "主动公开"))),
        at="秘密",
        related=("主动公开",),
        note="网页公开件的版头有密级",
    )


def passes() -> Iterable[Passes]:
    """Words that look like marks."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(disclosure="此件公开发布"), note="没有密级")
    yield Passes(
        Letter(
            disclosure="此件公开发布",
            sections=(Part(heading="规范管理", paragraphs=("严格保护企业商业秘密，会同市国家保密局开展检查。",)),),
        ),
        note="商业秘密、保密局等词",
    )
    yield Passes(
        Letter(
            disclosure="此件公开发布",
            sections=(Part(heading="宣传教育", paragraphs=("在纪念馆开设秘密战线专题展，接待群众5000人次。",)),),
        ),
        note="秘密战线",
    )
    yield Passes(_headed("特急").but(disclosure="此件公开发布"), note="版头的紧急程度")


def _headed(line: str) -> Letter:
    from govreply.testing import Letter
    from govreply.testing.surface import Surface

    return Letter(surface=Surface(before=(line,)))


RULE = Rule(
    name="secrecy-mark-public",
    code="PRV004",
    family="privacy",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("密级件公开", "Secrecy mark on a public copy"),
    explanation=Explanation(
        contradiction=Bilingual(
            "版头或带★处标有绝密、机密、秘密，文件却公开或标明公开。",
            "绝密, 机密 or 秘密 stands in the head or beside a ★, and the document is public or marked so.",
        ),
        importance=Bilingual("公开密级件是泄密。", "To publish a classified paper is a breach of secrecy."),
        silent=(
            Bilingual(
                "商业秘密、保密局、秘密战线等正文用词", "words of running text such as 商业秘密, 保密局 or 秘密战线"
            ),
            Bilingual("紧急程度（特急、加急）", "degrees of urgency (特急, 加急)"),
            Bilingual("不公开的密级件", "classified papers that are not public"),
        ),
        grounds=Bilingual("保密法；GB/T 9704-2012 7.2.2", "The law on secrets; GB/T 9704-2012 7.2.2"),
    ),
    needs=("paper_marks",),
    check=check,
    violates=violates,
    passes=passes,
)
