"""Proposals (提案) go to the CPPCC, suggestions and bills to the People's Congress; here kind word and assembly disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Body, Matter, MatterKind, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import all_mentions, kind_of_word
from govreply.rules.compare.words import WHERE

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_BODY_OF = {MatterKind.PROPOSAL: Body.CPPCC, MatterKind.SUGGESTION: Body.NPC, MatterKind.BILL: Body.NPC}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """The first place where an assembly is named together with the other assembly's kind of item."""
    wrong = [m for m in all_mentions(reply) if _crossed(m)]
    if not wrong:
        return
    first = wrong[0]
    if first.assembly is None or first.kind_word is None:
        return
    place, word = first.assembly.text, first.kind_word.text
    yield Problem(
        span=first.kind_word.span,
        message=Bilingual(
            f"{WHERE[first.where].zh}写“{place}”的“{word}”：提案向政协提出，建议和议案向人大提出",
            f"the {WHERE[first.where].en} speaks of “{word}” at “{place}”: proposals go to the CPPCC, suggestions and bills "
            "to the People's Congress",
        ),
        related=(
            Place(span=first.assembly.span, label=Bilingual(f"会议：“{place}”", f"assembly: “{place}”")),
            *(
                Place(
                    span=m.kind_word.span,
                    label=Bilingual(f"{WHERE[m.where].zh}同样", f"the same in the {WHERE[m.where].en}"),
                )
                for m in wrong[1:]
                if m.kind_word
            ),
        ),
        suggestion=Bilingual(
            "核对该件由人大还是政协交办，改正会议名或件类词",
            "find out which assembly it came from; correct the other word",
        ),
    )


def _crossed(mention: Matter) -> bool:
    kind = kind_of_word(mention.kind_word)
    if kind is None or mention.assembly is None or mention.kind_word is None:
        return False
    if mention.title and mention.title.span.contains(mention.kind_word.span):
        return False  # the topic's own ending
    return _BODY_OF[kind] is not mention.assembly.body


def violates() -> Iterable[Violates]:
    """A kind word beside the wrong assembly."""
    from govreply.testing import Letter, Violates

    yield Violates(
        Letter(assembly="市人大", term=15, session=2, number="12", addressees=("陆承安",), honorific="代表"),
        at="提案",
        related=("市人大",),
        note="人大会议的件称“提案”",
    )
    yield Violates(
        Letter(kind_word="代表建议", number="0117", honorific="委员"),
        at="代表建议",
        related=("市政协",),
        note="政协会议的件称“代表建议”",
    )


def passes() -> Iterable[Passes]:
    """Words that look crossed and are not."""
    from govreply.testing import Letter, Passes

    congress = Letter(assembly="市人大", term=15, session=2, number="12", kind_word="建议", honorific="代表")
    yield Passes(Letter(), note="提案自身题目以“…的建议”收尾")
    yield Passes(congress, note="人大建议")
    yield Passes(Letter(kind_word="建议案"), note="政协“建议案”")
    yield Passes(congress.but(kind_word="建议提案"), note="总称“建议提案”")
    yield Passes(
        congress.but(
            receipt="您在市人大会议上提出的议案转作建议办理，关于加强老旧小区雨污分流改造的建议收悉，现答复如下："
        ),
        note="议案转作建议",
    )


RULE = Rule(
    name="assembly-kind-mismatch",
    code="IDN006",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("人大政协张冠李戴", "Kind of item against assembly"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一处把人大会议与“提案”、或政协会议与“建议”“议案”写在一起。",
            "One place joins a People's Congress with 提案, or a CPPCC committee with 建议 or 议案.",
        ),
        importance=Bilingual(
            "人大建议与政协提案的办理依据、抄送对象和统计口径都不同。",
            "The two follow different rules, are copied to different offices and are counted apart.",
        ),
        silent=(
            Bilingual("提案自己的题目以“…的建议”收尾", "topics of proposals that end in 的建议"),
            Bilingual("政协“建议案”、总称“建议提案”", "建议案 of the CPPCC and 建议提案 as a general term"),
            Bilingual("议案转作建议办理", "bills that are handled as suggestions"),
            Bilingual(
                "只是称呼前后变化的，由 item-word-drift 报告", "a mere change of word, which item-word-drift tells"
            ),
        ),
        grounds=Bilingual("代表法；政协提案工作条例", "Law on Deputies; regulations on CPPCC proposals"),
    ),
    needs=("mentions",),
    yields_to=("item-word-drift",),
    check=check,
    violates=violates,
    passes=passes,
)
