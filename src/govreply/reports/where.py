"""Where a span stands, in words: line and column of a text file, paragraph or table cell, page."""

from __future__ import annotations

from govreply.language import Bilingual, Language
from govreply.places import Place, Story
from govreply.source import Source
from govreply.span import Span

_STORIES = {
    Story.TEXT_BOX: Bilingual("文本框", "text box"),
    Story.HEADER: Bilingual("页眉", "header"),
    Story.FOOTER: Bilingual("页脚", "footer"),
    Story.FOOTNOTE: Bilingual("脚注", "footnote"),
    Story.ENDNOTE: Bilingual("尾注", "endnote"),
}


def where(source: Source, span: Span, language: Language) -> str:
    """Where `span` begins: ``12:5`` (line and column) or, for laid-out formats, 第12段, 表格1 第3行第2列, 第3页."""
    location = source.locate(span)
    if location.place is None:
        return f"{location.line}:{location.column}"
    return place_label(location.place, language)


def address(source: Source, span: Span, language: Language, name: str) -> str:
    """`name` of the file and where `span` begins in it; with a colon between them where that is a line and column."""
    return f"{name}{':' if not source.places else ' '}{where(source, span, language)}"


def place_label(place: Place, language: Language) -> str:
    """How a person finds `place`."""
    parts: list[Bilingual] = []
    if place.page is not None:
        parts.append(Bilingual(f"第{place.page}页", f"page {place.page}"))
    if place.story in _STORIES:
        parts.append(_STORIES[place.story])
    if place.table is not None:
        parts.append(
            Bilingual(
                f"表格{place.table} 第{place.row}行第{place.column}列",
                f"table {place.table}, row {place.row}, column {place.column}",
            )
        )
    elif place.paragraph is not None:
        parts.append(Bilingual(f"第{place.paragraph}段", f"paragraph {place.paragraph}"))
    separator = " " if language is Language.ZH else ", "
    return separator.join(part.within(language) for part in parts)
