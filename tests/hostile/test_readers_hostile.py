"""Inputs made to exhaust a reader end as blocks or as a passed limit; nothing else is raised, and nothing recurses."""

from __future__ import annotations

import sys

import pytest

from govreply.blocks import Line
from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits
from govreply.readers import read

N = 20_000
NAMES = ("a.md", "a.txt", "a.html")
REPEATED = {
    "comments without end": "<!--" * N,
    "declarations without end": "<![" * N,
    "guillemets": "《" * 10_000,
    "asterisks": "*" * N,
    "asterisks and letters": "*a" * N,
    "bold that opens": "**a " * N,
    "bold that closes": "a** " * N,
    "mixed emphasis": "*a **b _c__d " * N,
    "underscores": "_" * N,
    "brackets": "[" * N,
    "pairs of brackets": "[]" * N,
    "links without end": "[](a" * N,
    "brackets, then targets": "[" * N + "](a.b" * N,
    "images": "![" * N + "](a.b)" * N,
    "backticks": "".join("`" * (n % 300) + "a" for n in range(2000)),
    "ampersands": "&" * N,
    "references": "&amp;" * N,
    "backslashes": "\\" * N,
    "angle brackets": "<" * N,
    "tags without end": "<a " * N,
    "attributes without end": '<a b="' * N,
    "many attributes": "<a" + " b=c" * N + ">",
    "quotations in one line": ">" * N,
    "quotations in many lines": ("> " * 30 + "a\n") * 500,
    "quotation that lazily goes on": "> > > > > > a\n" + "b\n" * 5000,
    "lists in one line": "- " * N + "a",
    "numbers in one line": "1. " * N + "a",
    "lists that step in": "".join(" " * n + "- a\n" for n in range(500)),
    "rules": "* " * N,
    "fences": "```\n" * N,
    "spaces": " " * N + "a",
    "tabs": "a\t" * N,
    "pipes": "|" * N + "\n" + "|-" * N,
    "carriage returns": "\r" * N + "a",
    "tables cut in two": "<table>\n\n" * 5000 + "</table>",
    "tables never closed": "<table><tr><td>" * 150,
    "rows": "<table>" + "<tr>" * N,
    "cells that span rows": "<table><tr>" + "<td rowspan=65534>" * 1000 + "<tr><td>x" * 1000,
    "cells that span columns": "<table>" + "<tr><td colspan=99999999999>x" * 2000,
    "selects": "<select>" * N,
    "buttons": "<button><div>" * N,
    "titles": "<title>" * N,
    "scripts": "a<script>" * N,
    "items in depth": "<ul><li><ul>" + "<div>" * 300 + "<li></li>" * N,
    "bold tags": "<b>a" * N,
    "headings": "<h1>" * N,
    "lone surrogates": "\ud800a\n" * 1000,
    "classes": "<div class='" + "x " * N + "'>" + "<p>y" * 100,
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", REPEATED)
def test_repetition_is_read(what: str, name: str) -> None:
    text = REPEATED[what]
    document = read("<p>文" + text if name == "a.html" else "文\n\n" + text, name)
    assert document.source.text.endswith(text)


@pytest.mark.parametrize("name", NAMES)
def test_depth_is_bounded_by_a_limit_and_never_by_the_stack(name: str) -> None:
    text = "<div>" * 100_000
    assert len(text) // 5 > sys.getrecursionlimit()
    if name == "a.txt":
        assert len(read(text, name).blocks) == 1
        return
    with pytest.raises(UnreadableError) as raised:
        read(text, name)
    assert raised.value.cause is Cause.LIMIT
    assert "nesting is 512" in raised.value.detail


def test_depth_within_the_limit_is_read() -> None:
    (line,) = read("<div>" * 500 + "文", "a.html").blocks
    assert len(line.inside) == 64


def test_inline_elements_never_closed_are_no_depth() -> None:
    assert len(read("<p>" + "<font><span>文" * 5000, "a.html").blocks) == 1


@pytest.mark.parametrize(
    ("text", "name", "limits", "told"),
    [
        ("文" * 100, "a.txt", Limits(bytes=299), "bytes is 299: 300 bytes"),
        ("文" * 100, "a.txt", Limits(characters=99), "characters is 99: 100 characters"),
        ("文\n" * 11, "a.txt", Limits(blocks=10), "blocks is 10"),
        ("文\n\n" * 11, "a.md", Limits(blocks=10), "blocks is 10"),
        ("文" + "\n" * 101, "a.md", Limits(blocks=10), "blocks is 10: 102 lines"),
        ("文" + "\n" * 101, "a.txt", Limits(blocks=10), "blocks is 10: 102 lines"),
        ("<p>文" * 11, "a.html", Limits(blocks=10), "blocks is 10"),
        ("<table><tr>" + "<td>" * 11, "a.html", Limits(blocks=10), "blocks is 10"),
        ("|" * 12 + "\n" + "|-" * 12, "a.md", Limits(blocks=10), "blocks is 10"),
        ("a\tb\tc\td\n" * 3, "a.txt", Limits(blocks=10), "blocks is 10"),
        (
            "<table><tr>" + "<td rowspan=9999>" * 500 + "<tr><td>" * 101,
            "a.html",
            Limits(blocks=1000),
            "too many table cells that span rows",
        ),
        ("<hr>" * 11, "a.html", Limits(blocks=10), "blocks is 10"),
        ("*a" * 21, "a.md", Limits(blocks=10), "more than 20 inline marks"),
        ("&amp;" * 21, "a.txt", Limits(blocks=10), "more than 20 inline marks"),
        ("<p>" + "&amp;" * 21, "a.html", Limits(blocks=10), "more than 20 inline marks"),
        ("<table><td><table><td>文", "a.html", Limits(nesting=3), "nesting is 3"),
    ],
)
def test_each_limit_is_named_with_its_value(text: str, name: str, limits: Limits, told: str) -> None:
    for data in (text, text.encode()):
        with pytest.raises(UnreadableError) as raised:
            read(data, name, limits=limits)
        assert raised.value.cause is Cause.LIMIT
        assert told in raised.value.detail


def test_one_line_of_32_megabytes() -> None:
    with pytest.raises(UnreadableError) as raised:
        read(b"a" * (32 * 1024 * 1024), "a.md")
    assert raised.value.cause is Cause.LIMIT
    assert "characters is 8000000" in raised.value.detail
    with pytest.raises(UnreadableError) as raised:
        read(b"a" * (50 * 1024 * 1024), "a.md")
    assert "bytes is 33554432" in raised.value.detail


@pytest.mark.parametrize("name", NAMES)
def test_the_longest_line_that_is_allowed(name: str) -> None:
    text = "文" * 7_999_990
    (line,) = read("<p>" + text if name == "a.html" else text, name).blocks
    assert isinstance(line, Line)
    assert line.text.text == text
