"""Tick boxes: options with their state, whichever sign shows it and on whichever side of the word it stands."""

from __future__ import annotations

import regex
from attrs import frozen

from govreply.grammar.rows import as_text, tidy
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import labels
from govreply.model import Option
from govreply.patterns import compile_pattern
from govreply.span import Edit, MappedText

# The private-use signs are those of the fonts Wingdings and Wingdings 2 as Word leaves them.
_CROSS = "☒☓✗✘✕✖×\uf0fd\uf053"
_BARE = "√✓✔∨\uf0fc\uf050"
_TICKED = f"☑{_BARE}■●◉◼▣✅🗹⊙⊠◆{_CROSS}\uf0fe\uf052þ"
_EMPTY = "☐□〇▢❑❏◻⬜▫○◯◇£¨囗\uf0a8\uf06f\uf0a3"
_BULLETS = "●■◆◼"
_VARIATION = "\ufe0f\ufe0e"
_MARK = compile_pattern(
    rf"[（〔] {{0,6}}[_＿]{{0,6}} {{0,3}}(?P<in>[{_TICKED}{_EMPTY}xXvV]?)[{_VARIATION}]?[_＿ ]{{0,8}}[）〕]"
    rf"|(?P<box>[{_TICKED}{_EMPTY}])[{_VARIATION}]?"
    rf"|[_＿]{{1,10}} {{0,3}}(?P<line>[{_TICKED}]) {{0,3}}[_＿]{{0,10}}|(?P<blank>[_＿]{{2,10}})"
)
# An instruction how to tick is no tick: （请在相应□内打“√”）
_NOTE = compile_pattern(
    r"[（〔][^（）〔〕]{0,40}(?:打|划|画|填|选|勾|注|附)[^（）〔〕]{0,30}[）〕]"
    r"|(?:请|可)?(?:在|于)[\p{Han}“”、]{0,12}[□〇（ ）_]{0,6}[\p{Han}]{0,8}(?:打|划|画|填)(?:上)?[“\"‘]?[√✓✔×][”\"’]?"
    r"|(?:打|划|画)[“\"‘]?[√✓✔][”\"’]?|[“\"‘][√✓✔×☑][”\"’]"
)
_EDGE = " 　、，；/|_＿：。\u00a0" + _VARIATION
_LETTERED = compile_pattern(r"^(?:[A-Ea-e][.、．)）]|[1-9][.、)）](?!\d)|[①-⑨])")
_AFTER_LAST = compile_pattern(
    r" +[\p{Han}]{2,8} {0,3}(?:：|$)| {2,}|[。；\n]|（(?:签|盖)| {0,3}(?:签名|签字|签章|盖章)"
)
_OTHER = compile_pattern(r"^(其他|其它)[\p{Han}（）]{0,10}(?=：|_|＿)")
_SEPARATOR = compile_pattern(r"[ 、/|，；]{1,}")
_LOOKALIKE = compile_pattern(r"[口£](?= ?[\p{Han}])")
_DAMAGED_TICK = "回团図囟凶R"


@frozen(eq=False)
class Options:
    """What a value yields: its options, the words in front of the first box (a question's stem), and what was odd."""

    options: list[Option]
    stem: MappedText | None = None
    problem: str = ""


_NONE = Options([])


def answers() -> dict[str, str]:
    """Words that forms print beside their boxes → the kind of answer (``grade``, ``effect``, ``disclosure``, …)."""
    return labels("answer")


def has_marks(folded: str) -> bool:
    """Whether a text holds any box or tick that is no instruction."""
    return bool(_marks(_NOTE.sub("", folded)))


def read_options(value: MappedText) -> list[Option]:
    """The options of a value that holds tick marks, in order; none if it holds no marks."""
    return read(value).options


def read(value: MappedText) -> Options:
    """As :func:`read_options`, with the stem and what was odd.

    `value` keeps its spaces: they part the words where boxes are missing.
    """
    value = without_notes(value)
    folded = _mend(fold(value.text))
    marks = _marks(folded)
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
            options.append(_option(label, value, mark, mark.ticked and not (crosses and mark.sign in _CROSS)))
    return _checked(_merge_double_marks(options), marks, stem, crosses)


def read_words(value: MappedText) -> list[Option]:
    """Options printed without any box: the one word that was written as the answer, or several words and no tick."""
    folded = fold(value.text)
    words = [(m.start(), m.end()) for m in _word_spans(folded)]
    if not words or any(folded[a:b] not in answers() for a, b in words):
        return []
    only = len(words) == 1
    return [Option(label=as_text(value.cut(a, b)), checked=only) for a, b in words]


def read_one(value: MappedText) -> Option | None:
    """The one option of a cell that holds a word and a mark; ``None`` if it holds several."""
    value = without_notes(value)
    folded = fold(value.text)
    marks = _marks(folded)
    if len(marks) != 1:
        return None
    mark = marks[0]
    front = _option_label(value.cut(0, mark.start))
    label = front if front.text else _option_label(value.cut(mark.end, len(folded)))
    return _option(label, value, mark, mark.ticked) if label.text else None


