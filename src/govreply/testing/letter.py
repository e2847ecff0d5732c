"""The description of a reply letter; its defaults make a sound one, on which no rule speaks above ``info``."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, frozen

from govreply.lexicon.numerals import write_chinese
from govreply.model import AddresseeKind, ChoiceName
from govreply.testing.layout import Format, LaidOut
from govreply.testing.surface import Surface

if TYPE_CHECKING:
    from govreply.testing.render_docx import DocxLook
    from govreply.testing.render_ofd import OfdLook
    from govreply.testing.render_pdf import PdfLook


def numbered(marker: str, ordinals: Iterable[int]) -> tuple[str, ...]:
    """Markers made from a pattern with ``{}`` for the Chinese or ``{0:d}`` for the Arabic numeral: ``{}是`` → 一是."""
    return tuple(marker.format(n) if "{0" in marker else marker.format(write_chinese(n)) for n in ordinals)


class TableStyle(StrEnum):
    """How Markdown writes the form's table; text always uses tabs, HTML always a table. ``LINES`` is none in any format."""

    TAB = "tab"
    PIPE = "pipe"
    HTML = "html"
    LINES = "lines"


class TickStyle(StrEnum):
    """How a box is drawn: ☑满意, 满意（√） or 满意（ <input checked> ）; text draws the last as ☑.

    ``CELL_BELOW`` has a cell for each option and a lone √ in the cell under it, ``CELL_BESIDE`` in the cell behind it;
    without a table both are drawn as boxes.
    """

    BOX = "box"
    BRACKET = "bracket"
    INPUT = "input"
    BOX_BEHIND = "box behind"
    CROSS = "cross"
    BLACK = "black square"
    DISC = "disc"
    CHECK = "check mark"
    HEAVY_CHECK = "other check mark"
    BRACKET_BEFORE = "bracket before"
    LETTER_X = "[x]"
    CELL_BELOW = "cell below"
    CELL_BESIDE = "cell beside"


@frozen(kw_only=True)
class Part:
    """A numbered unit of the body.

    Attributes:
        marker: ``None`` counts by itself: 一、 then （一） then 1. then （1）; ``""`` for none.
        run_in: the heading ends in a full stop and the first paragraph follows on the same line.
        heading_stop: what closes the heading; ``None`` gives 。 for a run-in one and nothing for one on its own line.
        markers: of the measures; ``None`` gives 一是, 二是, …
        lead: in front of the measures, on the line of the first one if ``inline``.
        inline: the measures run on in one paragraph.
        parts: units below this one.
    """

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    marker: str | None = None
    markers: tuple[str, ...] | None = None
    run_in: bool = False
    heading_stop: str | None = None
    lead: str = ""
    inline: bool = False

    def but(self, **changes: Any) -> Self:
        """The same with `changes`."""
        return evolve(self, **changes)


@frozen(kw_only=True)
class Question:
    """A group of tick boxes; ``name`` is what it asks for, ``None`` where that is left open."""

    label: str
    options: tuple[str, ...]
    ticked: tuple[str, ...] = ()
    multiple: bool = False
    name: ChoiceName | None = None


EFFECT = Question(
    label="办理效果", options=("解决问题", "等待时机", "解释说明"), ticked=("解决问题",), name=ChoiceName.EFFECT
)
RATING = Question(label="结果评价", options=("满意", "基本满意", "不满意"), ticked=("满意",), name=ChoiceName.RATING)
DISCLOSURE = Question(
    label="答复公开", options=("同意公开", "不同意公开"), ticked=("同意公开",), name=ChoiceName.DISCLOSURE
)


@frozen(kw_only=True)
class Form:
    """The feedback form. ``None`` takes the letter's own value, ``""`` leaves the cell empty.

    Attributes:
        meeting_place: 见面地点; ``None`` for a form without this cell.
        extra: further labelled cells.
        opinion: ``None`` for a form without the field.
        date: below the opinion.
        labels: of proposer, number, topic and organ; ``None`` for the usual ones, ``""`` for no such cell.
        number_form: how the number stands in its cell, with ``{n}``.
        opinion_cell: the opinion stands in the table.
    """

    title: str | None = None
    proposer: str | None = None
    number: str | None = None
    topic: str | None = None
    organ: str | None = None
    meeting_place: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = (EFFECT, RATING, DISCLOSURE)
    opinion: str | None = "办理工作认真细致，对办理结果表示满意。"
    date: str | None = None
    table: TableStyle = TableStyle.TAB
    ticks: TickStyle = TickStyle.BOX
    labels: tuple[str, str, str, str] | None = None
    number_form: str = "第{n}号"
    place_label: str = "见面地点"
    opinion_label: str = "对办理工作的意见"
    opinion_cell: bool = False
    date_label: str = "日期"
    phone: str | None = None

    def but(self, **changes: Any) -> Self:
        """The same with `changes`."""
        return evolve(self, **changes)

    def ticking(self, label: str, *options: str) -> Self:
        """The same with exactly `options` ticked at the question `label`."""
        questions = tuple(evolve(q, ticked=options) if q.label == label else q for q in self.questions)
        return evolve(self, questions=questions)

    @classmethod
    def specimen(cls, **changes: Any) -> Self:
        """A blank form: nothing filled in, nothing ticked."""
        questions = tuple(evolve(q, ticked=()) for q in (EFFECT, RATING, DISCLOSURE))
        return cls(proposer="", number="", topic="", organ="", opinion="", questions=questions).but(**changes)


@frozen(kw_only=True)
class Person:
    """Somebody to ask: names behind one label, and phones as ``027-85550136``."""

    role: str = "联系人"
    names: tuple[str, ...] = ("方晓岚",)
    phones: tuple[str, ...] = ()
    extension: str | None = None


