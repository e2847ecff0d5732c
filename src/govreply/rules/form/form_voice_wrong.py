"""The proposer's opinion speaks with the voice of the answering organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the first such words."""
    voice = reply.structure.voice
    if voice is None or not voice.as_agency:
        return
    words = voice.as_agency[0]
    yield Problem(
        span=words.span,
        message=Bilingual(
            f"提出者的意见栏写着“{words.text}”，是承办单位的口吻",
            f"the proposer's opinion says “{words.text}”, in the voice of the answering organ",
        ),
        suggestion=Bilingual("核对意见是否由提出者本人填写", "find out who wrote the opinion"),
    )


def violates() -> Iterable[Violates]:
    """Opinions of the organ."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(form=Form(opinion="我局高度重视该提案，已列入年度计划。")), at="我局高度", note="意见栏写“我局高度重视”"
    )
    yield Violates(
        Letter(form=Form(opinion="提案收到后，本局认真研究办理，代表表示满意。")),
        at="本局认真",
        note="意见栏写“本局认真研究”",
    )


def passes() -> Iterable[Passes]:
    """Opinions of the proposer, and other cells."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(form=Form(opinion="贵局高度重视，办理认真，表示满意。")), note="提出者称“贵局”")
    yield Passes(Letter(form=Form(extra=(("承办单位意见", "我局高度重视，已列入年度计划。"),))), note="承办单位意见栏")
    yield Passes(Letter(form=Form(opinion="答复称“我局将逐年改造”，希望早日落实，表示满意。")), note="引用答复的话")
    yield Passes(
        Letter(addressees=("九三学社武汉市委会",), honorific="", form=Form(opinion="我会已收到答复，表示满意。")),
        note="团体提案者称“我会”",
    )


RULE = Rule(
    name="form-voice-wrong",
    code="FRM011",
    family="form",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("意见栏口吻错", "Wrong voice in the opinion"),
    explanation=Explanation(
        contradiction=Bilingual(
            "提出者的意见栏里用了承办单位的口吻（我局高度重视）。",
            "The proposer's opinion speaks as the answering organ does (我局高度重视).",
        ),
        importance=Bilingual(
            "意见可能由承办单位代填，评价不作数。",
            "The organ may have filled it in itself, and the rating counts for nothing.",
        ),
        silent=(
            Bilingual("承办单位意见栏", "the cell for the organ's own opinion"),
            Bilingual("引用答复的话", "words of the reply in quotes"),
            Bilingual("党派团体自称“我会”“我委”", "parties and bodies that speak of themselves as 我会 or 我委"),
        ),
        grounds=Bilingual("常识", "Common sense"),
    ),
    needs=("structure.voice",),
    check=check,
    violates=violates,
    passes=passes,
)
