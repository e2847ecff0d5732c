"""DOCX files that others made: python-docx, LibreOffice. mammoth and their sources are the oracle."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from pathlib import Path

import docx
import mammoth  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings

from govreply import api
from govreply.blocks import Block, Line, LineKind
from govreply.readers import read
from govreply.testing import Form, Letter
from govreply.testing.expectations import expected, observed
from govreply.testing.letter import Person
from govreply.testing.strategies import letters
from tests.readers.docx.build import shown

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: make system-packages")
FIXTURE = Path(__file__).parent / "letter.fodt"


def converted(source: Path, folder: Path) -> bytes:
    """`source` as LibreOffice writes it as DOCX."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(SOFFICE),
        "--headless",
        profile,
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return (folder / source.with_suffix(".docx").name).read_bytes()


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Line):
            found.append(block.text.text)
        else:
            found.extend(line for cell in block.cells for line in _lines(cell.blocks))
    return found


@settings(max_examples=25)
@given(letters())
def test_mammoth_reads_the_same_text(letter: Letter) -> None:
    data = letter.to_docx()
    raw = mammoth.extract_raw_text(io.BytesIO(data)).value
    body = [line.strip() for line in raw.split("\n") if line.strip()]
    ours = [line.strip() for line in _lines(read(data, "a.docx").blocks)]
    assert ours[:-1] == body  # the last line is the footer, which mammoth leaves out
    assert ours[-1] == "—  —"


def test_a_document_of_python_docx() -> None:
    made = docx.Document()
    made.add_heading("关于第7号提案的答复", level=1)
    made.add_paragraph("沈一帆委员：")
    made.add_paragraph("摸清底数", style="List Number")
    made.add_paragraph("分类改造", style="List Number")
    paragraph = made.add_paragraph("加粗")
    paragraph.runs[0].bold = True
    paragraph.add_run("不加粗")
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "办理效果"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "满意"
    table.cell(1, 1).text = "甲"
    table.cell(1, 2).text = "乙"
    out = io.BytesIO()
    made.save(out)
    blocks = read(out.getvalue(), "a.docx").blocks
    assert [shown(b) for b in blocks] == [
        "关于第7号提案的答复",
        "沈一帆委员：",
        "1. 摸清底数",
        "2. 分类改造",
        "加粗不加粗",
        "办理效果|满意↵甲|乙",
    ]
    first, bold = blocks[0], blocks[4]
    assert isinstance(first, Line)
    assert isinstance(bold, Line)
    assert (first.kind, first.depth) == (LineKind.HEADING, 1)
    assert bold.strong == ((0, 2),)


@needs_libreoffice
def test_a_document_of_libreoffice(tmp_path: Path) -> None:
    """The fixture has a list of two levels, a merged table, a tracked change, a note, a hidden word and a text box."""
    blocks = read(converted(FIXTURE, tmp_path), "letter.docx").blocks
    inside = [(shown(b).strip(), b.inside) for b in blocks]
    assert [text for text, where in inside if not where] == [
        "澄江市水务局文件",
        "对市政协第15号提案的答复",
        "沈一帆委员：",
        "一、疏浚河道",
        "（一）摸清底数",
        "（二）分段施工",
        "二、日常管护",
        "河长每月巡查两次。",
        "办理效果|☑解决问题 □等待时机↵见面|座谈",
    ]
    assert ("内部资料", ("header",)) in inside
    assert ("巡查记录见附件。", ("aside",)) in inside


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_a_letter_that_went_through_libreoffice_is_read_as_the_letter(suffix: str, tmp_path: Path) -> None:
    letter = Letter(
        form=Form(),
        joint_agencies=("市财政局",),
        disclosure="此件公开发布",
        date=datetime.date(2023, 6, 12),
        contacts=(),
        people=(Person(names=("方晓岚",), phones=("027-85550136",)),),
    )
    given_folder = tmp_path / "given"
    given_folder.mkdir()
    source = given_folder / f"letter.{suffix}"
    source.write_bytes(letter.to_docx() if suffix == "docx" else letter.to_html().encode())
    reply = api.parse(converted(source, tmp_path), "letter.docx")
    wanted, found = expected(letter), observed(reply)
    assert {key: found[key] for key in wanted} == wanted