def lone_tick(folded: str) -> bool | None:
    """Whether a cell of its own is ticked (√), empty, or holds something else (``None``)."""
    stripped = folded.strip(" _＿-" + _VARIATION)
    if not stripped:
        return False
    if stripped in ("v", "V", "对"):
        return True
    marks = _marks(stripped)
    return marks[0].ticked if len(marks) == 1 and marks[0].end - marks[0].start == len(stripped) else None


def without_notes(value: MappedText) -> MappedText:
    """The value without instructions how to tick."""
    edits = [Edit(m.start(), m.end()) for m in _NOTE.finditer(fold(value.text))]
    return value.edit(edits) if edits else value


@frozen(eq=False)
class _Mark:
    start: int
    end: int
    sign: str
    ticked: bool
    bare: bool


def _marks(folded: str) -> list[_Mark]:
    """The marks of a text; signs drawn right beside each other for one box are one mark."""
    found: list[_Mark] = []
    for match in _MARK.finditer(folded):
        if _is_text(folded, match):
            continue
        sign = next((g for g in match.group("in", "box", "line") if g), "")
        ticked = bool(sign) and sign not in _EMPTY
        mark = _Mark(match.start(), match.end(), sign, ticked, match["box"] is not None and sign in _BARE)
        if found and not folded[found[-1].end : mark.start].strip(" ") and mark.start - found[-1].end <= 1:
            last = found[-1]
            if last.bare != mark.bare or not (last.ticked and mark.ticked):
                winner = last if last.ticked else mark
                found[-1] = _Mark(last.start, mark.end, winner.sign, winner.ticked, last.bare and mark.bare)
                continue
        found.append(mark)
    if any(not m.bare and folded[m.start] not in "_＿" for m in found):
        found = [m for m in found if folded[m.start] not in "_＿" or m.ticked]
    return found


def _is_text(folded: str, mark: regex.Match[str]) -> bool:
    """〇 inside a number or a date is a zero, an x between digits a product, a single short blank no box."""
    around = folded[max(0, mark.start() - 1) : mark.start()] + folded[mark.end() : mark.end() + 1]
    if mark["box"] == "〇":
        return any(c in "二三四五六七八九一年0123456789" for c in around)
    if mark["box"] == "×":
        return any(c.isdigit() or c == "×" for c in around)
    return False


def _mend(folded: str) -> str:
    """Boxes that were read as 口 or £, and ticked ones as 回 or R: only before words that forms print."""
    places = [m.start() for m in _LOOKALIKE.finditer(folded) if _word_at(folded, m.end() + (folded[m.end()] == " "))]
    if not places:
        return folded
    ticked = [at for at in range(len(folded) - 1) if folded[at] in _DAMAGED_TICK and _word_at(folded, at + 1)]
    if len(places) + len(ticked) + len(_marks(folded)) < 2:
        return folded
    characters = list(folded)
    for at in places:
        characters[at] = "□"
    for at in ticked:
        characters[at] = "☑"
    return "".join(characters)


def _word_at(folded: str, at: int) -> str:
    """The longest answer word at an offset."""
    return next((folded[at : at + n] for n in range(8, 0, -1) if folded[at : at + n] in answers()), "")


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


def _option(label: MappedText, value: MappedText, mark: _Mark, ticked: bool) -> Option:
    return Option(label=as_text(label), checked=ticked, mark=as_text(value, mark.start, mark.end))


def _crosses_mean_no(marks: list[_Mark]) -> bool:
    """☒ ticks a box, but beside √ it rules the option out."""
    ticked = [m.sign in _CROSS for m in marks if m.ticked]
    return any(ticked) and not all(ticked)


def _checked(options: list[Option], marks: list[_Mark], stem: MappedText | None, crosses: bool) -> Options:
    """Bullets before every option are no ticks: which one was meant cannot be told."""
    signs = {m.sign for m in marks}
    if len(options) >= 2 and len(signs) == 1 and signs <= set(_BULLETS):
        unticked = [Option(label=o.label, checked=False, mark=o.mark) for o in options]
        return Options(unticked, stem, "ticks-all-alike")
    return Options(options, stem, "crosses-beside-ticks" if crosses else "")


def _word_spans(folded: str) -> list[regex.Match[str]]:
    return list(_WORD.finditer(folded))


_WORD = compile_pattern(r"[^ 、/|，；]{1,}")


def _among_words(value: MappedText, folded: str, marks: list[_Mark]) -> Options:
    """√ among words without boxes: 满意√ 基本满意 不满意. The word it touches is the one that is ticked."""
    words = _words_between(folded, marks)
    if len(words) < 2:
        return _NONE
    before = not folded[: marks[0].start].strip(_EDGE)
    ticked: dict[tuple[int, int], _Mark] = {}
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


def _words_between(folded: str, marks: list[_Mark]) -> list[tuple[int, int]]:
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
        word = _word_at(folded[:end], at)
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
