"""A public copy still bears a mark of an internal paper or of a draft."""

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
    """One problem for each such mark on a public copy."""
    if not is_public(reply):
        return
    for mark in reply.paper_marks:
        if mark.kind is PaperMarkKind.INTERNAL:
            yield Problem(
                span=mark.span,
                message=Bilingual(f"公开件上留有“{mark.text}”字样", f"a public copy still bears “{mark.text}”"),
                related=disclosure_place(reply),
                suggestion=Bilingual(
                    "核对是否误发了稿本或内部件", "see whether a draft or an internal paper was published"
                ),
            )


def violates() -> Iterable[Violates]:
    """Drafts and internal papers made public."""
    from govreply.testing import Letter, Violates

    yield Violates(
        _headed("（代拟稿）").but(disclosure="此件公开发布"),
        at="（代拟稿）",
        related=("（此件公开发布）",),
        note="页眉留着“代拟稿”",
    )
    yield Violates(
        _headed("内部资料，不得外传").but(disclosure="此件公开发布"),
        at="内部资料，不得外传",
        related=("（此件公开发布）",),
        note="内部资料挂网",
    )
    yield Violates(
        Letter(disclosure="此件公开发布", title="对市政协十四届二次会议第20230117号提案的答复（征求意见稿）"),
        at="征求意见稿",
        related=("（此件公开发布）",),
        note="题名后带“征求意见稿”",
    )


def passes() -> Iterable[Passes]:
    """Drafts that the text speaks of."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(Letter(disclosure="此件公开发布"), note="没有内部字样")
    yield Passes(
        Letter(
            disclosure="此件公开发布",
            sections=(
                Part(
                    heading="完善制度",
                    paragraphs=("我局起草了《武汉市排水条例（征求意见稿）》，已向社会公开征求意见。",),
                ),
            ),
        ),
        note="引述文件的征求意见稿",
    )
    yield Passes(
        Letter(
            disclosure="此件公开发布",
            sections=(
                Part(heading="加强研究", paragraphs=("会议内部资料已经印发参会单位，不得外传的部分不在此列。",)),
            ),
        ),
        note="引述会议材料",
    )
    yield Passes(
        Letter(
            disclosure="此件公开发布",
            topic="关于尽快修改排水条例征求意见稿的建议",
        ),
        note="提案题目里的词",
    )


def _headed(line: str) -> Letter:
    from govreply.testing import Letter
    from govreply.testing.surface import Surface

    return Letter(surface=Surface(before=(line,)))


RULE = Rule(
    name="internal-mark-public",
    code="PRV006",
    family="privacy",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("内部字样公开", "Mark of internal use on a public copy"),
    explanation=Explanation(
        contradiction=Bilingual(
            "公开件的页眉、版头或题名后留有内部资料、代拟稿、征求意见稿等字样。",
            "A public copy bears 内部资料, 代拟稿, 征求意见稿 or the like in its head or behind its title.",
        ),
        importance=Bilingual("可能把稿本或内部件公开了出去。", "A draft or an internal paper may have been published."),
        silent=(
            Bilingual("正文里引述会议材料、文件稿本", "meeting papers and drafts told of in running text"),
            Bilingual("提案题目里的词", "words in the topic of the proposal"),
            Bilingual("不公开的件", "letters that are not public"),
        ),
        grounds=Bilingual("常识；公文稿本与正本的区分", "Common sense; drafts and originals are kept apart"),
    ),
    needs=("paper_marks",),
    check=check,
    violates=violates,
    passes=passes,
)
