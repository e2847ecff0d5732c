"""PDF files that are not read, and why."""

from __future__ import annotations

import re

import pytest

from govreply import api
from govreply.errors import Cause, UnreadableError
from govreply.limits import Limits
from govreply.readers import read
from govreply.testing import Letter
from govreply.testing.render_pdf import PdfPage, write_pdf
from tests.readers.pdf.make import image, lines_of, pdf, text

LINES = "".join(text("本市各区排水管网普查工作已于上年完成", 79, y) for y in range(100, 700, 28))


def refused(data: bytes, limits: Limits | None = None) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(data, "letter.pdf", limits=limits or Limits())
    return caught.value


def test_a_page_that_is_an_image_needs_recognition() -> None:
    found = refused(pdf(image()))
    assert (found.cause, found.detail) == (Cause.NEEDS_OCR, "no text on page 1 of 1, only an image")


def test_a_document_of_which_some_pages_are_images_is_not_passed_for_the_whole() -> None:
    found = refused(pdf(LINES, image() + text("— 2 —", 280, 790), LINES, image()))
    assert (found.cause, found.detail) == (Cause.NEEDS_OCR, "no text on page 2, 4 of 4, only an image")


def test_a_scan_in_strips_is_a_scan() -> None:
    assert refused(pdf("".join(image(0, y, 595, 85) for y in range(0, 840, 84)))).cause is Cause.NEEDS_OCR


def test_the_recognised_text_behind_a_scan_is_read() -> None:
    behind = "".join(text("本市各区排水管网普查工作已于上年完成。", 79, y, before="3 Tr") for y in (100, 128, 156))
    file = pdf(image() + behind)
    assert lines_of(file) == ["本市各区排水管网普查工作已于上年完成。"] * 3
    told = [(d.code, d.detail) for d in api.parse(pdf(LINES, image() + behind), "a.pdf").diagnostics]
    assert ("text-recognised", "2") in told


def test_printed_text_is_not_told_to_be_recognised() -> None:
    assert "text-recognised" not in [d.code for d in api.parse(pdf(LINES), "a.pdf").diagnostics]


def test_a_seal_or_an_emblem_makes_no_scan() -> None:
    assert len(lines_of(pdf(image(300, 600, 120, 120) + LINES))) > 0


def test_signs_that_mean_nothing_need_recognition() -> None:
    found = refused(write_pdf([PdfPage(LINES.encode())], unicode_fonts=False))
    assert found.cause is Cause.NEEDS_OCR
    assert found.detail == "text layer has no Unicode on page 1 of 1"


def test_a_few_signs_that_mean_nothing_are_shown_as_lost_and_many_are_not_passed() -> None:
    lost = "BT /F1 16 Tf 1 0 0 1 79 {y} Tm <{codes}> Tj ET\n"
    few = LINES + lost.format(y=120, codes="6C34E000")
    assert lines_of(pdf(few))[-1] == "水\ufffd"
    found = refused(pdf(LINES + lost.format(y=120, codes="6C34" + "E000" * 12)))
    assert (found.cause, found.detail) == (Cause.NEEDS_OCR, "text layer has no Unicode for 12 of 409 characters")


def test_drawings_without_text_need_recognition_and_nothing_is_empty() -> None:
    assert refused(pdf("1 w 79 100 m 300 100 l S\n")).cause is Cause.NEEDS_OCR
    assert refused(pdf("")).cause is Cause.EMPTY


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_truncated_file_is_corrupt(tenth: int) -> None:
    data = Letter().to_pdf()
    assert refused(data[: len(data) * tenth // 10]).cause is Cause.CORRUPT


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing at all\n%%EOF\n", write_pdf([])])
def test_a_file_without_pages_is_corrupt(data: bytes) -> None:
    assert refused(data).cause is Cause.CORRUPT


def test_a_file_behind_a_password_is_encrypted() -> None:
    identity = b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O (" + b"A" * 32 + b") /U (" + b"B" * 32 + b") >>"
    data = Letter().to_pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R " + identity + lock)
    assert refused(data).cause is Cause.ENCRYPTED


def test_an_unknown_lock_is_encrypted() -> None:
    data = Letter().to_pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Adobe.PubSec /V 4 >>")
    assert refused(data).cause is Cause.ENCRYPTED


def test_pages_and_characters_have_limits() -> None:
    data = pdf(LINES, LINES, LINES)
    assert len(read(data, "a.pdf", limits=Limits(pages=3)).blocks) > 0
    found = refused(data, Limits(pages=2))
    assert (found.cause, found.detail) == (Cause.LIMIT, "limit pages is 2: 3 pages")
    assert refused(data, Limits(characters=300)).cause is Cause.LIMIT


def test_drawings_have_a_limit() -> None:
    many = "".join(f"{x} 100 m {x} 200 l S\n" for x in range(600))
    assert refused(pdf(LINES + many), Limits(blocks=500)).cause is Cause.LIMIT


def test_rubbish_behind_the_end_does_no_harm() -> None:
    assert lines_of(pdf(LINES) + b"\r\n<!-- served by proxy -->\n") == lines_of(pdf(LINES))


@pytest.mark.parametrize("box", ["0 0 1e39 842", "0 0 1e30 842", "0 0 0 842", "1e38 0 -1e38 842"])
def test_a_page_without_a_size_is_corrupt_or_has_the_usual_one(box: str) -> None:
    file = re.sub(rb"/MediaBox \[[^]]*\]", f"/MediaBox [{box}]".encode(), pdf(LINES))
    assert file != pdf(LINES)
    try:
        assert read(file, "a.pdf").blocks
    except UnreadableError as error:
        assert error.cause is Cause.CORRUPT


def test_signs_and_lines_far_off_the_page_are_none() -> None:
    far = text("甲", 1e30, 100) + text("乙", 79, 100, size=1e30) + "0.5 w 1e38 1e38 m -1e38 -1e38 l S\n"
    assert lines_of(pdf(LINES + far)) == lines_of(pdf(LINES))
