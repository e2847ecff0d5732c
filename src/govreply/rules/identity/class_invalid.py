"""A class mark that the place does not know, or two classes for one item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import ClassMark, Reply
from govreply.profiles.load import LETTERS
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.sittings import seat_of

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_TWO = Bilingual("一件只有一个类别，按实际结果留下一个", "an item has one class: keep the one that fits the outcome")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each mark of several or of unknown letters, and one for a second mark that differs."""
    # the letter before a document number may tell a series, and a template offers all letters
    marks = [m for m in reply.outcome.class_marks if not m.options and not m.in_number]
    several_items = len(reply.matters) > 1
    known = _letters(reply, context)
    first: ClassMark | None = None
    for mark in marks:
        if len(set(mark.codes)) > 1:
            if not several_items:
                yield _two_in_one(mark)
        elif mark.codes[0] not in known:
            yield _unknown(mark, known, context)
        elif first is None:
            first = mark
        elif mark.codes != first.codes and not several_items:
            yield _two_marks(first, mark)


def _letters(reply: Reply, context: Context) -> tuple[str, ...]:
    """The letters of the place, all four where only their meanings are known."""
    body = seat_of(reply.matter, reply).body if reply.matter else None
    classes = context.profile.classes_for(body)
    return tuple(classes) if classes and context.profile.classes_lettered else LETTERS


def _two_in_one(mark: ClassMark) -> Problem:
    return Problem(
        span=mark.span,
        message=Bilingual(
            f"类别标作“{mark.text}”，两类并存", f"the class mark “{mark.text}” names more than one class"
        ),
        suggestion=_TWO,
    )


def _two_marks(first: ClassMark, second: ClassMark) -> Problem:
    return Problem(
        span=first.span,
        message=Bilingual(
            f"一处标{first.codes[0]}类，另一处标{second.codes[0]}类",
            f"one place says class {first.codes[0]}, another class {second.codes[0]}",
        ),
        related=(Place(span=second.span, label=Bilingual("另一处类别", "the other class mark")),),
        suggestion=_TWO,
    )


def _unknown(mark: ClassMark, known: tuple[str, ...], context: Context) -> Problem:
    listed = "、".join(known)
    where = context.profile.title if known != LETTERS else "各地"
    return Problem(
        span=mark.span,
        message=Bilingual(
            f"类别标作“{mark.text}”，{where}只有{listed}类",
            f"the class mark is “{mark.text}”; the classes are {listed}",
        ),
        suggestion=Bilingual("按当地办法改定类别", "set the class as the place's rules say"),
    )


def violates() -> Iterable[Violates]:
    """Letters out of the place's list, and two classes."""
    from govreply.testing import Letter, Violates
    from govreply.testing.surface import Surface

    yield Violates(
        Letter(
            issuer="沁阳市水利局",
            document_number="沁水函〔2023〕21号",
            assembly="市政协",
            number="17",
            disposition="D",
            contacts=(("联系人", "方晓岚"), ("联系电话", "0391-8550136")),
        ),
        at="D",
        note="当地只有甲、乙、丙三类",
    )
    yield Violates(
        Letter(disposition="A", mark_line=True, surface=Surface(class_form="类别：{code}、B类")),
        at="A、B类",
        note="A、B类并存",
    )
    yield Violates(
        Letter(surface=Surface(after=("办理结果：B类",))),
        at="A",
        related=("B",),
        note="版头标A类，文末标B类",
    )
    yield Violates(
        Letter(disposition="E", mark_line=True, surface=Surface(class_form="类别：{code}类")),
        at="E类",
        note="各地都没有E类",
    )


def passes() -> Iterable[Passes]:
    """Templates, other meanings of the word, and several items."""
    from govreply.testing import Letter, Part, Passes
    from govreply.testing.surface import Surface

    yield Passes(Letter(), note="一处类别")
    yield Passes(
        Letter(disposition=None, surface=Surface(before=("类别：（A、B、C、D）",))), note="空白样式列出全部类别"
    )
    yield Passes(Letter(disposition=None, surface=Surface(before=("类别：提案",))), note="“类别”另有他义")
    yield Passes(
        Letter(document_number="B〔2017〕21号", disposition=None, term=13, session=1, number="117"), note="编号前缀表类"
    )
    yield Passes(
        Letter(
            sections=(
                Part(heading="工作进展", paragraphs=("我局已完成A级景区周边管网改造，并对B类企业开展排水检查。",)),
            )
        ),
        note="正文里的A级景区、B类企业",
    )
    yield Passes(Letter(disposition="D"), note="当地办法只见文字表述，没有字母")
    yield Passes(
        Letter(issuer="某某市水务局", document_number="某水函〔2023〕21号", disposition="D"), note="没有当地配置"
    )


RULE = Rule(
    name="class-invalid",
    code="IDN017",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("类别值非法", "Class mark out of the list"),
    explanation=Explanation(
        contradiction=Bilingual(
            "类别字母不在当地办法之列，或一件标了两个类别。",
            "The letter is none of the place's classes, or one item bears two classes.",
        ),
        importance=Bilingual(
            "统计时这件归不进任何一类，或者两类都算。", "In statistics such an item counts nowhere, or twice."
        ),
        silent=(
            Bilingual("列出全部类别的空白样式", "templates that list all classes"),
            Bilingual("“类别：提案”之类的他义", "other things called 类别"),
            Bilingual("文号前缀的字母", "the letter in front of a document number"),
            Bilingual("并案答复，各件类别不同", "replies to several items, whose classes differ"),
            Bilingual("依据里只有文字表述而没有字母的地方", "places whose sources tell meanings and no letters"),
        ),
        grounds=Bilingual("各地办法，见地方规定", "Local rules, see the profiles"),
    ),
    needs=("outcome.class_marks",),
    adapts_to=(
        "classes",
        "classes_lettered",
    ),
    check=check,
    violates=violates,
    passes=passes,
)
