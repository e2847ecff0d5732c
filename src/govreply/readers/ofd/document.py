"""One document of an OFD file: its pages with their templates and annotations (GB/T 33190-2016, 7.5 to 7.7 and 15)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import define, evolve, field, frozen

from govreply.places import enclosing
from govreply.readers.budget import Budget
from govreply.readers.ofd.drawing import Drawer, Ink, inside
from govreply.readers.ofd.geometry import POINTS, Matrix, Turn, numbers
from govreply.readers.ofd.names import Element, child, children, is_off, kind, text
from govreply.readers.ofd.package import Package, Part
from govreply.readers.ofd.resources import Resources, sheets
from govreply.readers.paging import Page
from govreply.readers.paging.scans import Sheet

_A4 = (210.0, 297.0)
WATERMARK = "Watermark"
_NOT_OF_THE_TEXT = (WATERMARK, "Stamp", "Link")


@define(eq=False)
class Pages:
    """Reads the pages of one document, one after the other.

    Attributes:
        watermarks: texts of the watermarks that were met, each once.
        turned: other texts that do not run from left to right, which are left out of the pages, each once.
    """

    _package: Package
    _document: Part
    _budget: Budget
    watermarks: dict[str, None] = field(factory=dict, init=False)
    turned: dict[str, None] = field(factory=dict, init=False)
    _resources: Resources = field(factory=Resources, init=False)
    _seen_templates: set[str] = field(factory=set, init=False)

    def read(self, first: int) -> Iterator[Sheet]:
        """The pages in order; `first` is the number of the first one."""
        listed = children(child(self._document.root, "Pages"), "Page")
        for number, item in enumerate(listed, start=first):
            self._budget.check_pages(number)
            part = self._package.needed(item.get("BaseLoc", ""), self._document)
            for own in children(part.root, "PageRes"):
                self._add_resources(text(own), part)
            leaf = _Leaf(part, item.get("ID", ""), *_size(child(part.root, "Area"), child(self._common, "PageArea")))
            yield self._page(number, leaf)

    def _page(self, number: int, leaf: _Leaf) -> Sheet:
        ink = self._ink(leaf, Matrix())
        width, height = leaf.width, leaf.height
        turn, turned = max(ink.turns.items(), key=lambda item: item[1], default=(None, 0))
        if turn is not None and turned > len(ink.glyphs):
            ink = self._ink(leaf, Matrix.upright(turn, width, height))
            width, height = (width, height) if turn is Turn.OVER else (height, width)
        self._seen_templates.update(use.get("TemplateID", "") for use in leaf.templates)
        self.turned.update(dict.fromkeys(ink.turned))
        return _sheet(number, ink, width * POINTS, height * POINTS)

    def _ink(self, leaf: _Leaf, matrix: Matrix) -> Ink:
        ink = Ink()
        for use in leaf.templates:
            self._draw_template(use.get("TemplateID", ""), matrix, ink)
        self._draw_content(leaf.part.root, matrix, ink)
        for annotation in self._annotations.get(leaf.identifier, ()):
            self._draw_annotation(annotation, matrix, ink)
        return ink

    def _add_resources(self, place: str, base: Part) -> None:
        found = self._package.part(place, base, self._document)
        if found is not None:
            self._resources.add(found.root)

    def _draw_template(self, identifier: str, matrix: Matrix, ink: Ink) -> None:
        """The lines of a template count on each page, its texts on the first one only: a letterhead is said once."""
        template = self._templates.get(identifier)
        if template is not None:
            self._draw_content(template.root, matrix, ink, texts=identifier not in self._seen_templates)

    def _draw_content(self, page: Element, matrix: Matrix, ink: Ink, *, texts: bool = True) -> None:
        for content in children(page, "Content"):
            self._drawer.draw(content, ink, matrix, texts=texts)

    def _draw_annotation(self, annotation: Element, matrix: Matrix, ink: Ink) -> None:
        if is_off(annotation, "Visible"):
            return
        if annotation.get("Type") == WATERMARK:
            self._keep_watermark(annotation)
        if annotation.get("Type") in _NOT_OF_THE_TEXT:
            return
        for appearance in children(annotation, "Appearance"):
            boundary = numbers(appearance.get("Boundary"))
            origin = matrix.moved(boundary[0], boundary[1]) if len(boundary) >= 2 else matrix
            self._drawer.draw(appearance, ink, origin)

    def _keep_watermark(self, annotation: Element) -> None:
        for element in annotation.iter():
            words = text(element) if kind(element) == "TextCode" else ""
            if words:
                self.watermarks[words] = None

    @cached_property
    def _drawer(self) -> Drawer:
        for place in sheets(self._common):
            self._add_resources(place, self._document)
        return Drawer(self._resources, self._budget)

    @cached_property
    def _templates(self) -> dict[str, Part]:
        """The template pages by their identifiers; one that is missing is drawn by nobody else either."""
        listed = children(self._common, "TemplatePage")
        found = {item.get("ID", ""): self._package.part(item.get("BaseLoc", ""), self._document) for item in listed}
        return {identifier: part for identifier, part in found.items() if part is not None}

    @cached_property
    def _annotations(self) -> dict[str, list[Element]]:
        """The annotations by the identifiers of their pages."""
        found: dict[str, list[Element]] = {}
        index = self._package.part(text(child(self._document.root, "Annotations")), self._document)
        for page in children(index.root if index else None, "Page"):
            for place in children(page, "FileLoc"):
                part = self._package.part(text(place), *filter(None, (index, self._document)))
                listed = children(part.root if part else None, "Annot")
                found.setdefault(page.get("PageID", ""), []).extend(listed)
        return found

    @cached_property
    def _common(self) -> Element | None:
        return child(self._document.root, "CommonData")


@frozen(eq=False)
class _Leaf:
    """A page before it is drawn: its part, its identifier, its size in millimetres."""

    part: Part
    identifier: str
    width: float
    height: float

    @property
    def templates(self) -> list[Element]:
        return list(children(self.part.root, "Template"))


def _size(*areas: Element | None) -> tuple[float, float]:
    """Width and height by the first area that tells them."""
    for area in areas:
        box = numbers(text(child(area, "PhysicalBox")))
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            return box[2], box[3]
    return _A4


def _sheet(number: int, ink: Ink, width: float, height: float) -> Sheet:
    """The page as it is seen; among its images is the box around all figures, which may be letters drawn by outlines."""
    page = Page(
        number=number,
        width=width,
        height=height,
        glyphs=tuple(glyph for glyph in ink.glyphs if inside(glyph, width, height)),
        rulings=tuple(ink.rulings),
        images=(*ink.images, *([enclosing(ink.outlines)] if ink.outlines else ())),
    )
    hidden = tuple(glyph for glyph in ink.hidden if inside(glyph, width, height))
    return Sheet(page, evolve(page, glyphs=hidden), ink.lost)
