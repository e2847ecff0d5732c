"""A file is empty, damaged, behind a password or of a format that nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group
from govreply.errors import Cause
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

# what lies in the file itself; a scan can be read by people, a limit or a missing permission is none of its faults
_FAULTS: Final = {
    Cause.EMPTY: Bilingual("内容为空", "empty"),
    Cause.CORRUPT: Bilingual("已损坏", "damaged"),
    Cause.ENCODING: Bilingual("编码无法识别", "of an unknown character encoding"),
    Cause.UNSUPPORTED: Bilingual("格式无法识别", "of an unknown format"),
    Cause.ENCRYPTED: Bilingual("设有密码", "behind a password"),
}


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each cause, with every file."""
    query = (
        "SELECT d.cause, r.rank, d.input FROM documents d JOIN temp.ranks r ON r.id = d.input WHERE d.cause IS NOT NULL"
    )
    for group in view.sorted(map(tuple, view.rows(query)), by=1).groups():
        cause = Cause(group.key[0])
        if cause in _FAULTS:
            yield _problem(cause, group)


def _problem(cause: Cause, group: Group) -> CrossProblem:
    words = _FAULTS[cause]
    return CrossProblem(
        message=Bilingual(
            f"{len(group)}个文件{words.zh}，不能归档", f"files that cannot be filed, {words.en}: {len(group)}"
        ),
        places=Again(lambda: (CrossPlace(label=words, input=key) for _, key in group)),
        severity=Severity.WARNING if cause is Cause.ENCRYPTED else None,
        each=True,
        suggestion=Bilingual("向移交单位换取可读的文件", "ask for files that can be read"),
    )


def violates() -> Iterable[Violates]:
    """Files that nobody can read."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    yield Violates(Bundle(files={"a.md": first(), "b.pdf": b""}), at=(("b.pdf", ""),), note="0 字节的 PDF")
    yield Violates(
        Bundle(files={"a.docx": b"PK\x03\x04" + bytes(40), "b.pdf": b"%PDF-1.7\nnothing", "c.md": first()}),
        at=(("a.docx", ""), ("b.pdf", "")),
        note="两个损坏的文件",
    )


def passes() -> Iterable[Passes]:
    """Files that can be read, whatever they are."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first

    yield Passes(Bundle(files={"a.md": first(), "b.pdf": first()}), note="读得出的文件")
    yield Passes(Bundle(files={"a.md": "通知\n\n定于明日开会。\n"}), note="不是答复，但读得出")
    yield Passes(Bundle(files={"a.txt": first().to_text().encode("gb18030")}), note="旧编码，但读得出")


RULE = CrossRule(
    name="file-unreadable",
    code="BAT013",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("文件不可读", "A file that cannot be read"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文件为空、损坏、编码或格式无法识别；设有密码的作警告。",
            "A file is empty, damaged, or of an encoding or format that nobody can tell; one behind a password is a warning.",
        ),
        importance=Bilingual(
            "打不开的文件归了档也等于没有。", "A file that cannot be opened is not there, filed or not."
        ),
        silent=(
            Bilingual("扫描件：人能读，只是需要文字识别", "scans: people can read them"),
            Bilingual(
                "超出程序上限、无权读取：不是文件的毛病",
                "limits that were passed and permissions: no faults of the file",
            ),
        ),
        grounds=Bilingual("DA/T 70-2018 可用性检测", "DA/T 70-2018, check of usability"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
