"""Whatever stands in the cells of a catalogue, no rule breaks on it, and every finding names a row or a document."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.fields import WORDS, Field
from govreply.batch.catalogue.sheets import Row, Sheet
from govreply.batch.catalogue.table import understood
from govreply.batch.cross.engine import apply
from govreply.batch.cross.examples import stored
from govreply.batch.cross.letters import another, first
from govreply.batch.cross.metadata_content_mismatch import row
from govreply.testing import Form

_STORE = stored(
    {
        "a.md": first(attachments=("老旧小区改造项目表",)),
        "b.pdf": another(document_number="武水函〔2023〕22号"),
        "c.md": first(form=Form(), document_number="〔2023〕3号", number="117、118"),
        "d.md": "通知\n\n定于明日开会。\n",
    }
)
# pieces of what stands in such cells, and anything else
_PIECES = st.sampled_from(
    [
        *row()[1],
        "a.md",
        "b.pdf;a.md",
        "30年",
        "D15",
        "0194-WS-2016-D30-0001",
        "2023",
        "１２",
        "第",
        "[",
        "）",
        "附件",
        "等",
        "…",
    ]
)
_CELL = st.lists(_PIECES | st.text(max_size=8), max_size=3).map("".join)
_COLUMNS = tuple(WORDS[field].zh for field in Field)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*(_CELL for _ in _COLUMNS)), min_size=1, max_size=5))
def test_no_rule_breaks(rows: list[tuple[str, ...]]) -> None:
    sheet = Sheet("表", tuple(Row(number, cells) for number, cells in enumerate([_COLUMNS, *rows], start=1)))
    try:
        catalogue = understood(Path("目录"), [sheet])
    except CatalogueError:
        return  # not a single entry among the rows
    apply(_STORE, catalogue=catalogue)
    told = _STORE.db.execute(
        "SELECT f.rule, f.message_zh, count(p.finding) AS places FROM cross_findings f"
        " LEFT JOIN cross_places p ON p.finding = f.id GROUP BY f.id"
    ).fetchall()
    assert [row["message_zh"] for row in told if row["rule"] == "rule-crashed" or not row["places"]] == []
