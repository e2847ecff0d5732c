"""Tick boxes: options with their state, whichever sign shows it and on whichever side of the word it stands."""

from __future__ import annotations

import regex
from attrs import frozen

from govreply.grammar.rows import as_text, tidy
from govreply.grammar.tick_marks import (
    BULLETS,
    CROSS,
    OPEN_BOXES,
    VARIATION,
    Mark,
    answers,
    find_marks,
    has_marks,
    lone_tick,
    mend,
    without_notes,
    word_at,
)
from govreply.lexicon.fold import fold
from govreply.model import Option
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_EDGE = " 　、，；/|_＿：。\u00a0" + VARIATION
_LETTERED = compile_pattern(r"^(?:[A-Ea-e][.、．)）]|[1-9][.、)）](?!\d)|[①-⑨])")
_AFTER_LAST = compile_pattern(
    r" {1,40}[\p{Han}]{2,8} {0,3}(?:：|$)| {2,}+|[。；\n]|（(?:签|盖)| {0,3}(?:签名|签字|签章|盖章)"
)
_LETTER = compile_pattern(r"(?<![0-9A-Za-z])(?P<letter>[A-Ea-e])[.、．)）：] ?")
_CHOSEN = compile_pattern(r"[（〔] {0,4}(?P<letters>[A-Ea-e]{1,4}) {0,4}[）〕]")
_OTHER = compile_pattern(r"^(其他|其它)[\p{Han}（）]{0,10}(?=：|_|＿)")
_SEPARATOR = compile_pattern(r"[ 、/|，；]{1,}+")


@frozen(eq=False)
class Options:
    """What a value yields: its options, the words in front of the first box (a question's stem), and what was odd."""

    options: list[Option]
    stem: MappedText | None = None
    problem: str = ""


_NONE = Options([])


def read_options(value: MappedText) -> list[Option]:
    """The options of a value that holds tick marks, in order; none if it holds no marks."""
    return read(value).options


def read(value: MappedText, *, boxed: bool = False) -> Options:
    """As :func:`read_options`, with the stem and what was odd.

    `value` keeps its spaces: they part the words where boxes are missing. `boxed`: the form has open boxes somewhere, so that a
    filled one is a tick and no bullet.
    """
    value = without_notes(value)
    folded = mend(fold(value.text))
    marks = find_marks(folded)
    if not marks:
        return _NONE
    if all(m.bare for m in marks):
        return _among_words(value, folded, marks)
    before = not folded[: marks[0].start].strip(_EDGE)
    stem = None
    if not before and folded[marks[-1].end :].strip(_EDGE) and not _is_option(folded[: marks[0].start]):
        before, stem = True, tidy(value.cut(0, marks[0].start)).strip(_EDGE)
    crosses = _crosses_mean_no(marks)
    options = []
    for at, mark in enumerate(marks):
        if before:
            start, end = mark.end, marks[at + 1].start if at + 1 < len(marks) else len(folded)
            if at + 1 == len(marks):
                end = _last_end(folded, start, end)
        else:
            start, end = marks[at - 1].end if at else 0, mark.start
        label = _option_label(value.cut(start, end))
        if label.text:
            options.append(_option(label, value, mark, mark.ticked and not (crosses and mark.sign in CROSS)))
    return _checked(_merge_double_marks(options), marks, stem, crosses, boxed)


def has_open_box(folded: str) -> bool:
    """Whether a box is drawn that is not ticked; brackets and lines to fill in are none."""
    return any(not mark.ticked and mark.sign in OPEN_BOXES for mark in find_marks(folded))


def read_words(value: MappedText) -> list[Option]:
    """Options printed without any box: the one word that was written as the answer, or several words and no tick."""
    folded = fold(value.text)
    words = [(m.start(), m.end()) for m in _word_spans(folded)]
    if not words or any(folded[a:b] not in answers() for a, b in words):
        return []
    only = len(words) == 1
    return [Option(label=as_text(value.cut(a, b)), checked=only) for a, b in words]


def read_lettered(label: MappedText, value: MappedText) -> list[Option]:
    """Options behind letters, the chosen letter written in brackets behind the question: 评价（ A ） A.满意 B.不满意."""
    folded = fold(value.text)
    letters = list(_LETTER.finditer(folded))
    if len(letters) < 2:
        return []
    chosen = _CHOSEN.search(fold(label.text))
    options = []
    for at, letter in enumerate(letters):
        end = letters[at + 1].start() if at + 1 < len(letters) else len(folded)
        word = tidy(value.cut(letter.end(), end)).strip(_EDGE)
        ticked = chosen is not None and letter["letter"].upper() in chosen["letters"].upper()
        if word.text:
            mark = as_text(label, *chosen.span("letters")) if ticked and chosen is not None else None
            options.append(Option(label=as_text(word), checked=ticked, mark=mark))
    return options


def read_one(value: MappedText) -> Option | None:
    """The one option of a cell that holds a word and a mark; ``None`` if it holds several."""
    value = without_notes(value)
    folded = fold(value.text)
    marks = find_marks(folded)
    if len(marks) != 1:
        return None
    mark = marks[0]
    front = _option_label(value.cut(0, mark.start))
    label = front if front.text else _option_label(value.cut(mark.end, len(folded)))
    return _option(label, value, mark, mark.ticked) if label.text else None


