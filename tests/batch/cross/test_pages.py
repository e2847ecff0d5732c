"""Pages are counted as a person counts them: an empty last page may be counted or not."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from govreply.batch.catalogue.table import read_catalogue
from govreply.batch.cross import page_count_mismatch
from govreply.batch.cross.engine import apply
from govreply.batch.cross.examples import stored
from govreply.batch.cross.letters import first
from govreply.testing import Format


def _with_empty_page(data: bytes) -> tuple[bytes, int]:
    """The file with one more page, and how many pages it has then."""
    document = pypdfium2.PdfDocument(data)
    document.new_page(595, 842)
    count = len(document)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue(), count


@pytest.mark.parametrize(("more", "findings"), [(-2, 1), (-1, 0), (0, 0), (1, 1)])
def test_an_empty_last_page(tmp_path: Path, more: int, findings: int) -> None:
    data, count = _with_empty_page(first().to_file(Format.PDF))
    table = tmp_path / "目录.csv"
    table.write_text(f"题名,页数,文件名\n甲,{count + more},a.pdf\n", encoding="utf-8")
    store = stored({"a.pdf": data})
    apply(store, catalogue=read_catalogue(table), rules=(page_count_mismatch.RULE,))
    assert store.db.execute("SELECT count(*) FROM cross_findings").fetchone()[0] == findings
    assert store.db.execute("SELECT pages FROM documents").fetchone()[0] == count
