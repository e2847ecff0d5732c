"""A document is handed over in a format that is not made for keeping, and in no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.paths import place_of
from govreply.batch.cross.spool import Again, Group, Row, Seen
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_FOR_KEEPING: Final = ("pdf", "ofd")
_DRAFTS: Final = ("草稿", "过程稿", "征求意见稿", "初稿", "修改稿", "花脸稿", "定稿", "底稿")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each ending, with every document; those that lie beside an OFD or PDF file of the name are left out."""
    kept = view.seen()
    for group in view.sorted(_others(view, kept), by=1).groups():
        inputs = Again(partial(_without_better, group, kept))
        many, told = sum(1 for _ in inputs), group.key[0] or "?"
        if many:
            yield _problem(told, many, inputs)


def _others(view: View, kept: Seen) -> Iterator[Row]:
    """Ending, rank, document and name of each file that is not for keeping; the names of those that are go into `kept`."""
    query = (
        "SELECT i.id, i.path, i.member, d.media_type, r.rank FROM inputs i JOIN documents d ON d.input = i.id"
        " JOIN temp.ranks r ON r.id = i.id WHERE d.cause IS NULL"
    )
    for row in view.rows(query):
        path = place_of(row["path"], row["member"])
        name = str(path.with_suffix(""))
        if any(word in row["media_type"] for word in _FOR_KEEPING):
            kept.add(name)
        elif not any(word in str(path) for word in _DRAFTS):
            yield path.suffix.lower(), row["rank"], row["id"], name


def _without_better(group: Group, kept: Seen) -> Iterator[int]:
    return (key for _, key, name in group if name not in kept)


def _problem(suffix: str, many: int, inputs: Again[int]) -> CrossProblem:
    label = Bilingual(f"{suffix} 文件", f"{suffix} file")
    return CrossProblem(
        message=Bilingual(f"{many}个文件只有 {suffix} 格式，不宜长期保存", f"{many} files are there as {suffix} only"),
        places=Again(lambda: (CrossPlace(label=label, input=key) for key in inputs)),
        each=True,
        suggestion=Bilingual("转换为 OFD 或 PDF/A 后归档", "convert them into OFD or PDF/A before filing"),
    )


def violates() -> Iterable[Violates]:
    """Formats that are not for keeping."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first

    table = (("题名", "文件名"), ("甲", "a.docx"))
    yield Violates(Bundle(files={"a.docx": first()}, catalogue=table), at=(("a.docx", ""),), note="仅 .docx")
    yield Violates(
        Bundle(files={"a.docx": first(), "b.docx": another(), "b.pdf": another()}, catalogue=table),
        at=(("a.docx", ""),),
        note="一件另有 PDF，一件没有",
    )


def passes() -> Iterable[Passes]:
    """Formats for keeping, and papers that are not kept."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first

    table = (("题名", "文件名"), ("甲", "a"))
    yield Passes(Bundle(files={"a.pdf": first()}, catalogue=table), note="PDF")
    yield Passes(Bundle(files={"a.ofd": first()}, catalogue=table), note="OFD")
    yield Passes(Bundle(files={"a.docx": first(), "a.ofd": first()}, catalogue=table), note="DOCX 与 OFD 各一份")
    yield Passes(Bundle(files={"过程稿/a.docx": first()}, catalogue=table), note="过程稿")
    yield Passes(Bundle(files={"a.docx": first()}), note="没有目录，不是移交归档")


RULE = CrossRule(
    name="file-format-unsuitable",
    code="BAT014",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("归档格式不宜", "A format that is not for keeping"),
    explanation=Explanation(
        contradiction=Bilingual(
            "随目录移交的文件没有 OFD、PDF 格式的一份。",
            "A file that is handed over with a catalogue is there neither as OFD nor as PDF.",
        ),
        importance=Bilingual(
            "流式文件换一个软件版面就变，不宜长期保存。",
            "Flow formats look different in each program, and are not for keeping.",
        ),
        silent=(
            Bilingual("同名的 OFD 或 PDF 就在旁边", "files beside an OFD or PDF file of the same name"),
            Bilingual("过程稿、定稿等", "drafts"),
        ),
        grounds=Bilingual("GB/T 18894-2016；GB/T 33190-2016", "GB/T 18894-2016; GB/T 33190-2016"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
