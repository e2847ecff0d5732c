"""What is fuzzed can be run without the fuzzer: every seed is sound, and any bytes stand for something."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz.fragments import FRAGMENTS, bytes_of, text_of
from fuzz.parts import archive_of, flat
from fuzz.targets import TARGETS
from govreply import api
from govreply.testing import Letter


def test_each_reader_and_the_grammar_is_a_target() -> None:
    assert list(TARGETS) == ["markdown", "text", "html", "docx", "pdf", "ofd", "grammar"]


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_rubbish_break_nothing(name: str) -> None:
    seeds = list(TARGETS[name].seeds())
    assert len(seeds) >= 4
    for data in (b"", b"\0", b"\xff\xff", seeds[0], seeds[0][:500]):
        TARGETS[name].run(data)


def test_a_fault_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(api, "read_reply", broken)
    with pytest.raises(ZeroDivisionError):
        TARGETS["grammar"].run(b"\0" + bytes_of("尊敬的委员："))


@given(st.text())
def test_every_text_can_be_written_in_fragments(text: str) -> None:
    assert text_of(bytes_of(text)) == text


@given(st.binary(max_size=200))
def test_any_bytes_stand_for_a_text(data: bytes) -> None:
    assert isinstance(text_of(data), str)


def test_a_byte_stands_for_a_word() -> None:
    assert text_of(bytes([FRAGMENTS.index("尊敬的"), FRAGMENTS.index("委员")])) == "尊敬的委员"


@given(st.binary(max_size=200))
def test_any_bytes_stand_for_an_archive(data: bytes) -> None:
    assert zipfile.is_zipfile(io.BytesIO(archive_of(data)))


def test_an_archive_is_the_same_after_it_was_laid_flat() -> None:
    letter = Letter().to_docx()
    again = archive_of(flat(letter))
    assert api.parse(again, "a.docx").title == api.parse(letter, "a.docx").title
    with zipfile.ZipFile(io.BytesIO(letter)) as first, zipfile.ZipFile(io.BytesIO(again)) as second:
        assert {name: first.read(name) for name in first.namelist()} == {
            name: second.read(name) for name in second.namelist()
        }
