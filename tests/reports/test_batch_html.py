"""The page of a batch, without a browser: what its files hold, and that nothing in them is anything but data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreply.batch.store import Store
from govreply.language import Language
from govreply.reports.base import ExtraFileError
from govreply.reports.batch_html import write_html
from govreply.reports.batch_html.scripts import Shelf, drop_others, script_json
from govreply.testing import Letter
from tests.batch.letters import FAULTY
from tests.reports.batches import (
    ATTACKS,
    CONFIDING,
    FILES,
    HELP,
    PRIVATE,
    STATUSES,
    check_folder,
    cross,
    fill_folder,
    hostile_folder,
)

CALL = re.compile(r'govreply\("(\w+)",(\d+),(\[\n.*\n\])\);\n', re.DOTALL)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("batch")
    with check_folder(fill_folder(folder / "in"), folder / "out") as made:
        write_html(made, made.folder, Language.ZH, rules=HELP)
        yield made


def data(folder: Path, kind: str) -> list[Any]:
    """The entries of all files of a kind, in order."""
    entries: list[Any] = []
    for path in sorted((folder / "report-data" / kind).rglob("*.js")):
        call = CALL.fullmatch(path.read_text(encoding="utf-8"))
        assert call is not None
        assert (call[1], int(call[2])) == (kind, int(path.stem))
        entries += json.loads(call[3])
    return entries


def everything(folder: Path) -> dict[str, bytes]:
    paths = [folder / "report.html", *(folder / "report-data").rglob("*.js")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_every_document_has_a_row_and_contents(store: Store) -> None:
    rows, pages = data(store.folder, "list"), data(store.folder, "documents")
    assert [page["number"] for page in pages] == list(range(1, len(FILES) + 1))
    assert [row[0] for row in rows] == [page["name"] for page in pages]
    assert {page["name"].partition("/in/")[2]: page["status"] for page in pages} == STATUSES
    assert all(row[13] == 0 for row in rows)  # all contents fit into one file


def test_the_text_of_a_document_and_the_places_in_it(store: Store) -> None:
    page = next(one for one in data(store.folder, "documents") if one["status"] == "fail")
    assert page["text"] == FAULTY
    issue = next(one for one in page["issues"] if one["severity"] == "error")
    assert [page["text"][place["start"] : place["end"]] for place in issue["places"]] == ["20230171", "20230117"]
    assert ["解决问题", True] in [option[:2] for tick in page["ticks"] for option in tick["options"]]
    fields = {label: value for label, value, _ in page["fields"]}
    assert fields["发文机关"] == "武汉市水务局"
    assert fields["成文日期"] == "2023年6月12日"
    assert fields["签发人"] == ""
    shown = [(value, page["text"][place[0] : place[1]]) for _, value, place in page["fields"] if value and place]
    assert ("武水函〔2023〕21号", "武水函〔2023〕21号") in shown


def test_places_count_as_the_browser_counts(tmp_path: Path) -> None:
    letter = Letter(opening=("𝒽𝒽𝒽𝒽答复如下。",), date="2023年6月31日")
    fill_folder(tmp_path / "in", {"a.md": letter.to_markdown().encode()})
    with check_folder(tmp_path / "in", tmp_path / "out") as store:
        write_html(store, store.folder, Language.ZH)
    (page,) = data(tmp_path / "out", "documents")
    units = page["text"].encode("utf-16-le")
    places = [place for issue in page["issues"] for place in issue["places"]]
    texts = [units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le") for place in places]
    assert "2023年6月31日" in texts


def test_the_same_store_gives_the_same_bytes(store: Store) -> None:
    before = everything(store.folder)
    write_html(store, store.folder, Language.ZH, rules=HELP)
    assert everything(store.folder) == before


def test_a_later_report_leaves_nothing_of_an_earlier_one_and_no_other_file_is_touched(store: Store) -> None:
    before = everything(store.folder)
    stale = [store.folder / "report-data" / name for name in ("list/000009.js", "documents/0003/001700.js")]
    foreign = [store.folder / "report-data" / name for name in ("notes.js", "list/a.js", "list/000009.txt")]
    for path in (*stale, *foreign):
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    write_html(store, store.folder, Language.ZH, rules=HELP)
    assert not any(path.exists() for path in stale)
    assert all(path.exists() for path in foreign)
    for path in foreign:
        path.unlink()
    assert everything(store.folder) == before


def test_the_policy_names_what_the_page_runs_and_nothing_from_elsewhere(store: Store) -> None:
    page = (store.folder / "report.html").read_text(encoding="utf-8")
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found is not None
    policy = found[1].replace("&#39;", "'")
    assert "default-src 'none'" in policy and "http" not in policy and "unsafe" not in policy and "*" not in policy
    for name in ("script", "style"):
        inside = re.findall(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert len(inside) == 1
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert page.count("<script") == 2  # the other one is data
    assert not re.search(r"\son\w+\s*=|\sstyle\s*=", re.sub("<(script|style)>.*?</", "", page, flags=re.DOTALL))
    assert not re.search("https?://|//[a-z]+\\.", re.sub("<script>.*", "", page, flags=re.DOTALL))


@pytest.mark.parametrize("show", [False, True])
def test_what_is_private_is_masked_unless_it_may_be_shown(tmp_path: Path, show: bool) -> None:
    fill_folder(tmp_path / "in", {"信.md": CONFIDING.encode()})
    with check_folder(tmp_path / "in", tmp_path / "out", show_private=show) as store:
        write_html(store, store.folder, Language.ZH)
    text = "\n".join(content.decode() for content in everything(tmp_path / "out").values())
    assert [one for one in PRIVATE if one in text] == (list(PRIVATE) if show else [])
    assert ("138******34" in text) is not show


def test_findings_over_many_lead_to_all_documents(tmp_path: Path) -> None:
    fill_folder(tmp_path / "in")
    with check_folder(tmp_path / "in", tmp_path / "out") as store:
        numbers = [row[0] for row in store.db.execute("SELECT id FROM inputs ORDER BY path LIMIT 2")]
        cross(store, "文号重复", *numbers)
        write_html(store, store.folder, Language.ZH)
    (found,) = data(tmp_path / "out", "cross")
    assert [place["document"] for place in found["places"]] == [1, 2]
    assert [len(page["cross"]) for page in data(tmp_path / "out", "documents")] == [1, 1, 0, 0, 0, 0]


def test_no_data_can_leave_its_script(tmp_path: Path) -> None:
    with hostile_folder(tmp_path / "in", tmp_path / "out") as store:
        write_html(store, store.folder, Language.ZH)
    assert len(data(tmp_path / "out", "documents")) == 2
    for name, content in everything(tmp_path / "out").items():
        text = content.decode("utf-8")
        assert "\u2028" not in text
        if name.endswith(".js"):
            assert "<" not in text
        else:
            assert "\u202e" not in text
            assert text.count("<script") == 2 and text.count("</script") == 2
            assert "&lt;script&gt;window.hit=1" in text


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_stays_a_text(attack: str) -> None:
    told = script_json([attack])
    assert json.loads(told) == [attack]
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", told)


@given(st.text() | st.dictionaries(st.text(), st.text()))
def test_json_for_scripts_says_the_same_without_what_ends_one(value: Any) -> None:
    told = script_json(value)
    assert json.loads(told) == value
    assert not set(told) & set("<>&\u2028\u2029")
    told.encode("utf-8")


def test_a_file_of_data_is_closed_when_it_is_full(tmp_path: Path) -> None:
    shelf = Shelf(folder=tmp_path, kind="documents", most_entries=3, most_characters=50)
    put = [shelf.add("一" * length) for length in (1, 1, 1, 60, 1, 30, 30)]
    shelf.close()
    assert put == [0, 0, 0, 1, 2, 2, 2]
    assert data(tmp_path, "documents") == ["一" * length for length in (1, 1, 1, 60, 1, 30, 30)]


def test_no_folder_holds_too_many_files(tmp_path: Path) -> None:
    shelf = Shelf(folder=tmp_path, kind="documents", most_entries=1, most_characters=1)
    for number in range(1_001):
        shelf.add(number)
    folders = {path.name: len(list(path.iterdir())) for path in (tmp_path / "report-data" / "documents").iterdir()}
    assert folders == {"0000": 500, "0001": 500, "0002": 1}
    drop_others(tmp_path, (Shelf(folder=tmp_path, kind="documents", most_entries=1, most_characters=1, files=2),))
    assert len(data(tmp_path, "documents")) == 2


def test_in_english(store: Store, tmp_path: Path) -> None:
    write_html(store, tmp_path, Language.EN)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "Report on a batch of replies" in page
    visible = re.sub("<(script|style).*?</(script|style)>", "", page, flags=re.DOTALL)
    assert set(re.findall("[一-龥]{3,}", visible)) <= {"武汉市水务局", "武汉市交通运输局"}


def test_a_file_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(ExtraFileError) as caught:
        write_html(store, tmp_path, Language.ZH)
    assert "写不进去" in caught.value.words.zh
