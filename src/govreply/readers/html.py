"""HTML, from tokens with positions to lines and tables, without building a tree.

turbohtml tokenizes as the HTML standard says and knows the line and column of each token; :mod:`.page` keeps what is
open while the tokens pass. It is as tolerant as browsers are: end tags may be missing, misplaced or too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import turbohtml
from turbohtml import Token, TokenType

from govreply.blocks import Block, Line, Meta
from govreply.patterns import compile_pattern
from govreply.readers.budget import Budget
from govreply.readers.lines import Excerpt, LineBuilder, SourceLines, matches
from govreply.readers.page import Page
from govreply.readers.styles import font_families, is_unseen
from govreply.readers.symbols import draw, symbol_font
from govreply.readers.tags import (
    ATTRIBUTE,
    BLOCK,
    DROPPED,
    REFERENCE,
    VOID,
    holds_text,
    image_sign,
    is_known,
    resolve_reference,
    tick_of,
)

_COLLAPSIBLE = " \t\n\r\f"
# White space that collapses, or text in which every space stands alone.
_RUNS = compile_pattern(r"[ \t\n\r\f]++|[^ \t\n\r\f]{1,4000}+(?: [^ \t\n\r\f]{1,4000}+){0,4000}+")


def read_html(text: str, budget: Budget) -> tuple[list[Block], list[Meta]]:
    """The lines and tables of a page, and what its ``<title>`` and ``<meta>`` elements say.

    White space collapses as in browsers (CSS Text, ``white-space: normal``) outside ``<pre>``; no-break and full-width
    spaces stay. Form controls are text as far as they show what was chosen or typed. Scripts, styles, comments and runs of
    text that browsers do not draw are none; hidden blocks are read, and their lines say so.
    """
    return _HtmlReader(Excerpt.whole(SourceLines(text)), budget).read()


def read_fragment(excerpt: Excerpt, budget: Budget) -> tuple[list[Block], list[Meta]]:
    """HTML inside Markdown: what is in <> and is no HTML element is text, and line ends outside tables end lines."""
    return _HtmlReader(excerpt, budget, fragment=True).read()


class _HtmlReader:
    """Sends the tokens of one excerpt to a :class:`Page`."""

    def __init__(self, excerpt: Excerpt, budget: Budget, *, fragment: bool = False) -> None:
        self._excerpt = excerpt
        self._budget = budget
        self._page = Page(budget)
        self._fragment = fragment
        self._meta: list[Meta] = []
        self._title: LineBuilder | None = None
        self._dropped: str | None = None  # the element whose content is passed over
        self._inner: dict[str, int] = {}  # what is open inside it
        self._choosing = False  # inside <select>, of which only chosen options are text
        self._chosen = False
        self._signs: Mapping[int, str] | None = None  # of the font of signs that is in use
        self._signs_of = ""  # the element that switched it on
        self._signs_depth = 0

    def read(self) -> tuple[list[Block], list[Meta]]:
        for token, start, end in self._tokens():
            if token.type is TokenType.START_TAG:
                self._start_tag(token.tag or "", _attributes(token), start, end)
            elif token.type is TokenType.END_TAG:
                self._end_tag(token.tag or "", start, end)
            elif token.type is TokenType.TEXT:
                self._text(start, end)
            elif token.type is TokenType.CHARACTER_REFERENCE:
                self._reference(token.data or "", start, end)
        return self._page.finish(self._excerpt.origin(len(self._excerpt.text))), self._meta

    def _tokens(self) -> Iterator[tuple[Token, int, int]]:
        # The tokenizer joins the text around an empty end tag into one token, whose length then tells no position.
        # A bogus comment of the same length, which means as little, keeps them apart.
        text = self._excerpt.text.replace("</>", "<?>")
        for token in turbohtml.tokenize(text, resolve_references=False, capture_source=True):
            start = self._excerpt.position(token.line, token.col)
            raw = token.data if token.type is TokenType.TEXT else token.source
            yield token, start, start + len(raw or "")

    def _start_tag(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if self._dropped is not None:
            if name not in VOID:
                self._inner[name] = self._inner.get(name, 0) + 1
            return
        at = self._excerpt.origin(start)
        self._font(name, attributes)
        if name in DROPPED or (is_unseen(attributes) and name not in BLOCK and name not in VOID):
            self._dropped, self._inner = name, {}
        elif name == "title":
            self._title = LineBuilder()
        elif name == "meta":
            self._meta_element(attributes, start, end)
        elif name == "input":
            self._input(attributes, start, end)
        elif name == "img":
            self._page.text(image_sign(attributes), *self._excerpt.origins(start, end))
        elif name == "select":
            self._choosing, self._chosen = True, False
        elif name == "option":
            self._chosen = "selected" in attributes and attributes.get("value") != "" and self._shows_values
        elif name in BLOCK or name == "br":
            self._page.open(name, attributes, at, self._excerpt.origin(end - 1) + 1)
        elif name in ("b", "strong", "a"):
            self._page.style(name, True)
        elif self._fragment and not is_known(name):
            self._plain(start, end)

    def _font(self, name: str, attributes: Mapping[str, str]) -> None:
        """A font of signs begins, or an element inside the one that switched it on."""
        if name in VOID:
            return
        if name in BLOCK:
            self._signs = None
        if self._signs is not None:
            self._signs_depth += name == self._signs_of
        elif "style" in attributes or "face" in attributes:
            self._signs = symbol_font(font_families(attributes))
            self._signs_of, self._signs_depth = name, 0

    def _font_ends(self, name: str) -> None:
        if name in BLOCK:
            self._signs = None
        elif name == self._signs_of:
            self._signs_depth -= 1
            if self._signs_depth < 0:
                self._signs = None

    @property
    def _shows_values(self) -> bool:
        """Whether what is typed or chosen here belongs to a form, not to the search box of the site."""
        return self._page.in_table or self._page.in_line

    def _input(self, attributes: Mapping[str, str], start: int, end: int) -> None:
        if not holds_text(attributes):
            self._page.text(tick_of(attributes), *self._excerpt.origins(start, end))
        elif self._shows_values or "readonly" in attributes or "disabled" in attributes:
            line = self._attribute("value", start, end)
            if line is not None:
                self._page.mapped(line.text)

    def _end_tag(self, name: str, start: int, end: int) -> None:
        if self._dropped is not None:
            if self._inner.get(name, 0):
                self._inner[name] -= 1
                return
            if name == self._dropped:
                self._dropped = None
                return
            if not self._page.is_open(name):
                return
            self._dropped = None  # its own end tag is missing
        self._font_ends(name)
        if name in ("select", "option") or (name in BLOCK and self._page.is_open(name)):
            self._choosing = self._choosing and name == "option"
            self._chosen = False
        if name == "title":
            self._end_title()
        elif name in BLOCK or name == "br":
            self._page.close(name, self._excerpt.origin(start))
        elif name in ("b", "strong", "a"):
            self._page.style(name, False)
        elif self._fragment and not is_known(name):
            self._plain(start, end)

    def _text(self, start: int, end: int) -> None:
        if self._is_drawn:
            self._plain(start, end)

    @property
    def _is_drawn(self) -> bool:
        return self._dropped is None and (not self._choosing or self._chosen)

    def _reference(self, drawn: str, start: int, end: int) -> None:
        self._budget.add_mark()
        if not drawn or not self._is_drawn:
            return
        if drawn.strip(_COLLAPSIBLE):
            self._add(drawn, start, end)
        else:
            self._space(drawn, start, end)

    def _plain(self, start: int, end: int) -> None:
        for run in matches(_RUNS, self._excerpt.text[start:end]):
            a, b = start + run.start(), start + run.end()
            if run[0][0] in _COLLAPSIBLE:
                self._space(run[0], a, b)
            else:
                self._add(run[0], a, b)

    def _add(self, text: str, start: int, end: int) -> None:
        if self._title is not None:
            self._title.add(text, *self._excerpt.origins(start, end))
        else:
            drawn = text if self._signs is None else draw(text, self._signs)
            self._page.text(drawn, *self._excerpt.origins(start, end))

    def _space(self, text: str, start: int, end: int) -> None:
        origins = self._excerpt.origins(start, end)
        if self._title is not None:
            self._title.add(" ", *origins)
        elif self._page.preformatted:
            self._preformatted(text, start)
        elif self._fragment and "\n" in text and not self._page.in_table:
            self._page.soft_line_end()
        else:
            self._page.space(*origins)

    def _preformatted(self, text: str, start: int) -> None:
        for index, part in enumerate(text.split("\n")):
            if index:
                self._page.line_end()
            if part:
                self._page.text(part, *self._excerpt.origins(start, start + len(part)))
            start += len(part) + 1

    def _end_title(self) -> None:
        title = self._title.take() if self._title is not None else None
        self._title = None
        if title is not None:
            self._meta.append(Meta("title", title.text.strip()))

    def _meta_element(self, attributes: Mapping[str, str], start: int, end: int) -> None:
        name = attributes.get("name") or attributes.get("property")
        if not name or "content" not in attributes:
            return
        line = self._attribute("content", start, end)
        if line is not None:
            self._meta.append(Meta(name.strip(), line.text.strip()))

    def _attribute(self, name: str, start: int, end: int) -> Line | None:
        """The value of an attribute of the tag at ``[start, end)``, with its place; ``None`` where it is blank."""
        value = LineBuilder()
        for match in ATTRIBUTE.finditer(self._excerpt.text[start:end], 1):
            group = next((g for g in ("double", "single", "bare") if match[g] is not None), None)
            if match["name"].lower() == name and group is not None:
                self._attribute_value(value, start + match.start(group), start + match.end(group))
                break
        return value.take()

    def _attribute_value(self, value: LineBuilder, start: int, end: int) -> None:
        at = start
        for match in REFERENCE.finditer(self._excerpt.text, start, end):
            drawn = resolve_reference(match[0])
            if drawn is None:
                continue
            self._attribute_text(value, at, match.start())
            value.add(drawn, *self._excerpt.origins(match.start(), match.end()))
            at = match.end()
        self._attribute_text(value, at, end)

    def _attribute_text(self, value: LineBuilder, start: int, end: int) -> None:
        for line in self._excerpt.text[start:end].split("\n"):
            if line:
                value.add(line, *self._excerpt.origins(start, start + len(line)))
            start += len(line) + 1
            if start <= end:
                value.add(" ", *self._excerpt.origins(start - 1, start))


def _attributes(token: Token) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in token.attrs or ():
        found.setdefault(name, value or "")
    return found
