"""Tick boxes: options with their state, whichever sign shows it and on whichever side of the word it stands."""

from __future__ import annotations

import regex

from govreply.grammar.rows import as_text, tidy
from govreply.lexicon.fold import fold
from govreply.model import ChoiceName, Option
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_TICKED = "☑☒✓✔√■●◉◼▣✅🗹"
_EMPTY = "☐□〇▢❑❏◻○◯"
_MARK = compile_pattern(rf"[（〔] {{0,6}}(?P<in>[{_TICKED}{_EMPTY}xXvV×]?) {{0,6}}[）〕]|(?P<box>[{_TICKED}{_EMPTY}])")
_LABEL_EDGE = " 　、，；/|_＿：。\u00a0"
_GRADE = compile_pattern(r"^(?:非常|很|较|比较|基本|不|表示|不太|一般)?(?:满意|理解)$|^一般$")
_WORDS = compile_pattern(
    r"(?:非常|很|比较|较|基本|不)?满意|(?:表示)?理解|解决问题|等待时机|解释说明|(?:不)?同意(?:公开)?|是|否"
)


def read_options(value: MappedText) -> list[Option]:
    """The options of a value that holds tick marks, in order; none if it holds no marks.

    `value` keeps its spaces: they part the words where boxes are missing.
    """
    folded = fold(value.text)
    marks = [m for m in _MARK.finditer(folded) if not _is_text(folded, m)]
    if not marks:
        return []
    if len(marks) == 1 and not _is_empty(marks[0]):
        lone = _lone_tick(value, folded, marks[0])
        if lone:
            return lone
    before = not folded[: marks[0].start()].strip(_LABEL_EDGE)
    options = []
    for at, mark in enumerate(marks):
        if before:
            start, end = mark.end(), marks[at + 1].start() if at + 1 < len(marks) else len(folded)
        else:
            start, end = marks[at - 1].end() if at else 0, mark.start()
        label = tidy(value.cut(start, end)).strip(_LABEL_EDGE)
        if not label.text:
            continue
        options.append(_option(label, value, mark))
    return _merge_double_marks(options)


def lone_tick(folded: str) -> bool | None:
    """Whether a cell of its own is ticked (√), empty, or holds something else (``None``)."""
    stripped = folded.strip(" _＿")
    if not stripped:
        return False
    match = _MARK.fullmatch(stripped)
    return None if match is None else not _is_empty(match)


def _option(label: MappedText, value: MappedText, mark: regex.Match[str]) -> Option:
    return Option(label=as_text(label), checked=not _is_empty(mark), mark=as_text(value, mark.start(), mark.end()))


def _is_empty(mark: regex.Match[str]) -> bool:
    sign = mark["in"] if mark["box"] is None else mark["box"]
    return not sign or sign in _EMPTY


def _is_text(folded: str, mark: regex.Match[str]) -> bool:
    """〇 inside a number or a date is a zero, no box."""
    if mark["box"] != "〇":
        return False
    around = folded[max(0, mark.start() - 1) : mark.start()] + folded[mark.end() : mark.end() + 1]
    return any(c in "二三四五六七八九一年0123456789" for c in around)


def _lone_tick(value: MappedText, folded: str, mark: regex.Match[str]) -> list[Option]:
    """One √ among words without boxes: 满意√ 基本满意 不满意. The word it touches is the one that is ticked."""
    words = [w for w in _WORDS.finditer(folded) if not w.start() <= mark.start() < w.end()]
    if len(words) < 2:
        return []
    touching = [w for w in words if w.end() == mark.start()] or [w for w in words if w.start() == mark.end()]
    if not touching:
        touching = [min(words, key=lambda w: min(abs(w.end() - mark.start()), abs(w.start() - mark.end())))]
    options = []
    for word in words:
        label = value.cut(word.start(), word.end())
        ticked = word.span() == touching[0].span()
        options.append(
            Option(
                label=as_text(label), checked=ticked, mark=as_text(value, mark.start(), mark.end()) if ticked else None
            )
        )
    return options


def _merge_double_marks(options: list[Option]) -> list[Option]:
    """☑ and √ drawn for one box give the same label twice; either sign ticks it."""
    merged: list[Option] = []
    for option in options:
        if merged and merged[-1].label.text == option.label.text:
            merged[-1] = Option(label=option.label, checked=merged[-1].checked or option.checked, mark=option.mark)
        else:
            merged.append(option)
    return merged


def name_of(label: str, options: list[Option]) -> ChoiceName:
    """The question that a group asks, by its label first, then by its options."""
    words = [o.label.text for o in options]
    if "态度" in label:
        return ChoiceName.ATTITUDE
    if any(
        w in label for w in ("沟通", "走访", "面商", "见面", "听取意见", "联系情况", "协商形式", "征求意见方式", "会面")
    ):
        return ChoiceName.CONTACT_BEFORE
    if "公开" in label or any("公开" in w for w in words):
        return ChoiceName.DISCLOSURE
    if "效果" in label or any(w in ("解决问题", "等待时机", "解释说明") for w in words):
        return ChoiceName.EFFECT
    if sum(_GRADE.match(fold(w)) is not None for w in words) >= 2:
        return ChoiceName.RATING
    return ChoiceName.OTHER
