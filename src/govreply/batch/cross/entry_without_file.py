"""Entries of the catalogue have no file in the batch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.fields import Field
from govreply.batch.cross.base import CrossProblem, CrossRule
from govreply.batch.cross.spool import Again
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

# kinds of files that are not read, so that nobody can say whether they are there
_NOT_LOOKED_FOR: Final = re.compile(
    r"\.(?:tiff?|jpe?g|png|gif|bmp|xlsx?|et|pptx?|zip|rar|7z|xml|json|eml|mp[34]|ceb|sep|gd)$", re.I
)
_KEPT_APART: Final = ("秘密", "机密", "绝密", "涉密", "单列", "另存", "纸质", "实物", "销毁")


def check(view: View) -> Iterator[CrossProblem]:
    """One problem, with every row."""
    rows = Again(partial(_without_file, view))
    first = next(iter(rows), None)
    if first is not None:
        many = sum(1 for _ in rows)
        field = Field.FILE if first.get(Field.FILE) else Field.TITLE
        yield CrossProblem(
            message=Bilingual(
                f"{many}条目录在所查文件中没有对应的文件", f"entries of the catalogue without a file: {many}"
            ),
            places=Again(lambda: (filed.at(field if filed.get(field) else Field.TITLE) for filed in rows)),
            each=True,
            suggestion=Bilingual(
                "补交文件，或核对目录里的文件名、文号、题名", "hand in the files, or check names, numbers and titles"
            ),
        )


def _without_file(view: View) -> Iterator[Filed]:
    return (filed for filed in view.filed if not filed.inputs and not _elsewhere(filed))


def _elsewhere(filed: Filed) -> bool:
    told = filed.get(Field.SECRECY) + filed.get(Field.REMARK)
    return bool(_NOT_LOOKED_FOR.search(filed.get(Field.FILE))) or any(word in told for word in _KEPT_APART)


def violates() -> Iterable[Violates]:
    """Rows that nothing belongs to."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    header, entry = row()
    other = ("0194-WS·2023-D30-BGS-0002", *entry[1:-1], "b.md")
    yield Violates(
        Bundle(files={"a.md": first()}, catalogue=(header, entry, other)),
        at=(("目录:3", "b.md"),),
        note="目录列有 b.md，文件夹里没有",
    )
    yield Violates(
        Bundle(
            files={"a.md": first()},
            catalogue=(("文号", "题名"), (entry[1], entry[3]), ("武水函〔2023〕22号", "对第20230256号提案的答复")),
        ),
        at=(("目录:3", "对第20230256号提案的答复"),),
        note="没有文件名一栏，按文号和题名都找不到",
    )


def passes() -> Iterable[Passes]:
    """Rows whose file is there, under whatever name."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first
    from govreply.batch.cross.metadata_content_mismatch import row

    header, entry = row()
    letter = first()
    yield Passes(Bundle(files={"a.md": letter}, catalogue=row()), note="文件名相同")
    yield Passes(Bundle(files={"2023/答复/A.MD": letter}, catalogue=row(file="答复\\a")), note="写了文件夹，省去扩展名")
    yield Passes(Bundle(files={"a.pdf": letter}, catalogue=row(file="a.doc")), note="目录写原稿名，交的是转换后的 PDF")
    yield Passes(
        Bundle(files={"0194-WS·2023-D30-BGS-0001-001.md": letter}, catalogue=row(file="")), note="文件以档号命名"
    )
    yield Passes(Bundle(files={"甲.md": letter}, catalogue=row(file="", code="")), note="按文号找到")
    yield Passes(
        Bundle(files={"a.md": letter}, catalogue=(header, entry, (*entry[:-1], "扫描件.tif"))),
        note="扫描图像不在所查之列",
    )
    yield Passes(
        Bundle(
            files={"a.md": letter},
            catalogue=((*header, "备注"), (*entry, ""), (*entry[:-1], "c.md", "涉密，单列")),
        ),
        note="涉密件单列",
    )


RULE = CrossRule(
    name="entry-without-file",
    code="BAT026",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("有目无件", "Entries without a file"),
    explanation=Explanation(
        contradiction=Bilingual(
            "目录条目按文件名、档号、文号、题名都找不到对应的文件。",
            "For an entry of the catalogue there is no file, by its name, code, number or title.",
        ),
        importance=Bilingual("目录与实物不符，不能接收。", "What is not there cannot be taken over."),
        silent=(
            Bilingual("图像、表格等不在所查之列的文件", "images, tables and other files that are not looked at"),
            Bilingual("涉密单列、纸质、销毁，目录中写明", "what is kept elsewhere or was destroyed, by the catalogue"),
        ),
        grounds=Bilingual(
            "DA/T 70-2018：目录与内容一致", "DA/T 70-2018: the catalogue agrees with what is handed over"
        ),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
