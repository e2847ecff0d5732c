"""Automatic numbers (ISO/IEC 29500-1, 17.9): what Word draws before the paragraphs of a list."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field, frozen

from govreply.patterns import compile_pattern
from govreply.readers.docx.formats import padded, written
from govreply.readers.docx.names import Element, attribute, child, children, descend, is_on, number, value
from govreply.readers.docx.signs import sign_of
from govreply.readers.docx.styles import Fonts, Style, Styles, fonts_of

_PLACEHOLDER = compile_pattern(r"%[1-9]")
_LEVELS = 9
_LONGEST_LINKS = 8
_LONGEST_MARKER = 60
BULLET = "bullet"
_BOXES = frozenset("☐☑☒□")
_SHADOWED = frozenset((0x70, 0x71, 0x72))  # ❐ ❑ ❒ of Wingdings, which Word offers as a bullet


@frozen(eq=False)
class Level:
    """How the numbers of one level of a list look.

    Attributes:
        restart: the level, from 1, whose next number makes this one start again; 0 for none, ``None`` for any above.
        suffix: ``tab``, ``space`` or ``nothing``.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    text: str = ""
    suffix: str = "tab"
    all_digits: bool = False
    restart: int | None = None
    style: str | None = None
    fonts: Fonts = field(factory=Fonts)


@frozen(eq=False)
class Marker:
    """What is drawn before a paragraph: a number, or a bullet (which may be a box to tick)."""

    text: str
    is_bullet: bool
    gap: str


