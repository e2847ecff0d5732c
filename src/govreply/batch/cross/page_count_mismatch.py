"""The catalogue counts other pages than the file has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import read_pages
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

_MOST_FILES: Final = 12  # of one entry that are added up


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each entry all of whose files have pages, with every file."""
    for filed in view.filed:
        stated = read_pages(filed.get(Field.PAGES))
        files = _pages(view, filed)
        if stated is None or not files or len(files) > _MOST_FILES:
            continue
        if not any(low <= stated <= high for low, high in _counts(view, files)):
            yield _problem(filed, stated, files)


def _pages(view: View, filed: Filed) -> dict[int, int]:
    """Document → pages; nothing where a file of the entry has none to count and no twin that has."""
    found: dict[int, int] = {}
    stems: set[str] = set()
    uncounted: set[str] = set()
    for key in filed.inputs:
        (pages,) = next(view.rows("SELECT pages FROM documents WHERE input = ?", key), (None,))
        stem = view.place(key).stem
        if pages is None:
            uncounted.add(stem)
        else:
            found[key] = pages
            stems.add(stem)
    return {} if uncounted - stems else found


def _counts(view: View, files: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The least and most pages that one file, or all of them together, may be said to have: empty pages need not count."""
    ranges = [(_with_text(view, key), pages) for key, pages in files.items()]
    yield from ranges
    stems: dict[str, list[tuple[int, int]]] = {}
    for key, span in zip(files, ranges, strict=True):
        stems.setdefault(view.place(key).stem, []).append(span)
    for chosen in product(*stems.values()):  # one of the formats of each
        yield sum(low for low, _ in chosen), sum(high for _, high in chosen)


def _with_text(view: View, key: int) -> int:
    return len({place.page for place in view.reply(key).places if place.page is not None})


def _problem(filed: Filed, stated: int, files: dict[int, int]) -> CrossProblem:
    total = sum(files.values())
    return CrossProblem(
        message=Bilingual(
            f"目录{filed.where.zh}著录{stated}页，文件{total}页",
            f"{filed.where.en} of the catalogue says {stated} pages, the files have {total}".replace(
                "1 pages", "1 page"
            ),
        ),
        places=(
            filed.at(Field.PAGES),
            *(CrossPlace(label=Bilingual(f"{pages}页", f"pages: {pages}"), input=key) for key, pages in files.items()),
        ),
        suggestion=Bilingual("核对页数，看是否漏扫或缺页", "count again; a page may be missing from the file"),
    )


def violates() -> Iterable[Violates]:
    """Counts that do not fit."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    yield Violates(
        Bundle(files={"a.pdf": first()}, catalogue=row(file="a.pdf", pages="6")),
        at=(("目录:2", "6"), ("a.pdf", "")),
        note="著录 6 页，文件不足 6 页",
    )
    yield Violates(
        Bundle(files={"a.ofd": first(), "a.docx": first()}, catalogue=row(file="a", pages="共5页")),
        at=(("目录:2", "共5页"), ("a.ofd", "")),
        note="另有不分页的一份，不影响",
    )


def passes() -> Iterable[Passes]:
    """Counts that fit, and files that have no pages."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first
    from govreply.batch.cross.metadata_content_mismatch import row

    yield Passes(Bundle(files={"a.pdf": first()}, catalogue=row(file="a.pdf", pages="2")), note="页数相符")
    yield Passes(Bundle(files={"a.md": first()}, catalogue=row(pages="6")), note="流式文件不分页")
    yield Passes(
        Bundle(files={"a.pdf": first(), "b.pdf": another()}, catalogue=row(file="a.pdf;b.pdf", pages="4")),
        note="两个文件合计",
    )
    yield Passes(Bundle(files={"a.pdf": first()}, catalogue=row(file="a.pdf", pages="")), note="没有著录页数")
    yield Passes(Bundle(files={"a.pdf": first()}, catalogue=row(file="a.pdf", pages="1-6")), note="写的是起止页号")


RULE = CrossRule(
    name="page-count-mismatch",
    code="BAT019",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("页数不符", "Other pages than stated"),
    explanation=Explanation(
        contradiction=Bilingual(
            "目录著录的页数与 PDF、OFD 文件的页数不同。",
            "The pages that the catalogue states are not those of the PDF or OFD file.",
        ),
        importance=Bilingual("少了的一页可能漏扫。", "A page that is missing may not have been scanned."),
        silent=(
            Bilingual("封底等空白页计或不计", "empty pages, counted or not"),
            Bilingual("几个文件合计或单计", "several files, added up or not"),
            Bilingual("不分页的格式", "formats without pages"),
        ),
        grounds=Bilingual("DA/T 22-2015", "DA/T 22-2015"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
