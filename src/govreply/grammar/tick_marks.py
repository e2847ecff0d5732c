"""The signs that show the state of a box: drawn ones, ticks without a box, brackets, blanks; and instructions, which are none."""

from __future__ import annotations

import regex
from attrs import frozen

from govreply.lexicon.fold import fold
from govreply.lexicon.labels import labels
from govreply.patterns import compile_pattern
from govreply.span import Edit, MappedText

# The private-use signs are those of the fonts Wingdings and Wingdings 2 as Word leaves them.
CROSS = "☒☓✗✘✕✖×\uf0fd\uf053"
_BARE = "√✓✔∨\uf0fc\uf050"
_TICKED = f"☑{_BARE}■●◉◼▣✅🗹⊙⊠◆{CROSS}\uf0fe\uf052þ"
_EMPTY = "☐□〇▢❑❏◻⬜▫○◯◇£¨囗\uf0a8\uf06f\uf0a3"
BULLETS = "●■◆◼"
OPEN_BOXES = frozenset("〇○◯□☐◇◻")
VARIATION = "\ufe0f\ufe0e"
_MARK = compile_pattern(
    rf"[（〔] {{0,6}}[_＿]{{0,6}} {{0,3}}(?P<in>[{_TICKED}{_EMPTY}xXvV]?)[{VARIATION}]?[_＿ ]{{0,8}}[）〕]"
    rf"|(?P<box>[{_TICKED}{_EMPTY}])[{VARIATION}]?"
    rf"|[_＿]{{1,10}} {{0,3}}(?P<line>[{_TICKED}]) {{0,3}}[_＿]{{0,10}}|(?P<blank>[_＿]{{2,10}})"
)
# An instruction how to tick is no tick: （请在相应□内打“√”）
_NOTE = compile_pattern(
    r"[（〔][^（）〔〕]{0,40}(?:打|划|画|填|选|勾|注|附)[^（）〔〕]{0,30}[）〕]"
    r"|(?:请|可)?(?:在|于)[\p{Han}“”、]{0,12}[□〇（ ）_]{0,6}[\p{Han}]{0,8}(?:打|划|画|填)(?:上)?[“\"‘]?[√✓✔×][”\"’]?"
    r"|(?:打|划|画)[“\"‘]?[√✓✔][”\"’]?|[“\"‘][√✓✔×☑][”\"’]"
)
_LOOKALIKE = compile_pattern(r"[口£](?= ?[\p{Han}])")
_DAMAGED_TICK = "回团図囟凶R"
_NUMBER_BEFORE = compile_pattern(r"(?:(?<![0-9A-Za-z])[A-Ea-e1-9][.、．)）] ?|[①-⑨] ?)$")


def answers() -> dict[str, str]:
    """Words that forms print beside their boxes → the kind of answer (``grade``, ``effect``, ``disclosure``, …)."""
    return labels("answer")


def has_marks(folded: str) -> bool:
    """Whether a text holds any box or tick that is no instruction."""
    return bool(find_marks(_NOTE.sub("", folded)))


def lone_tick(folded: str) -> bool | None:
    """Whether a cell of its own is ticked (√), empty, or holds something else (``None``)."""
    stripped = folded.strip(" _＿-" + VARIATION)
    if not stripped:
        return False
    if stripped in ("v", "V", "对"):
        return True
    marks = find_marks(stripped)
    return marks[0].ticked if len(marks) == 1 and marks[0].end - marks[0].start == len(stripped) else None


def without_notes(value: MappedText) -> MappedText:
    """The value without instructions how to tick."""
    edits = [Edit(m.start(), m.end()) for m in _NOTE.finditer(fold(value.text))]
    return value.edit(edits) if edits else value


@frozen(eq=False)
class Mark:
    """A sign that shows the state of a box; ``bare`` if it is a tick without one."""

    start: int
    end: int
    sign: str
    ticked: bool
    bare: bool


def find_marks(folded: str) -> list[Mark]:
    """The marks of a text; signs drawn right beside each other for one box are one mark."""
    found: list[Mark] = []
    for match in _MARK.finditer(folded):
        if _is_text(folded, match):
            continue
        sign = next((g for g in match.group("in", "box", "line") if g), "")
        ticked = bool(sign) and sign not in _EMPTY
        number = _NUMBER_BEFORE.search(folded, max(0, match.start() - 4), match.start())
        start = number.start() if number is not None else match.start()
        mark = Mark(start, match.end(), sign, ticked, match["box"] is not None and sign in _BARE)
        if found and not folded[found[-1].end : mark.start].strip(" ") and mark.start - found[-1].end <= 1:
            last = found[-1]
            if last.bare != mark.bare or not (last.ticked and mark.ticked):
                winner = last if last.ticked else mark
                found[-1] = Mark(last.start, mark.end, winner.sign, winner.ticked, last.bare and mark.bare)
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


def mend(folded: str) -> str:
    """Boxes that were read as 口 or £, and ticked ones as 回 or R: only before words that forms print."""
    places = [m.start() for m in _LOOKALIKE.finditer(folded) if word_at(folded, m.end() + (folded[m.end()] == " "))]
    if not places:
        return folded
    ticked = [at for at in range(len(folded) - 1) if folded[at] in _DAMAGED_TICK and word_at(folded, at + 1)]
    if len(places) + len(ticked) + len(find_marks(folded)) < 2:
        return folded
    characters = list(folded)
    for at in places:
        characters[at] = "□"
    for at in ticked:
        characters[at] = "☑"
    return "".join(characters)


def word_at(folded: str, at: int) -> str:
    """The longest answer word at an offset."""
    return next((folded[at : at + n] for n in range(8, 0, -1) if folded[at : at + n] in answers()), "")
