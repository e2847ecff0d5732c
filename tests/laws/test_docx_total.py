"""Law: whatever elements a DOCX file is made of, in whatever order, it is read, and every position is one of its text."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st

from govreply.blocks import Document
from govreply.grammar.assemble import read as read_grammar
from govreply.readers import read
from govreply.span import Span
from tests.laws.readings import visible
from tests.readers.docx.build import p, package, part, r

NAMES = (
    *(
        "w:p",
        "w:r",
        "w:t",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:sdt",
        "w:sdtPr",
        "w:sdtContent",
        "w:ins",
        "w:del",
        "w:pPr",
        "w:rPr",
    ),
    *("w:tcPr", "w:trPr", "w:numPr", "w:numId", "w:ilvl", "w:pStyle", "w:rStyle", "w:vMerge", "w:hMerge", "w:gridSpan"),
    *("w:gridBefore", "w:fldChar", "w:instrText", "w:fldSimple", "w:ffData", "w:checkBox", "w:checked", "w:ddList"),
    *(
        "w:sym",
        "w:br",
        "w:tab",
        "w:ruby",
        "w:rubyBase",
        "w:hyperlink",
        "w:pict",
        "w:txbxContent",
        "w:sectPr",
        "w:vanish",
    ),
    *("w14:checkbox", "w14:checked", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "m:t", "w:rFonts"),
    *("w:footnoteReference", "w:headerReference", "w:showingPlcHdr", "w:outlineLvl", "w:b", "w:delText", "w:moveFrom"),
)
VALUES = (
    "",
    "0",
    "1",
    "2",
    "-1",
    "999999999",
    "true",
    "continue",
    "restart",
    "begin",
    "separate",
    "end",
    "F0FE",
    "A",
    "²",
)
ATTRIBUTES = ("w:val", "w:fldCharType", "w:instr", "w:char", "w:font", "w:ascii", "w:id", "w:type", "w14:val")
NUMBERING = part(
    "w:numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
STYLES = part(
    "w:styles",
    '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)

words = st.text("甲乙丙□√☑þR£ EQ\\o(,)PAGE\u00ad\t\n", max_size=6)
attributes = st.dictionaries(st.sampled_from(ATTRIBUTES), st.one_of(st.sampled_from(VALUES), words), max_size=2)


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    name = draw(st.sampled_from(NAMES))
    written = "".join(f" {key}={quoteattr(said)}" for key, said in draw(attributes).items())
    below = "" if depth > 5 else "".join(draw(st.lists(elements(depth + 1), max_size=3)))
    text = escape(draw(words)) if name in ("w:t", "w:instrText", "m:t", "w:delText") else ""
    return f"<{name}{written}>{text}{below}</{name}>"


shaped = st.lists(
    st.one_of(
        elements(), st.lists(elements(), max_size=4).map(lambda inner: f"<w:p><w:r>{''.join(inner)}</w:r></w:p>")
    ),
    max_size=5,
).map("".join)


def _read(body: str) -> Document:
    return read(package(p(r("始")) + body + p(r("终")), related={"numbering": NUMBERING, "styles": STYLES}), "a.docx")


@settings(max_examples=120)
@given(shaped)
def test_any_document_is_read_and_its_positions_lie_in_its_text(body: str) -> None:
    document = _read(body)
    text = document.source.text
    for start, end, character in visible(document):
        assert text[start:end] == character
        (place,) = document.source.locate(Span(start, end)).places
        assert place.paragraph is not None
    ends = 0
    for place in document.source.places:
        assert ends <= place.span.start < place.span.end <= len(text)
        ends = place.span.end


@settings(max_examples=40)
@given(shaped)
def test_nothing_that_is_read_is_lost_by_the_grammar(body: str) -> None:
    document = _read(body)
    covered = bytearray(len(document.source.text))
    for told in read_grammar(document).reply.parts:
        covered[told.span.start : told.span.end] = b"\1" * len(told.span)
    assert [c for start, end, c in visible(document) if not all(covered[start:end])] == []