def _is_option(text: str) -> bool:
    """Whether the words in front of a box are one of the words that forms print as options."""
    return tidy(MappedText.verbatim(text, 0, len(text))).text.strip(_EDGE) in answers()


def _last_end(folded: str, start: int, end: int) -> int:
    """Where the last option ends: at a stop, a wide blank or the label of what follows."""
    lead = len(folded[start:end]) - len(folded[start:end].lstrip())
    stop = _AFTER_LAST.search(folded, start + lead, end)
    return stop.start() if stop is not None else end


def _option_label(text: MappedText) -> MappedText:
    label = tidy(text).strip(_EDGE)
    lettered = _LETTERED.match(fold(label.text))
    if lettered is not None and len(label.text) > lettered.end():
        label = label.cut(lettered.end(), len(label.text)).strip(_EDGE)
    other = _OTHER.match(fold(label.text))
    return label.cut(0, other.end()) if other is not None else label


def _option(label: MappedText, value: MappedText, mark: Mark, ticked: bool) -> Option:
    return Option(label=as_text(label), checked=ticked, mark=as_text(value, mark.start, mark.end))


def _crosses_mean_no(marks: list[Mark]) -> bool:
    """☒ ticks a box, but beside √ it rules the option out."""
    ticked = [m.sign in CROSS for m in marks if m.ticked]
    return any(ticked) and not all(ticked)


def _checked(options: list[Option], marks: list[Mark], stem: MappedText | None, crosses: bool, boxed: bool) -> Options:
    """Bullets before every option are no ticks: which one was meant cannot be told."""
    signs = {m.sign for m in marks}
    if not boxed and len(options) >= 2 and len(signs) == 1 and signs <= set(BULLETS):
        unticked = [Option(label=o.label, checked=False, mark=o.mark) for o in options]
        return Options(unticked, stem, "ticks-all-alike")
    return Options(options, stem, "crosses-beside-ticks" if crosses else "")


def _word_spans(folded: str) -> list[regex.Match[str]]:
    return list(_WORD.finditer(folded))


_WORD = compile_pattern(r"[^ 、/|，；]{1,}+")


def _among_words(value: MappedText, folded: str, marks: list[Mark]) -> Options:
    """√ among words without boxes: 满意√ 基本满意 不满意. The word it touches is the one that is ticked."""
    words = _words_between(folded, marks)
    if len(words) < 2:
        return _NONE
    before = not folded[: marks[0].start].strip(_EDGE)
    ticked: dict[tuple[int, int], Mark] = {}
    for mark in marks:
        behind = [w for w in words if w[1] == mark.start]
        ahead = [w for w in words if w[0] == mark.end]
        left, right = [w for w in words if w[1] <= mark.start], [w for w in words if w[0] >= mark.end]
        near = (right[:1] or left[-1:]) if before else (left[-1:] or right[:1])
        chosen = (ahead or behind or near) if before else (behind or ahead or near)
        ticked[chosen[0]] = mark
    options = []
    for start, end in words:
        label, touched = _option_label(value.cut(start, end)), ticked.get((start, end))
        if label.text:
            shown = as_text(value, touched.start, touched.end) if touched is not None else None
            options.append(Option(label=as_text(label), checked=touched is not None, mark=shown))
    return Options(options)


def _words_between(folded: str, marks: list[Mark]) -> list[tuple[int, int]]:
    """The words of a value between separators and marks; run-together answer words are parted."""
    words: list[tuple[int, int]] = []
    edges = [0, *(e for m in marks for e in (m.start, m.end)), len(folded)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for first, last in _together(folded, [m.span() for m in _WORD.finditer(folded, start, end)]):
            words.extend(_parted(folded, first, last))
    return words


def _together(folded: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words set wide (满 意) are one again."""
    joined: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        for count in (4, 3, 2, 1):
            run = words[at : at + count]
            if count == 1 or (len(run) == count and "".join(folded[a:b] for a, b in run) in answers()):
                joined.append((run[0][0], run[-1][1]))
                at += len(run)
                break
    return joined


def _parted(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    if folded[start:end] in answers():
        return [(start, end)]
    parts, at = [], start
    while at < end:
        word = word_at(folded[:end], at)
        if not word:
            return [(start, end)]
        parts.append((at, at + len(word)))
        at += len(word)
    return parts


def _merge_double_marks(options: list[Option]) -> list[Option]:
    """☑ and √ drawn on both sides of a word give the same label twice; either sign ticks it."""
    merged: list[Option] = []
    for option in options:
        if merged and merged[-1].label.text == option.label.text:
            merged[-1] = Option(label=option.label, checked=merged[-1].checked or option.checked, mark=option.mark)
        else:
            merged.append(option)
    return merged


__all__ = [
    "Options",
    "answers",
    "has_marks",
    "has_open_box",
    "lone_tick",
    "read",
    "read_one",
    "read_options",
    "read_words",
    "without_notes",
]
