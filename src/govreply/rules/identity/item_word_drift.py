"""The title calls the item 建议, the receipt sentence 提案 (or 议案); an item is of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import MatterKind, Reply, Text, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.items import CONVERTED, kind_of_word, said
from govreply.rules.compare.words import WHERE, labelled

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_WORD = Bilingual("件类", "kind")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem: the receipt sentence's first word for another kind than the title's."""
    if said(reply, *CONVERTED):
        return
    title = next(iter(_words(reply, Where.TITLE)), None)
    if title is None:
        return
    for word, kind in (*_words(reply, Where.RECEIPT), *_ends_of_bare_topics(reply, title[1])):
        if kind is title[1]:
            continue
        yield Problem(
            span=word.span,
            message=Bilingual(
                f"题名称“{title[0].text}”，{WHERE[Where.RECEIPT].zh}称“{word.text}”，同一件的件类应当一致",
                f"the title calls the item “{title[0].text}”, the receipt sentence “{word.text}”; it is of one kind",
            ),
            related=(Place(span=title[0].span, label=labelled(Where.TITLE, _WORD, title[0].text)),),
            suggestion=Bilingual("按交办的件类统一用词", "use the word for the kind that was assigned"),
        )
        return


def _words(reply: Reply, where: Where) -> Iterator[tuple[Text, MatterKind]]:
    for mention in reply.mentions:
        word = mention.kind_word
        kind = kind_of_word(word)
        if mention.where is not where or word is None or kind is None:
            continue
        if mention.title is None or not mention.title.span.contains(word.span):
            yield word, kind


def _ends_of_bare_topics(reply: Reply, titled: MatterKind) -> Iterator[tuple[Text, MatterKind]]:
    """Topics without quotes whose last word has to serve as the kind, where the title says 议案.

    Against 提案 they prove nothing: many proposals are titled 关于…的建议.
    """
    if titled is not MatterKind.BILL or reply.receipt is None:
        return
    for mention in reply.mentions:
        topic = mention.title
        if mention.where is not Where.RECEIPT or topic is None or mention.kind_word is not None:
            continue
        before = reply.receipt.text.partition(topic.text)[0]
        if topic.text.endswith("建议") and not before.endswith(("《", "“", "‘", "「")):
            yield topic, MatterKind.SUGGESTION


def violates() -> Iterable[Violates]:
    """Title and receipt sentence with two words."""
    from govreply.testing import Letter, Violates

    congress = Letter(assembly="市人大", term=15, session=2, number="9", kind_word="建议", honorific="代表")
    yield Violates(
        congress.but(receipt="您提出的第9号提案收悉，现答复如下："),
        at="提案",
        related=("建议",),
        note="题名“建议”，收悉句“提案”",
    )
    yield Violates(
        congress.but(kind_word="议案", receipt="您提出的第9号建议收悉，现答复如下："),
        at="建议",
        related=("议案",),
        note="题名“议案”，收悉句“建议”",
    )
    yield Violates(
        congress.but(kind_word="议案", topic_quotes=""),
        at="关于加强老旧小区雨污分流改造的建议",
        related=("议案",),
        note="题名“议案”，收悉句未加引号，以“建议”收尾",
    )


def passes() -> Iterable[Passes]:
    """Two words that do not contradict each other."""
    from govreply.testing import Letter, Passes

    congress = Letter(assembly="市人大", term=15, session=2, number="9", kind_word="建议", honorific="代表")
    yield Passes(Letter(), note="书名号内题目以“建议”收尾")
    yield Passes(
        Letter(receipt="您提出的“关于加强老旧小区雨污分流改造的建议”的提案收悉，现答复如下："),
        note="引号内的词",
    )
    yield Passes(
        Letter(
            receipt="您提出的《关于加强老旧小区雨污分流改造的提案》收悉。对于您的意见建议，我局专题研究，现答复如下。"
        ),
        note="下一句所说的意见建议",
    )
    yield Passes(congress.but(receipt="您提出的第9号代表建议收悉，现答复如下："), note="代表建议即建议")
    yield Passes(
        congress.but(opening=("近年来，我局认真办理人大代表建议、政协提案，推动解决了一批问题。",)),
        note="“建议、提案”并称的模板句",
    )
    yield Passes(
        congress.but(kind_word="议案", receipt="您提出的第9号议案转作建议办理，建议收悉，现答复如下："),
        note="写明议案转作建议办理",
    )


RULE = Rule(
    name="item-word-drift",
    code="IDN007",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("件类用词漂移", "Word for the kind of item drifts"),
    explanation=Explanation(
        contradiction=Bilingual(
            "题名与收悉句对同一件分别称“建议”“提案”或“议案”（引号、书名号内的题目除外）。",
            "Title and receipt sentence call one item by different kinds (建议, 提案, 议案), quoted topics left out.",
        ),
        importance=Bilingual(
            "多是套用旧稿所致，读者会疑心答的是另一件。",
            "It usually comes from an old letter used as a pattern, and makes the reader doubt which item is answered.",
        ),
        silent=(
            Bilingual("引号或书名号内题目里的词", "words inside the quoted topic"),
            Bilingual("“建议、提案”并称的模板句", "sentences that name both kinds together"),
            Bilingual("代表建议与建议", "代表建议 as another word for 建议"),
            Bilingual("写明议案转作建议办理", "bills that the letter says are handled as suggestions"),
        ),
        grounds=Bilingual("公开答复件中多见的笔误", "A slip often seen in published replies"),
    ),
    needs=("title", "receipt"),
    check=check,
    violates=violates,
    passes=passes,
)
