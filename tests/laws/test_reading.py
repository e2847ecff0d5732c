"""Every character of the reading text stands exactly where the document has it, in Markdown, HTML and plain text.

Documents are put together from parts whose reading is known when they are written: what a part looks like in the source,
what it reads as, and which source range each character of that stands for. No expectation comes from a reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field
from hypothesis import given, settings
from hypothesis import strategies as st

from govreply.blocks import Block, Line
from govreply.readers import read
from govreply.span import Span

Place = tuple[str, int, int]


@define
class Paper:
    """A document as it is written, with the lines that it must read as."""

    line_end: str = "\n"
    source: str = ""
    lines: list[list[Place]] = field(factory=list)

    def new_line(self) -> None:
        self.lines.append([])

    def mark(self, text: str) -> None:
        """Something that does not show."""
        self.source += text.replace("\n", self.line_end)

    def show(self, text: str) -> None:
        """Characters that stand for themselves."""
        at = len(self.source)
        self.source += text
        self.lines[-1] += [(c, at + n, at + n + 1) for n, c in enumerate(text)]

    def draw(self, source: str, text: str) -> None:
        """Source that as a whole stands for `text`."""
        at = len(self.source)
        self.source += source.replace("\n", self.line_end)
        self.lines[-1] += [(c, at, len(self.source)) for c in text]


@define
class Atom:
    """An inline part: what it hides before and after, and what shows in between, drawn by ``source`` if that differs."""

    text: str
    source: str = ""
    before: str = ""
    after: str = ""

    def write(self, paper: Paper) -> None:
        paper.mark(self.before)
        if self.source:
            paper.draw(self.source, self.text)
        else:
            paper.show(self.text)
        paper.mark(self.after)


words = st.text("甲乙丙市局办理情况答复𠀀，。：（）〔〕《》“”0123abc", min_size=1, max_size=8).filter(
    # a number at the start of a line is a list in Markdown, which other tests look at
    lambda w: not w[0].isdigit()
)
nested_letters = st.text("甲乙丙市局", min_size=1, max_size=5)
INLINE_HTML = [
    Atom("&", "&amp;"),
    Atom("<", "&lt;"),
    Atom("\u00a0", "&nbsp;"),
    Atom("—", "&#8212;"),
    Atom("𠀀", "&#x20000;"),
    Atom("☑", '<input type="checkbox" checked="checked"/>'),
    Atom("☐", "<input type=radio disabled>"),
    Atom("2", before="<sub>", after="</sub>"),
    Atom("局", before='<span style="color:red" title="a>b">', after="</span>"),
    Atom("丙", before="<!-- 甲 ** 乙 -->", after="<o:p></o:p>"),
    Atom("告", before="<b>", after="</b>"),
    Atom("全文", before='<a href="/x?a=1&amp;b=2">', after="</a>"),
]
html_atoms = st.one_of(words.map(Atom), st.sampled_from(INLINE_HTML))
markdown_atoms = st.one_of(
    words.map(Atom),
    nested_letters.map(lambda w: Atom(w, before=" **", after="** ")),
    nested_letters.map(lambda w: Atom(w, before=" *", after="* ")),
    nested_letters.map(lambda w: Atom(w, before="[", after='](http://a.cn/b "丙")')),
    nested_letters.map(lambda w: Atom(w, before=" `", after="` ")),
    st.sampled_from(
        [
            *INLINE_HTML,
            Atom("*", "\\*"),
            Atom(">", "\\>"),
            Atom("<中长期规划>"),
            Atom("138****1234"),
            Atom("[2023]"),
            Atom("http://a.cn/b", before="<", after=">"),
            Atom("丁", before="![图](a.png)"),
        ]
    ),
)


def _write_atoms(paper: Paper, atoms: Sequence[Atom]) -> None:
    for atom in atoms:
        # spaces around emphasis show, and are written apart so that no other part is glued to the marks
        before = atom.before.lstrip(" ")
        if before != atom.before:
            paper.show("，")
            paper.show(" ")
        Atom(atom.text, atom.source, before, atom.after.rstrip(" ")).write(paper)
        if before != atom.before:
            paper.show(" ")
            paper.show("，")


def _rows(draw: st.DrawFn, atoms: st.SearchStrategy[Atom]) -> list[list[Atom]]:
    # the first part is a word, so that no line begins with a mark that would make a block of it
    row = st.tuples(words.map(Atom), st.lists(atoms, max_size=4)).map(lambda t: [t[0], *t[1]])
    return draw(st.lists(row, min_size=1, max_size=3))


@st.composite
def markdown(draw: st.DrawFn) -> Paper:
    paper = Paper(line_end=draw(st.sampled_from(["\n", "\r\n", "\r"])))
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(["paragraph", "heading", "number", "bullet", "quote", "pipes", "tabs", "html"]))
        rows = _rows(draw, markdown_atoms)
        if kind == "pipes":
            for number, row in enumerate(rows):
                paper.mark("| ")
                paper.new_line()
                _write_atoms(paper, row)
                paper.mark(" |  |")
                paper.mark("\n|---|:-:|\n" if number == 0 else "\n")
        elif kind == "tabs":
            for row in rows * 2:
                paper.new_line()
                _write_atoms(paper, row)
                paper.mark("\t\t")
                paper.new_line()
                _write_atoms(paper, [Atom("丁")])
                paper.mark("\n")
        elif kind == "html":
            paper.mark("<table><tr><td>")
            paper.new_line()
            _write_atoms(paper, [Atom("甲"), *draw(st.lists(st.sampled_from(INLINE_HTML), max_size=3))])
            paper.mark("</td></tr></table>\n")
        elif kind == "heading":
            paper.mark("#" * draw(st.integers(1, 6)) + " ")
            paper.new_line()
            _write_atoms(paper, rows[0])
            paper.mark(draw(st.sampled_from(["\n", " ##\n", "  \n"])))
        else:
            _write_paragraph(draw, paper, kind, rows)
        paper.mark("\n")
    return paper


def _write_paragraph(draw: st.DrawFn, paper: Paper, kind: str, rows: list[list[Atom]]) -> None:
    for number, row in enumerate(rows):
        paper.new_line()
        if kind == "number" and number == 0:
            paper.show(f"{draw(st.integers(1, 99))}. ")
        elif kind == "bullet":
            paper.mark("- " if number == 0 else "  ")
        elif kind == "quote":
            paper.mark("> ")
        elif kind == "number":
            paper.mark("    ")
        _write_atoms(paper, row)
        last = number == len(rows) - 1
        paper.mark("\n" if last else draw(st.sampled_from(["\n", "  \n", "<br>\n", "\\\n"])))


@st.composite
def page(draw: st.DrawFn) -> Paper:
    paper = Paper(line_end=draw(st.sampled_from(["\n", "\r\n", "\r"])))
    paper.mark("<!DOCTYPE html>\n<html><head><style>p{a:b}</style><script>if (a<b) c('<p>');</script></head>\n<body>\n")
    for _ in range(draw(st.integers(1, 5))):
        opening, closing = draw(
            st.sampled_from(
                [
                    ("<p>", "</p>"),
                    ("<p>", ""),
                    ('<div class="a b">', "</div>"),
                    ("<h2>\n", " </h2>"),
                    ("<ul><li>", "</ul>"),
                    ("<table>\n<tr><td>", "\n<td></table>"),
                    ("<table><tr><td>\n<table><tr><th>", "</table></td></tr></table>"),
                    ("<center><font size=5>", "</font></center>"),
                ]
            )
        )
        paper.mark(opening)
        for number, row in enumerate(_rows(draw, html_atoms)):
            if number:
                paper.mark(draw(st.sampled_from(["<br>", "<br/>\n  ", "</br>"])))
            paper.new_line()
            for place, atom in enumerate(row):
                if place and draw(st.booleans()):
                    gap = draw(st.sampled_from([" ", "\n", " \n\t ", "  "]))
                    paper.draw(gap, " ")
                atom.write(paper)
        paper.mark(closing + "\n")
    paper.mark("</body></html>")
    return paper


@st.composite
def plain(draw: st.DrawFn) -> Paper:
    paper = Paper(line_end=draw(st.sampled_from(["\n", "\r\n", "\r"])))
    signs = [Atom("&", "&amp;"), Atom("\u00a0", "&nbsp;"), Atom("☑", "<input type=checkbox checked>")]
    others = [Atom("&ab;"), Atom("<b>"), Atom("**"), Atom("a & b"), Atom("1.")]
    parts = st.one_of(words.map(Atom), st.text("　 甲乙", min_size=1).map(Atom), st.sampled_from([*signs, *others]))
    for _ in range(draw(st.integers(1, 6))):
        paper.new_line()
        for atom in [Atom("甲"), *draw(st.lists(parts, max_size=4))]:
            atom.write(paper)
        paper.mark(draw(st.sampled_from(["\n", "\n\n", "\n \n", "\f"])))
    return paper


def _lines(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for cell in block.cells:
                yield from _lines(cell.blocks)


def _check(paper: Paper, name: str) -> None:
    found = list(_lines(read(paper.source, name).blocks))
    assert [line.text.text for line in found] == ["".join(c for c, _, _ in line) for line in paper.lines]
    for line, expected in zip(found, paper.lines, strict=True):
        for at, (_, start, end) in enumerate(expected):
            assert line.text.span(at, at + 1) == Span(start, end)


@settings(max_examples=200)
@given(markdown())
def test_markdown_reads_as_it_was_written(paper: Paper) -> None:
    _check(paper, "a.md")


@settings(max_examples=200)
@given(page())
def test_html_reads_as_it_was_written(paper: Paper) -> None:
    _check(paper, "a.html")


@settings(max_examples=200)
@given(plain())
def test_plain_text_reads_as_it_was_written(paper: Paper) -> None:
    _check(paper, "a.txt")


_BITS = [
    "**",
    "](",
    "<b>",
    "</b>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<p>",
    "<!--",
    "-->",
    "</>",
    "<div>",
    "</div>",
]
_BITS += ["&amp;", "&#10;", "```", "1.", "|---|", "<select>", "<li>", "<ul>", "<h1>", "<pre>", "<script>", "<title>"]
soup = st.lists(
    st.sampled_from(
        [
            *"*_`[]()!<>&;\\|#-+ \t\n\r\f\"'=/甲a1.、　\ud800\ufeff𠀀",
            *_BITS,
            *("\n\n", "\r\n", "    ", "> ", "<input type=checkbox>"),
        ]
    ),
    min_size=1,
    max_size=40,
).map("".join)


@settings(max_examples=400)
@given(soup, st.sampled_from(["text/markdown", "text/plain", "text/html"]))
def test_any_text_is_read_and_every_position_lies_in_it(text: str, media_type: str) -> None:
    document = read("文" + text, "x", media_type=media_type)
    source = document.source.text
    for line in _lines(document.blocks):
        assert "\n" not in line.text.text
        assert "\r" not in line.text.text
        for at, character in enumerate(line.text.text):
            span = line.text.span(at, at + 1)
            assert 0 <= span.start < span.end <= len(source)
            if len(span) == 1 and not character.isspace():
                assert source[span.start] == character
        for start, end in (*line.strong, *line.links):
            assert 0 <= start < end <= len(line.text)


@settings(max_examples=400)
@given(soup)
def test_lines_of_plain_text_and_markdown_come_in_order_and_share_no_character(text: str) -> None:
    for media_type in ("text/plain", "text/markdown"):
        at = 0
        for line in _lines(read("文" + text, "x", media_type=media_type).blocks):
            if not line.text.text:
                continue
            assert line.text.whole.start >= at
            at = line.text.whole.end


@settings(max_examples=400)
@given(soup)
def test_no_letter_of_markdown_without_html_is_lost(text: str) -> None:
    # what is left has no tags, references, images, targets of links or names of fences, whose letters may not show
    text = "文" + text.translate(str.maketrans("<&!\\", "（、、、")).replace("](", "]（").replace("`", "")
    shown = "".join(line.text.text for line in _lines(read(text, "x.md").blocks))
    for letter in "甲a1、𠀀文":
        assert shown.count(letter) == text.count(letter)
