"""Links lead to the file that is meant and are nothing else, whatever its name."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from govreply.batch.names import stored
from govreply.reports.batch_links import page_link, sheet_link, target

OUT = Path("/data/报告")
HERE = Path("/home/clerk")
NAMES = (
    "a.md",
    "武水函〔2023〕21号 答复.docx",
    "c #1 100%.pdf",
    "100%25.txt",
    "什么?.md",
    "javascript:alert(1).md",
    "http:/evil.example/a.md",
    "&amp;\"'<b>.md",
    "[1]{2}^`.md",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_link_leads_to_its_file(name: str) -> None:
    for folder in ("/data/报告", "/data/收文/2023"):
        found = target(f"{folder}/{name}", OUT, HERE)
        assert found is not None
        link = page_link(found)
        assert link is not None
        whole = urlsplit(urljoin(OUT.as_uri() + "/report.html", link))
        assert (whole.scheme, whole.netloc, whole.query, whole.fragment) == ("file", "", "", "")
        assert unquote(whole.path) == f"{folder}/{name}"
        sheet = sheet_link(found)
        assert sheet.startswith("external:./")
        assert (OUT / unquote(sheet.removeprefix("external:"))).as_posix().replace("/./", "/").endswith(name)
        assert ":" not in sheet.removeprefix("external:") and "#" not in sheet


def test_a_relative_path_counts_from_where_the_batch_was_run() -> None:
    assert target("收文/a.md", Path("/data/报告"), Path("/data")) == "../收文/a.md"


@pytest.mark.parametrize("name", ["\\\\server\\share\\a.md", "a\nb.md", "\u202egnp.md", "\u2028.md", "\x00.md"])
def test_a_name_that_means_something_else_elsewhere_has_no_link(name: str) -> None:
    assert target(f"/data/{name}", OUT, HERE) is None


def test_a_name_that_is_no_text_has_no_link() -> None:
    assert target(stored("/data/\udcff.md"), OUT, HERE) is None


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.svg", "a.xml", "a", "a.md.mhtml", "a.js"])
def test_what_a_browser_might_run_is_not_linked_on_the_page(name: str) -> None:
    assert page_link(name) is None
