"""How a letter looks, apart from what it says: the choices that offices make differently. The defaults are the plain ones.

Wordings are templates. In titles and receipt sentences ``{session}`` stands for assembly, term and session, ``{no}`` for the
number as written (第12号), ``{item}`` for the kind word, ``{organ}`` for the issuer, ``{topic}`` for the bare topic,
``{wrapped}`` for the topic in its wrapper, ``{you}`` for the pronoun and ``{joint}`` for the organs handled with.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import evolve, frozen

_HALF_WIDTH = str.maketrans("，：；（）？！", ",:;()?!")
_FULL_WIDTH_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


class TitlePlace(StrEnum):
    """Where the title is printed."""

    LINE = "line"
    TWO_LINES = "two lines"
    TWICE = "twice"
    METADATA = "metadata"
    NONE = "none"


class ClassPlace(StrEnum):
    """Where the class mark stands."""

    BESIDE_NUMBER = "beside the document number"
    LINE = "line"
    AFTER_BODY = "after the body"
    TITLE = "title"


class DateForm(StrEnum):
    """How a date is written. ``RUN`` has lost its unit characters: 2023927."""

    PLAIN = "2023年9月27日"
    PADDED = "2023年09月07日"
    SPACED = "2023 年 9 月 27 日"
    HAN = "二〇二三年九月二十七日"
    HAN_CIRCLE = "二○二三年九月二十七日"
    HAN_LETTER = "二O二三年九月二十七日"
    HAN_DIGIT = "二0二三年九月二十七日"
    DOTS = "2023.9.27"
    HYPHENS = "2023-09-27"
    RUN = "2023927"


class ContactLayout(StrEnum):
    """How name and phone of a contact are laid out."""

    LINES = "lines"
    ONE_LINE = "one line"
    PHONE_FIRST = "phone first"
    COMBINED = "combined label"
    BRACKETS = "brackets"
    OPEN_BRACKET = "bracket never closed"


@frozen(kw_only=True)
class Cut:
    """A page break inside a word.

    Attributes:
        paragraph: which of the long paragraphs is cut, counted from 0 around the end.
        at: the place in it, in thousandths of its length.
        page_line: the page number that stands in the gap, ``""`` for none.
    """

    paragraph: int
    at: int
    page_line: str = ""


@frozen(kw_only=True)
class Surface:
    """The look of one letter.

    Attributes:
        letterhead: template of the line above the number; ``""`` for none.
        number_form: template of the document number with ``{code}``, ``{year}``, ``{serial}``; ``None`` prints it as it is.
        class_form: template of the class mark with ``{code}`` where it has a line of its own.
        signer_form, signer_after_date: template with ``{name}``; below the date instead of in the head.
        title: template; ``title_cut`` is the word in front of which a title in two lines breaks.
        title_back: template with ``{organ}`` for an organ behind the title, as in （某局）.
        session, receipt_session: templates with ``{area}``, ``{body}``, ``{t}``, ``{s}`` in title and receipt sentence.
        number, receipt_number: how the item's number is written in title and receipt sentence, with ``{n}``.
        item, receipt_item: kind words; ``None`` takes the letter's own.
        addressee: template with ``{names}``, ``{honorific}`` and ``{count}``; ``separator`` stands between names and may hold
            ``{honorific}``.
        greeting: a line below the addressee (您好！).
        padded_names: a name of two characters is set wide.
        receipt: template; ``wrapper`` with ``{topic}``.
        joint: template of a paragraph that names the organs handled with; ``""`` where the receipt sentence does.
        signature_line: organs and date on one line, parted by this; ``None`` for a line each.
        organ_gap: between several organs on one line; ``None`` for a line each.
        contact_label_gap: put between the characters of labels.
        copies: template with ``{list}``; ``copy`` for each recipient, ``copies_separator`` between them.
        seal: behind a signing organ, as in （盖章）.
        disclosure: template with ``{value}``; ``disclosure_before`` puts it above the signature.
        before, after: lines of the page around the letter.
        metadata_style: ``pipe`` table or ``lines`` (label：value).
        half_width, full_width_digits: punctuation of the whole letter; digits of the item's number.
        spaced_figures: layout spaces around the figures of the body.
        flat: everything on one line, joined by this; ``None`` for lines.
        depths: heading levels of the mark-up, used in turn; empty for the level of the unit.
        cuts: page breaks inside words.
    """

    letterhead: str = "{organ}"
    number_form: str | None = None
    class_place: ClassPlace | None = None
    class_form: str = "类别：{code}"
    signer_form: str = "签发人：{name}"
    signer_after_date: bool = False
    title: str = "对{session}{no}{item}的答复"
    title_place: TitlePlace = TitlePlace.LINE
    title_cut: str = "的答复"
    title_back: str = ""
    session: str = "{area}{body}{t}届{s}次会议"
    receipt_session: str = "{area}{body}{t}届{s}次会议"
    number: str = "第{n}号"
    receipt_number: str = "第{n}号"
    item: str | None = None
    receipt_item: str | None = None
    addressee: str = "{names}{honorific}："
    separator: str = "、"
    padded_names: bool = False
    greeting: str = ""
    receipt: str = "{you}提出的{wrapped}收悉，现答复如下："
    wrapper: str | None = None
    you: str = "您"
    joint: str = "我局会同{joint}认真进行了研究办理。"
    joint_separator: str = "、"
    date: DateForm = DateForm.PLAIN
    signature_line: str | None = None
    organ_gap: str | None = None
    contact_layout: ContactLayout = ContactLayout.LINES
    contacts_first: bool = False
    contact_label_gap: str = ""
    phone_label: str = "联系电话"
    phone_dash: str = "-"
    copies: str = "抄送：{list}。"
    copy: str = "{name}"
    copies_separator: str = "、"
    seal: str = ""
    print_line: str = ""
    disclosure: str = "（{value}）"
    disclosure_before: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    metadata_style: str = "pipe"
    half_width: bool = False
    full_width_digits: bool = False
    spaced_figures: bool = False
    flat: str | None = None
    depths: tuple[int, ...] = ()
    cuts: tuple[Cut, ...] = ()

    def but(self, **changes: Any) -> Self:
        """The same with `changes`."""
        return evolve(self, **changes)

    def written(self, text: str) -> str:
        """`text` in the letter's punctuation."""
        return text.translate(_HALF_WIDTH) if self.half_width else text

    def digits(self, number: str) -> str:
        """An item's number in the letter's digits."""
        return number.translate(_FULL_WIDTH_DIGITS) if self.full_width_digits else number
