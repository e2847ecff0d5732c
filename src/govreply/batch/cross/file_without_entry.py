"""Files of the batch are in no entry of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.paths import place_of
from govreply.batch.cross.spool import Again, Seen
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_BESIDE: Final = "附"
_REPLY: Final = Bilingual("答复", "reply")
_OTHER: Final = Bilingual("其他文件", "other file")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem, with every file; milder where none of them is a reply."""
    stems = view.seen()
    for row in view.rows("SELECT DISTINCT i.path, i.member FROM catalogue_files f JOIN inputs i ON i.id = f.input"):
        stems.add(_stem(place_of(row["path"], row["member"])))
    if not stems:
        return  # nothing fits at all: entry-without-file says so
    others = Again(partial(_unlisted, view, stems))
    many = sum(1 for _ in others)
    if many:
        yield CrossProblem(
            message=Bilingual(f"{many}个文件不在目录中", f"files that are not in the catalogue: {many}"),
            places=Again(
                lambda: (CrossPlace(label=_REPLY if is_reply else _OTHER, input=key) for key, is_reply in others)
            ),
            severity=None if any(is_reply for _, is_reply in others) else Severity.INFO,
            each=True,
            suggestion=Bilingual("补著录，或从移交的文件中取出", "add them to the catalogue, or take them out"),
        )


def _unlisted(view: View, stems: Seen) -> Iterator[tuple[int, bool]]:
    """Each document that belongs to no entry, and whether it is a reply."""
    query = (
        "SELECT i.id, i.path, i.member, d.is_reply FROM inputs i JOIN documents d ON d.input = i.id"
        " WHERE i.state <> 'gone' AND NOT EXISTS (SELECT 1 FROM catalogue_files f WHERE f.input = i.id)"
        " ORDER BY i.path, i.member"
    )
    for row in view.rows(query):
        if not _belongs(place_of(row["path"], row["member"]), stems):
            yield row["id"], bool(row["is_reply"])


def _stem(path: PurePosixPath, length: int | None = None) -> str:
    """Folder and name of a file without its ending; with `length` only so many signs of the name."""
    name = path.stem.casefold()
    return f"{path.parent}/{name if length is None else name[:length].strip()}"


def _belongs(path: PurePosixPath, stems: Seen) -> bool:
    """Whether a file is another format of one that is listed, or an attachment named after it (a-附件1, a附表)."""
    if _stem(path) in stems:
        return True
    ends = [at for at, sign in enumerate(path.stem.casefold()) if not sign.isalnum() or sign == _BESIDE]
    return any(_stem(path, at) in stems for at in ends)


def violates() -> Iterable[Violates]:
    """Files that nobody listed."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third
    from govreply.batch.cross.metadata_content_mismatch import row

    yield Violates(
        Bundle(files={"a.md": first(), "b.md": another(), "c.md": third()}, catalogue=row()),
        at=(("b.md", ""), ("c.md", "")),
        note="两件答复没有著录",
    )
    yield Violates(
        Bundle(files={"a.md": first(), "说明.md": "移交说明\n\n共一件。\n"}, catalogue=row()),
        at=(("说明.md", ""),),
        note="多出的文件不是答复，作提示",
        severity=Severity.INFO,
    )


def passes() -> Iterable[Passes]:
    """Files that belong to one that is listed."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    yield Passes(Bundle(files={"a.md": first()}, catalogue=row()), note="都在目录中")
    yield Passes(Bundle(files={"a.md": first(), "a.docx": first()}, catalogue=row()), note="同一件的另一种格式")
    yield Passes(
        Bundle(files={"a.md": first(), "a-附件1.md": "老旧小区改造项目表\n\n1 东湖社区\n"}, catalogue=row()),
        note="以正文文件名加“附件”命名",
    )
    yield Passes(
        Bundle(files={"甲/a.md": first(), "甲/b.md": "附表\n\n1 东湖社区\n"}, catalogue=row(file="甲")),
        note="目录写的是文件夹",
    )


RULE = CrossRule(
    name="file-without-entry",
    code="BAT027",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("有件无目", "Files without an entry"),
    explanation=Explanation(
        contradiction=Bilingual(
            "所查的文件不属于目录的任何条目；都不是答复的，作提示。",
            "Files belong to no entry of the catalogue; where none of them is a reply it is a hint only.",
        ),
        importance=Bilingual(
            "漏著录的文件检索不到；多余的文件不应进入移交包。",
            "What is not listed is not found, or does not belong there.",
        ),
        silent=(
            Bilingual("已列文件的另一种格式", "other formats of a file that is listed"),
            Bilingual("以已列文件命名的附件", "attachments named after one"),
        ),
        grounds=Bilingual(
            "DA/T 70-2018：目录与内容一致，无多余文件",
            "DA/T 70-2018: the catalogue agrees, and there are no extra files",
        ),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
