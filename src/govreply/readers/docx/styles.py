"""Styles (ISO/IEC 29500-1, 17.7): what a paragraph and its runs are set in, as far as it bears on the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from govreply.readers.docx.names import Element, attribute, child, children, descend, is_on, number, value

_LONGEST_CHAIN = 32
_BODY_LEVEL = 9  # the outline level that is none
TOGGLES = ("w:b", "w:vanish")
_FONT_SLOTS = ("ascii", "hAnsi", "eastAsia")


@frozen
class Fonts:
    """Names of fonts in lower case by kind of character; ``None`` where nothing is said."""

    ascii: str | None = None
    high: str | None = None
    east_asia: str | None = None
    hint: str | None = None

    def over(self, below: Fonts) -> Fonts:
        """These, and those `below` where these say nothing."""
        return Fonts(
            self.ascii or below.ascii,
            self.high or below.high,
            self.east_asia or below.east_asia,
            self.hint or below.hint,
        )


NO_FONTS = Fonts()


def fonts_of(properties: Element | None) -> Fonts:
    """The fonts that run properties name."""
    named = child(properties, "w:rFonts")
    if named is None:
        return NO_FONTS
    ascii_font, high, east_asia = ((attribute(named, slot) or "").strip().lower() or None for slot in _FONT_SLOTS)
    return Fonts(ascii_font, high, east_asia, attribute(named, "hint"))


@frozen(eq=False)
class Style:
    """One style: what it says itself, without the styles it is based on.

    Attributes:
        toggles: what it says of the on/off properties in :data:`TOGGLES`.
        outline_level: from 0, as in the file.
        numbering, numbering_level: of its list, as in ``w:numPr``.
    """

    identifier: str
    name: str
    based_on: str | None
    toggles: Mapping[str, bool]
    fonts: Fonts
    outline_level: int | None
    numbering: str | None
    numbering_level: int | None


@frozen(eq=False)
class Styles:
    """The styles of a document."""

    _styles: Mapping[str, Style]
    _default_paragraph: str | None
    _defaults: Element | None = None
    _chains: dict[str | None, tuple[Style, ...]] = field(factory=dict, init=False)

    @classmethod
    def read(cls, root: Element | None) -> Styles:
        """The styles of ``styles.xml``; none where the part is missing."""
        styles: dict[str, Style] = {}
        default = None
        for element in children(root, "w:style"):
            style = _read_style(element)
            identifier = style.identifier
            styles[identifier] = style
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
                default = default or identifier
        return cls(styles, default, descend(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))

    def of_paragraph(self, properties: Element | None) -> tuple[Style, ...]:
        """The paragraph's style and those it is based on, nearest first."""
        return self.chain(value(child(properties, "w:pStyle")) or self._default_paragraph)

    def of_run(self, properties: Element | None) -> tuple[Style, ...]:
        """The run's character style and those it is based on, nearest first."""
        return self.chain(value(child(properties, "w:rStyle")))

    def chain(self, identifier: str | None) -> tuple[Style, ...]:
        """A style and those it is based on, nearest first; a circle is cut where it closes."""
        if identifier not in self._chains:
            self._chains[identifier] = tuple(self._ancestors(identifier))
        return self._chains[identifier]

    def _ancestors(self, identifier: str | None) -> Iterator[Style]:
        seen: set[str] = set()
        while (
            identifier is not None
            and identifier in self._styles
            and identifier not in seen
            and len(seen) < _LONGEST_CHAIN
        ):
            style = self._styles[identifier]
            seen.add(identifier)
            yield style
            identifier = style.based_on

    def toggled(self, name: str, direct: Element | None, run: tuple[Style, ...], paragraph: tuple[Style, ...]) -> bool:
        """Whether an on/off property such as ``w:b`` holds for a run.

        What the run says itself goes first; else what character style and paragraph style say cancels out where both
        switch it on (17.7.3, toggle properties).
        """
        said = is_on(child(direct, name))
        if said is not None:
            return said
        by_style = _first(run, name) != _first(paragraph, name)
        return by_style or bool(is_on(child(self._defaults, name)))

    def fonts(self, direct: Element | None, run: tuple[Style, ...], paragraph: tuple[Style, ...]) -> Fonts:
        """The fonts of a run."""
        found = fonts_of(direct)
        for style in (*run, *paragraph):
            found = found.over(style.fonts)
        return found.over(fonts_of(self._defaults))

    def outline_level(self, properties: Element | None) -> int | None:
        """The level of a heading, from 1; ``None`` for other paragraphs."""
        chain = self.of_paragraph(properties)
        said = (number(value(child(properties, "w:outlineLvl"))), *(style.outline_level for style in chain))
        level = next((level for level in said if level is not None), None)
        if level is not None:
            return level + 1 if 0 <= level < _BODY_LEVEL else None
        return 1 if any(style.name == "title" for style in chain) else None


def _read_style(element: Element) -> Style:
    run, paragraph = child(element, "w:rPr"), child(element, "w:pPr")
    toggles = {name: said for name in TOGGLES if (said := is_on(child(run, name))) is not None}
    listed = child(paragraph, "w:numPr")
    return Style(
        identifier=attribute(element, "styleId") or "",
        name=(value(child(element, "w:name")) or "").lower(),
        based_on=value(child(element, "w:basedOn")),
        toggles=toggles,
        fonts=fonts_of(run),
        outline_level=number(value(child(paragraph, "w:outlineLvl"))),
        numbering=value(child(listed, "w:numId")),
        numbering_level=number(value(child(listed, "w:ilvl"))),
    )


def _first(chain: tuple[Style, ...], name: str) -> bool:
    return next((style.toggles[name] for style in chain if name in style.toggles), False)
