"""A character stands for one that it resembles, in a phrase that has no other sense: 己完成."""

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
    """One problem for each phrase."""
    for one in of_kind(reply, IrregularityKind.CHARACTER):
        yield Problem(
            span=one.span,
            message=Bilingual(
                f"“{one.text}”疑为“{one.expected}”之误", f"“{one.text}” seems to stand for “{one.expected}”"
            ),
            suggestion=Bilingual(f"核对后改为“{one.expected}”", f"look it up and write “{one.expected}”"),
        )


def violates() -> Iterable[Violates]:
    """Look-alikes."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(sections=saying("截至2022年未，逐项落实管护责任。")), at="年未", note="年末误为年未")
    yield Violates(Letter(sections=saying("中心城区管网普查己完成，台账逐步建立。")), at="己完成", note="已误为己")
    yield Violates(Letter(sections=saying("管网改造纳人年度计划，逐项落实管护责任。")), at="纳人", note="入误为人")


def passes() -> Iterable[Passes]:
    """Phrases that are right."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(sections=saying("2022年未完成的改造任务，已转入2023年计划。")), note="年未完成：未是本字")
    yield Passes(Letter(sections=saying("各街道自己完成管网摸排，各自已经建账。")), note="自己完成、各自已经")
    yield Passes(Letter(sections=saying("方己成、丁末生两位同志负责台账，护士地位得到保障。")), note="人名等")
    yield Passes(Letter(sections=saying("周末来访群众由专人接待，缴纳人计划另行公布。")), note="周末来、缴纳人")


RULE = Rule(
    name="ocr-char-lookalike",
    code="TYP005",
    family="typography",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("汉字形近字", "Look-alike character in a set phrase"),
    explanation=Explanation(
        contradiction=Bilingual(
            "已与己、末与未、曰与日、入与人、土与士、千与干等形近字在固定词语里写错。",
            "In set phrases 已 and 己, 末 and 未, 曰 and 日, 入 and 人, 土 and 士, 千 and 干 are taken for each other.",
        ),
        importance=Bilingual(
            "意思变了或读不通，检索不到。",
            "The phrase changes its sense or has none, and cannot be found.",
        ),
        silent=(
            Bilingual("人名", "names of persons"),
            Bilingual(
                "年未完成、自己完成一类本来就对的词语",
                "phrases that are right as they stand, such as 年未完成 and 自己完成",
            ),
            Bilingual("词表以外的字", "characters outside the table of phrases"),
        ),
        grounds=Bilingual("扫描识别和转存的常见差错", "Slips of text recognition and of conversion"),
    ),
    needs=("irregularities",),
    check=check,
    violates=violates,
    passes=passes,
)