@frozen(eq=False)
class _List:
    """A ``w:num``: which definition it uses and what it changes."""

    abstract: str
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@define(eq=False)
class Numbering:
    """The lists of a document, and how far each has counted."""

    _styles: Styles
    _abstract: dict[str, dict[int, Level]] = field(factory=dict)
    _links: dict[str, str] = field(factory=dict)
    _lists: dict[str, _List] = field(factory=dict)
    _counters: dict[str, dict[int, int]] = field(factory=dict, init=False)
    _begun: set[tuple[str, int]] = field(factory=set, init=False)

    @classmethod
    def read(cls, root: Element | None, styles: Styles) -> Numbering:
        """The lists of ``numbering.xml``; none where the part is missing."""
        made = cls(styles)
        for element in children(root, "w:abstractNum"):
            identifier = attribute(element, "abstractNumId") or ""
            made._abstract[identifier] = _levels(element)
            link = value(child(element, "w:numStyleLink"))
            if link is not None:
                made._links[identifier] = link
        for element in children(root, "w:num"):
            overrides = list(children(element, "w:lvlOverride"))
            changed = [(number(attribute(o, "ilvl")), o) for o in overrides]
            made._lists[attribute(element, "numId") or ""] = _List(
                value(child(element, "w:abstractNumId")) or "",
                {
                    level: start
                    for level, o in changed
                    if level is not None and (start := number(value(child(o, "w:startOverride")))) is not None
                },
                {
                    level: _level(below)
                    for level, o in changed
                    if level is not None and (below := child(o, "w:lvl")) is not None
                },
            )
        return made

    def marker(self, properties: Element | None, chain: tuple[Style, ...]) -> Marker | None:
        """Count one more paragraph with these properties and styles; ``None`` where it belongs to no list."""
        found = self._place(properties, chain)
        if found is None:
            return None
        identifier, at = found
        chosen = self._lists[identifier]
        abstract = self._followed(chosen.abstract)
        levels = {**self._abstract.get(abstract, {}), **chosen.levels}
        if at not in levels:
            return None
        level = levels[at]
        if level.form == BULLET:
            return Marker(_bullet(level), True, _gap(level))
        self._count(identifier, abstract, at, levels, chosen.starts)
        text = self._written(abstract, at, levels)
        return Marker(text, False, _gap(level))

    def _place(self, properties: Element | None, chain: tuple[Style, ...]) -> tuple[str, int] | None:
        """The list and level of a paragraph; ``numId`` 0 takes it out of the list of its style."""
        direct = child(properties, "w:numPr")
        identifier = value(child(direct, "w:numId"))
        level = number(value(child(direct, "w:ilvl")))
        if identifier is None:
            style = next((style for style in chain if style.numbering is not None), None)
            if style is None:
                return None
            identifier = style.numbering or ""
            if level is None:
                level = style.numbering_level
            if level is None:
                level = self._level_of_style(identifier, {style.identifier for style in chain})
        if identifier not in self._lists:
            return None
        return identifier, min(max(level or 0, 0), _LEVELS - 1)

    def _level_of_style(self, identifier: str, styles: set[str]) -> int | None:
        chosen = self._lists.get(identifier)
        if chosen is None:
            return None
        levels = {**self._abstract.get(self._followed(chosen.abstract), {}), **chosen.levels}
        return next((at for at, level in sorted(levels.items()) if level.style in styles), None)

    def _followed(self, abstract: str) -> str:
        """The definition that `abstract` stands for, through the list styles it is linked to."""
        for _ in range(_LONGEST_LINKS):
            link = self._links.get(abstract)
            style = next(iter(self._styles.chain(link)), None) if link is not None else None
            chosen = self._lists.get(style.numbering or "") if style is not None else None
            if chosen is None or chosen.abstract == abstract:
                return abstract
            abstract = chosen.abstract
        return abstract

    def _count(
        self, identifier: str, abstract: str, at: int, levels: Mapping[int, Level], starts: Mapping[int, int]
    ) -> None:
        counters = self._counters.setdefault(abstract, {})
        if at in starts and (identifier, at) not in self._begun:
            counters[at] = starts[at]
        else:
            counters[at] = counters[at] + 1 if at in counters else starts.get(at, levels[at].start)
        self._begun.add((identifier, at))
        for below in [other for other in counters if other > at]:
            restart = levels[below].restart if below in levels else None
            if restart is None or at + 1 <= restart:
                del counters[below]

    def _written(self, abstract: str, at: int, levels: Mapping[int, Level]) -> str:
        counters = self._counters[abstract]
        level = levels[at]
        parts: list[str] = []
        end = 0
        for match in _PLACEHOLDER.finditer(level.text[:_LONGEST_MARKER]):
            other = int(match.group()[1]) - 1
            parts.append(level.text[end : match.start()])
            end = match.end()
            shown = levels.get(other, level)
            count = counters.get(other, shown.start)
            if level.all_digits and shown.form != "decimalZero":
                parts.append(str(count))
            else:
                parts.append(padded(count, shown.pattern) if shown.pattern else written(count, shown.form))
        return "".join(parts) + level.text[end:_LONGEST_MARKER]


def _levels(element: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for below in children(element, "w:lvl"):
        at = number(attribute(below, "ilvl"))
        if at is not None and 0 <= at < _LEVELS:
            found[at] = _level(below)
    return found


def _level(element: Element) -> Level:
    form = child(element, "w:numFmt")
    if form is None:  # Word writes newer formats twice
        form = descend(element, "mc:AlternateContent", "mc:Choice", "w:numFmt")
    named = value(form) or "decimal"
    start = number(value(child(element, "w:start")))
    return Level(
        start=1 if start is None else start,
        form=named,
        pattern=(value(form, "format") or "") if named == "custom" else "",
        text=value(child(element, "w:lvlText")) or "",
        suffix=value(child(element, "w:suff")) or "tab",
        all_digits=bool(is_on(child(element, "w:isLgl"))),
        restart=number(value(child(element, "w:lvlRestart"))),
        style=value(child(element, "w:pStyle")),
        fonts=fonts_of(child(element, "w:rPr")),
    )


def _bullet(level: Level) -> str:
    """The box that a bullet draws, which somebody may have ticked; ``""`` for ornaments, boxes with a shadow among them."""
    sign = sign_of(level.text, level.fonts) if len(level.text) == 1 else ""
    return sign if sign in _BOXES and ord(level.text) & 0xFF not in _SHADOWED else ""


def _gap(level: Level) -> str:
    return "" if level.suffix == "nothing" else " "