_PLAIN = Surface()
_SECTIONS = (
    Part(
        heading="加快推进管网改造",
        measures=(
            "摸清管网底数。市水务局完成中心城区管网普查，建立排水管网信息台账。",
            "实施分类改造。对雨污混接的老旧小区制定改造方案，已完成36个小区改造。",
        ),
    ),
    Part(
        heading="健全长效管护机制",
        paragraphs=("市水务局建立日常巡查制度，落实管护责任单位，定期开展管网清淤检测，保障管网正常运行。",),
    ),
)


@frozen(kw_only=True)
class Letter:
    """A reply to a proposal or suggestion.

    Composed where left ``None``: ``title``, ``salutation``, ``receipt`` and ``opening``. The number may hold several
    numbers (57、58); ``assembly`` is written as in 市政协. What it says stands here, how it looks in ``surface``.

    Attributes:
        metadata: label and value pairs of a table above the letter, as on a web page.
        mark_line: the class mark on a line of its own (类别：A) instead of behind the document number.
        topic_quotes: opening and closing quote around the topic in the receipt sentence; ``""`` for none.
        contacts, copies, attachments: label and value pairs; recipients; names.
        signature: the signing organs; ``None`` takes the issuer, ``()`` leaves the name out.
        date: as printed, or the day itself, which ``surface`` then writes.
        category: number within a category, 经济发展类011号.
        people, postcode: contacts that ``surface`` lays out, behind ``contacts``.
        addressee_kind: what the addressees are.
    """

    metadata: tuple[tuple[str, str], ...] = ()
    issuer: str | None = "武汉市水务局"
    document_number: str | None = "武水函〔2023〕21号"
    disposition: str | None = "A"
    mark_line: bool = False
    signer: str | None = None
    assembly: str = "市政协"
    term: int = 14
    session: int = 2
    number: str = "20230117"
    kind_word: str = "提案"
    title: str | None = None
    addressees: tuple[str, ...] = ("陆承安",)
    honorific: str = "委员"
    salutation: str | None = None
    topic: str = "关于加强老旧小区雨污分流改造的建议"
    topic_quotes: str = "《》"
    receipt: str | None = None
    joint_agencies: tuple[str, ...] = ()
    opening: tuple[str, ...] | None = None
    sections: tuple[Part, ...] = _SECTIONS
    outlook: tuple[str, ...] = ("下一步，我局将继续推进排水管网改造，加强日常管护。",)
    thanks: tuple[str, ...] = ("感谢您对我市水务工作的关心和支持。",)
    signature: tuple[str, ...] | None = None
    date: str | datetime.date | None = "2023年6月12日"
    disclosure: str | None = None
    attachments: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = (("联系人", "方晓岚"), ("联系电话", "027-85550136"))
    form: Form | None = None
    copies: tuple[str, ...] = ("市政协提案委", "市人民政府督查室")
    category: str | None = None
    people: tuple[Person, ...] = ()
    postcode: str | None = None
    addressee_kind: AddresseeKind = AddresseeKind.PERSON
    surface: Surface = _PLAIN

    def but(self, **changes: Any) -> Self:
        """The same letter with `changes`."""
        return evolve(self, **changes)

    @property
    def session_text(self) -> str:
        """Term and session as in 十四届二次会议."""
        return f"{write_chinese(self.term)}届{write_chinese(self.session)}次会议"

    @property
    def area(self) -> str:
        """The assembly without its kind: 市, 武汉市, 全国."""
        return self.assembly[:-2]

    @property
    def body(self) -> str:
        """The assembly's kind, 政协 or 人大."""
        return self.assembly[-2:]

    def layout(self) -> tuple[LaidOut, ...]:
        """The letter's lines and tables in reading order."""
        from govreply.testing.compose import compose

        return compose(self)

    def to_markdown(self) -> str:
        """The letter as a Markdown file."""
        return self.render(Format.MARKDOWN)

    def to_text(self) -> str:
        """The letter as a plain text file."""
        return self.render(Format.TEXT)

    def to_html(self) -> str:
        """The letter as an HTML page."""
        return self.render(Format.HTML)

    def to_docx(self, look: DocxLook | None = None) -> bytes:
        """The letter as a DOCX file, made as `look` says."""
        from govreply.testing.render_docx import DocxLook, to_docx

        return to_docx(self.layout(), look or DocxLook())

    def to_ofd(self, look: OfdLook | None = None) -> bytes:
        """The letter as an OFD file, set on pages and made as `look` says."""
        from govreply.testing.render_ofd import OfdLook, to_ofd

        return to_ofd(self.layout(), look or OfdLook())

    def to_pdf(self, look: PdfLook | None = None) -> bytes:
        """The letter as a PDF file, set on pages and made as `look` says."""
        from govreply.testing.render_pdf import PdfLook, to_pdf

        return to_pdf(self.layout(), look or PdfLook())

    def render(self, format: Format = Format.MARKDOWN) -> str:  # noqa: A002 - the plain word for it
        """The letter as a file in a text `format`.

        Raises:
            ValueError: for a format that is no text; see :meth:`to_file`.
        """
        from govreply.testing.render import WRITERS

        if format not in WRITERS:
            raise ValueError(f"{format.value} is no text format")
        return WRITERS[format](self.layout())

    def to_file(self, format: Format) -> bytes:  # noqa: A002
        """The letter as a file in any `format`; text is UTF-8."""
        if format is Format.DOCX:
            return self.to_docx()
        if format is Format.PDF:
            return self.to_pdf()
        return self.to_ofd() if format is Format.OFD else self.render(format).encode()
