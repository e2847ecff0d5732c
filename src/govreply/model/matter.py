"""What is answered: a proposal, a suggestion or a bill."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Text
from govreply.model.words import Body, Level, MatterKind, Where
from govreply.span import Span


@frozen(kw_only=True)
class Assembly(Text):
    """The assembly that a matter belongs to, as written (市政协; 十四届全国人大 gives 全国人大)."""

    body: Body
    level: Level | None = None
    place: str | None = None


@frozen(kw_only=True)
class Matter:
    """What is answered: a proposal (提案), a suggestion (建议) or a bill (议案).

    Attributes:
        span: the whole place that names it.
        kind_word: the word that tells the kind, as written (提案, 代表建议, 议案).
        term: 届. session: 次. session_text: where both stand (十四届二次会议).
        number: what stands between 第 and 号, digits as written.
        category: the number within a category, 经济发展类011号.
        title: 案由, without its outer brackets or quotes.
        where: the part of the document that names it.
    """

    span: Span
    where: Where
    kind: MatterKind | None = None
    kind_word: Text | None = None
    assembly: Assembly | None = None
    term: int | None = None
    session: int | None = None
    session_text: Text | None = None
    number: Text | None = None
    category: Text | None = None
    title: Text | None = None
