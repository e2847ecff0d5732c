"""Sound letters of many kinds, with catalogues as archives write them: nothing is blamed; each planted slip is found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.sheets import Row, Sheet
from govreply.batch.catalogue.table import understood
from govreply.batch.cross import metadata_content_mismatch
from govreply.batch.cross.engine import apply
from govreply.batch.cross.examples import stored
from govreply.batch.cross.view import View
from govreply.batch.store import Store
from govreply.testing.sound import Sound, sound_letter

LETTERS = 30
HEADER = ("题名", "文号", "责任者", "日期", "主送", "文件名")
FIELDS = (Field.TITLE, Field.NUMBER, Field.ISSUER, Field.DATE, Field.ADDRESSEE)
Cells = list[str]


@cache
def letters() -> tuple[Sound, ...]:
    return tuple(sound_letter(random.Random(seed)) for seed in range(3000, 3000 + LETTERS))


@cache
def batch() -> Store:
    return stored({f"{at:02}.md": letter.letter for at, letter in enumerate(letters())})


def _cells() -> list[Cells]:
    """What the letters themselves say, in the order of their paths."""
    view = View(batch().db)
    rows = []
    for row in view.rows("SELECT id FROM inputs ORDER BY path"):
        reply = view.reply(row["id"])
        rows.append(
            [
                reply.title.text if reply.title else "",
                reply.document_number.text if reply.document_number else "",
                reply.issuer.text if reply.issuer else "",
                reply.signature.date if reply.signature and reply.signature.date else "",
                "、".join(addressee.text for addressee in reply.addressees),
            ]
        )
    return rows


def _differences(rows: list[Cells]) -> list[tuple[int, str]]:
    """(letter, field) of each cell that is blamed."""
    table = [HEADER, *((*cells, f"{at:02}.md") for at, cells in enumerate(rows))]
    sheet = Sheet("", tuple(Row(number, cells) for number, cells in enumerate(table, start=1)))
    store = batch()
    apply(store, catalogue=understood(Path("目录"), [sheet]), rules=(metadata_content_mismatch.RULE,))
    query = (
        "SELECT c.source_row, p.field FROM cross_places p JOIN catalogue_rows c ON c.id = p.catalogue_row"
        " ORDER BY p.finding"
    )
    return [(row["source_row"] - 2, row["field"]) for row in store.db.execute(query)]


def _digit_changed(text: str) -> str:
    """The last digit replaced by another one."""
    at = max((m.start() for m in re.finditer(r"\d", text)), default=None)
    if at is None:
        return text
    return text[:at] + str(int(text[at]) % 9 + 1 if text[at] != "0" else 1) + text[at + 1 :]


SOUND: dict[str, tuple[int, Callable[[str, Cells], str]]] = {
    "as printed": (0, lambda text, _: text),
    "issuer in square brackets": (0, lambda text, cells: f"[{cells[2]}]{text}"),
    "issuer in front": (0, lambda text, cells: f"{cells[2]}{text}"),
    "remark behind": (0, lambda text, _: f"{text}（公开）"),
    "blanks inside": (0, lambda text, _: f"{text[:8]} {text[8:]}"),
    "square brackets": (1, lambda text, _: text.replace("〔", "[").replace("〕", "]")),
    "round brackets and a blank": (1, lambda text, _: text.replace("〔", "（").replace("〕", "） ")),
    "level word alone": (2, lambda text, _: re.sub(r"^.{2,7}?(?=[省市区县州].)", "", text, count=1)),
    "eight digits": (3, lambda text, _: text.replace("-", "")),
    "year and month": (3, lambda text, _: text[:7]),
    "the first and others": (4, lambda text, _: text.split("、")[0] + "等"),
}


@pytest.mark.parametrize("name", SOUND)
def test_other_writings_are_no_differences(name: str) -> None:
    at, write = SOUND[name]
    rows = [[write(text, cells) if i == at and text else text for i, text in enumerate(cells)] for cells in _cells()]
    assert _differences(rows) == []


@pytest.mark.parametrize("at", [0, 1])
def test_every_slip_in_a_digit_is_found(at: int) -> None:
    sound = _cells()
    rows = [[_digit_changed(text) if i == at else text for i, text in enumerate(cells)] for cells in sound]
    planted = [(number, FIELDS[at].value) for number, cells in enumerate(sound) if re.search(r"\d", cells[at])]
    assert len(planted) > LETTERS / 2
    assert _differences(rows) == planted


def test_every_wrong_year_is_found() -> None:
    sound = _cells()
    rows = [[*cells[:3], cells[3] and "19" + cells[3][2:], *cells[4:]] for cells in sound]
    assert _differences(rows) == [(number, "date") for number, cells in enumerate(sound) if cells[3]]


def test_every_wrong_issuer_is_found() -> None:
    rows = [[*cells[:2], "厦门市园林和林业局", *cells[3:]] for cells in _cells()]
    assert _differences(rows) == [(number, "issuer") for number in range(LETTERS)]


def test_formats_and_copies_are_no_second_letters() -> None:
    """One letter in several formats, and once more in another folder, contradicts itself as little as alone."""
    files = {f"{at}/{seed:02}.md": letters()[seed].letter for at in ("甲", "乙") for seed in range(12)}
    files |= {
        f"甲/{seed:02}{suffix}": letters()[seed].letter for seed in range(12) for suffix in (".html", ".txt", ".docx")
    }
    store = stored(files)
    apply(store)
    alone = stored({path: letter for path, letter in files.items() if path.startswith("乙")})
    apply(alone)
    query = "SELECT rule, message_zh FROM cross_findings ORDER BY id"
    assert [tuple(row) for row in alone.db.execute(query)] == []
    assert [tuple(row) for row in store.db.execute(query)] == []
