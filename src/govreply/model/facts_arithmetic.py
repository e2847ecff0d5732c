"""Figures that the text sets against each other: shares, breakdowns, changes, ranges, and words of rounding."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import Figure, Text
from govreply.model.words import ChangeKind


@frozen(kw_only=True)
class Share(Text):
    """A part of a whole with its share in per cent (抽查250家，发现问题30家，占12%)."""

    part: Figure
    whole: Figure
    stated: Figure


@frozen(kw_only=True)
class Breakdown(Text):
    """A whole and the parts listed behind it, as amounts, as shares in per cent or both.

    Attributes:
        total: the amount of the whole, where the text gives it.
        parts: the amounts of the parts; empty where only shares are given.
        shares: the shares of the parts in the same order; empty where none are given.
        exhaustive: the text shows that the parts fill the whole (其他, 分为三类, 满意 with 不满意).
        partial: the text shows that they need not (其中, 等, several answers allowed).
    """

    total: Figure | None = None
    parts: tuple[Figure, ...] = ()
    shares: tuple[Figure, ...] = ()
    exhaustive: bool = False
    partial: bool = False


@frozen(kw_only=True)
class Change(Text):
    """A value before, a value after, and what the text says of the difference.

    Attributes:
        falling: the text speaks of a fall (下降, 减少).
        adjusted: it reckons on another basis than the two values (可比价, 同口径).
    """

    kind: ChangeKind
    base: Figure
    now: Figure
    stated: Figure
    falling: bool = False
    adjusted: bool = False


@frozen(kw_only=True)
class Range(Text):
    """Two values joined by a dash or 至; for a range of years their unit is 年.

    Attributes:
        falling: the words around it make it a movement downwards or a ratio (由10%-5%逐步下降, 按7-3分担).
    """

    first: Figure
    last: Figure
    falling: bool = False


@frozen(kw_only=True)
class Hedge(Text):
    """A figure with its words of rounding, in order (近, 约, 超过, 余, 多, 左右, 以上)."""

    words: tuple[Text, ...]


@frozen(kw_only=True)
class Arithmetic:
    """Everything in the letter's own words that can be reckoned again; quotations are left out."""

    shares: tuple[Share, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    changes: tuple[Change, ...] = ()
    ranges: tuple[Range, ...] = ()
    hedges: tuple[Hedge, ...] = ()
