"""DOCX (ISO/IEC 29500, transitional and strict, also with macros): the accepted text as a reader of the paper sees it.

Insertions are taken for accepted, deletions and hidden text are not read. Automatic numbers are written out, check boxes of
every kind become ☑ and ☐. Headers, footers and notes come with the name of their part in ``Line.inside`` (``header``,
``footer``, ``aside``), as the elements of a page do. Nothing outside the file is ever fetched, and no macro is looked at.

The properties of the file (title, author) are not read: they are those of the template or of the letter that the file was
copied from far more often than those of the letter itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govreply.blocks import ATTACHMENT, Block, Meta
from govreply.errors import Cause, UnreadableError
from govreply.places import Story
from govreply.readers.budget import Budget
from govreply.readers.docx.flow import Flow, Where
from govreply.readers.docx.names import Element, attribute, child, children, is_on, kind
from govreply.readers.docx.numbering import Numbering
from govreply.readers.docx.package import Package, Relation
from govreply.readers.docx.shared import Shared
from govreply.readers.docx.styles import Styles
from govreply.readers.laid_out import LaidOut, Layout
from govreply.span import MappedText

_MAIN = "officeDocument"
_USUAL_MAIN = "word/document.xml"
_CONTENT_TYPES = "[content_types].xml"
_EMBEDDED = "package"  # a file of Office's newer formats; formulas and drawings are objects of another kind
_MOST_ATTACHMENTS = 100
_NOTE_PARTS = {Story.FOOTNOTE: ("footnotes", "w:footnote"), Story.ENDNOTE: ("endnotes", "w:endnote")}


def read_docx(data: bytes, budget: Budget) -> LaidOut:
    """The text of a DOCX file, laid out, with its lines and tables.

    Raises:
        UnreadableError: ``corrupt`` for a damaged archive or damaged XML, ``unsupported`` for an archive that holds no
            Word document, ``encrypted``, ``limit``, ``empty`` for a document without text, and ``needs-ocr`` for one
            that has only pictures.
    """
    return _Reading(Package(data, budget), budget).read()


class _Reading:
    def __init__(self, package: Package, budget: Budget) -> None:
        self._package = package
        self._budget = budget
        self._main = _main_part(package)
        self._relations = package.relations(self._main)
        styles = Styles.read(self._part("styles"))
        self._shared = Shared(budget, Layout(budget), styles, Numbering.read(self._part("numbering"), styles))

    def read(self) -> LaidOut:
        body = child(self._package.xml(self._main), "w:body")
        if body is None:
            raise self._package.unsupported(f"{self._main} is no text document")
        if any(self._is_inside(element) for element in body.iter() if kind(element) == "w:altChunk"):
            raise self._package.unsupported(
                "part of the text is kept in another format (altChunk); save it as DOCX anew"
            )
        sections = [element for element in body.iter() if kind(element) == "w:sectPr"]
        blocks: list[Block] = []
        for part in self._edges(sections, "w:headerReference"):
            self._add(blocks, part, Where(Story.HEADER, inside=("header",)))
        self._add(blocks, body, Where())
        for note, story in self._notes():
            self._add(blocks, note, Where(story, inside=("aside",)))
        for part in self._edges(sections, "w:footerReference"):
            self._add(blocks, part, Where(Story.FOOTER, inside=("footer",)))
        laid_out = self._shared.layout.finish(blocks, list(self._attachments()))
        if not laid_out.text.strip():
            cause = Cause.NEEDS_OCR if self._shared.has_pictures else Cause.EMPTY
            raise UnreadableError(self._budget.name, cause, "a Word document without text")
        return laid_out

    def _add(self, blocks: list[Block], container: Element, where: Where) -> None:
        if self._shared.layout.length:
            self._shared.layout.separate()
        blocks.extend(Flow(self._shared, where).read(container))

    def _edges(self, sections: list[Element], name: str) -> Iterator[Element]:
        """The headers or footers that pages of these sections show, each once."""
        uneven = bool(is_on(child(self._part("settings"), "w:evenAndOddHeaders")))
        seen: set[str] = set()
        for section in sections:
            shown = {
                "default",
                *(("first",) if is_on(child(section, "w:titlePg")) else ()),
                *(("even",) if uneven else ()),
            }
            for reference in children(section, name):
                relation = self._relations.get(attribute(reference, "id", "r") or "")
                if relation is None or (attribute(reference, "type") or "default") not in shown:
                    continue
                if relation.target not in seen and self._package.has(relation.target):
                    seen.add(relation.target)
                    yield self._package.xml(relation.target)

    def _notes(self) -> Iterator[tuple[Element, Story]]:
        """The notes that the text refers to, in order, each once."""
        parts: dict[Story, Mapping[str, Element]] = {}
        for story, identifier in dict.fromkeys(self._shared.notes):
            if story not in parts:
                name, element = _NOTE_PARTS[story]
                parts[story] = {attribute(note, "id") or "": note for note in children(self._part(name), element)}
            note = parts[story].get(identifier)
            if note is not None:
                yield note, story

    def _is_inside(self, chunk: Element) -> bool:
        """Whether what is put in here is a part of this file; what lies elsewhere is never fetched."""
        relation = self._relations.get(attribute(chunk, "id", "r") or "")
        return relation is not None and self._package.has(relation.target)

    def _attachments(self) -> Iterator[Meta]:
        """Files that are put into the text as objects."""
        targets = (relation.target for relation in self._relations.values() if relation.kind == _EMBEDDED)
        for target in list(dict.fromkeys(targets))[:_MOST_ATTACHMENTS]:
            yield Meta(ATTACHMENT, MappedText.replaced(target.rpartition("/")[2], 0, 0))

    def _part(self, name: str) -> Element | None:
        """The part that the document is related to as `name`; ``None`` where there is none."""
        relation = next((r for r in self._relations.values() if r.kind == name), None)
        return (
            self._package.xml(relation.target) if relation is not None and self._package.has(relation.target) else None
        )


def _main_part(package: Package) -> str:
    """The name of the part with the text."""
    main = next((r for r in package.relations().values() if _is_there(r, package)), None)
    if main is not None:
        return main.target
    if package.has(_USUAL_MAIN):
        return _USUAL_MAIN
    if package.has(_CONTENT_TYPES):
        raise package.corrupt("Office file without its main part")
    raise package.unsupported("zip archive without a Word document")


def _is_there(relation: Relation, package: Package) -> bool:
    return relation.kind == _MAIN and package.has(relation.target)
