"""Values read off the document: wording, place, and what is normalised beside it."""

from __future__ import annotations

from attrs import frozen

from govreply.model.words import DisclosureValue, Standing, Where
from govreply.span import Span


@frozen(kw_only=True)
class Text:
    """A piece of the document."""

    text: str
    span: Span
    pieces: tuple[Span, ...] = ()


@frozen(kw_only=True)
class DocumentNumber(Text):
    """发文字号, in canonical form: 武环复〔2023〕4号.

    A number that is not CODE〔YEAR〕N号 keeps its own wording with 〔〕; ``serial`` is then its first integer or ``None``.

    Attributes:
        organ_code: 机关代字, what stands before the bracket.
        raw: as printed, layout spaces removed.
    """

    organ_code: str | None = None
    year: int | None = None
    serial: int | None = None
    raw: str = ""


@frozen(kw_only=True)
class Disposition(Text):
    """办理结果类别: the class mark, A to D (甲乙丙丁 map onto them)."""

    code: str


@frozen(kw_only=True)
class Disclosure(Text):
    """公开属性: the disclosure mark."""

    value: DisclosureValue


@frozen(kw_only=True)
class DateText(Text):
    """A date as written.

    Attributes:
        iso: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY`` as far as it is written; ``None`` where it cannot be read for certain
            or does not exist in the calendar.
        year, month, day: the numbers as read, also of an impossible date; ``None`` where not written.
        where: the part of the document it stands in.
    """

    iso: str | None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    where: Where = Where.BODY


@frozen(kw_only=True)
class Figure(Text):
    """An amount, share or count.

    Attributes:
        value: the number in the unit as written (5292 for 5292亿元).
        unit: 亿元, %, 倍, …; ``""`` for a bare number.
        approximate: marked as rounded or as a bound (近, 约, 余, 超过, 以上).
        subject: what is measured, where it can be told.
        decimals: digits written behind the decimal point.
        standing: whether it tells a state, a plan, an increase, a remainder, or a rate or bound.
        period: the time that its sentence sets, in the words of the text without blanks; ``None`` for none.
        scope: the area that its sentence sets (全国, 武昌区) or whose it is (某公园); ``None`` for none.
        quoted: it stands inside quotation marks or title marks.
    """

    value: float
    unit: str
    approximate: bool = False
    subject: str | None = None
    decimals: int = 0
    standing: Standing = Standing.ACTUAL
    period: str | None = None
    scope: str | None = None
    quoted: bool = False


@frozen(kw_only=True)
class Citation(Text):
    """A named document: 《title》 with the document number beside it, if there is one."""

    title: Text
    document_number: DocumentNumber | None = None
    where: Where = Where.BODY
