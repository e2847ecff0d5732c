"""The file's name says one format, its content is another: a page called letter.txt, a Word file called letter.html."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_TEXT = ("text/plain", "text/markdown")  # what is one may be taken for the other
_HTML = ("text/html",)
_DOCX = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
_OLD_WORD = ("application/msword", "application/vnd.ms-works")
_SAYS: Final = {
    ".docx": _DOCX,
    ".doc": _OLD_WORD,
    ".htm": _HTML,
    ".html": _HTML,
    ".markdown": _TEXT,
    ".md": _TEXT,
    ".ofd": ("application/ofd",),
    ".pdf": ("application/pdf",),
    ".shtml": _HTML,
    ".text": _TEXT,
    ".txt": _TEXT,
    ".wps": _OLD_WORD,
    ".xhtml": _HTML,
}
_NAMES: Final = {
    "text/plain": Bilingual("纯文本", "plain text"),
    "text/markdown": Bilingual("Markdown", "Markdown"),
    "text/html": Bilingual("网页（HTML）", "an HTML page"),
    "application/pdf": Bilingual("PDF", "PDF"),
    "application/ofd": Bilingual("OFD", "OFD"),
    _DOCX[0]: Bilingual("Word文档（DOCX）", "a Word document (DOCX)"),
    _OLD_WORD[0]: Bilingual("旧版Word文档", "an old Word document"),
    _OLD_WORD[1]: Bilingual("WPS文档", "a WPS document"),
}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the title, or where the file begins."""
    ending = PurePath(reply.source.name).suffix.lower()
    found = reply.source.media_type
    if found in _SAYS.get(ending, (found,)):
        return
    named = _NAMES.get(found, Bilingual(found, found))
    yield Problem(
        span=reply.title.span if reply.title is not None else Span(0, 0),
        message=Bilingual(
            f"文件名以“{ending}”结尾，内容却是{named.zh}", f"the file's name ends in “{ending}”, but it is {named.en}"
        ),
        suggestion=Bilingual("按内容改正文件的扩展名，或重新导出", "rename the file by its content, or export it anew"),
    )


def violates() -> Iterable[Violates]:
    """Letters under names that say another format."""
    from govreply.testing import Format, Letter, Violates

    title = "对市政协十四届二次会议第20230117号提案的答复"
    yield Violates(Letter(), at=title, format=Format.HTML, file_name="letter.txt", note="网页以文本文件的名字保存")
    yield Violates(
        Letter(), at=title, format=Format.HTML, file_name="letter.DOC", note="系统导出的“Word文件”其实是网页"
    )
    yield Violates(Letter(), at=title, format=Format.TEXT, file_name="letter.html", note="纯文本以网页的名字保存")


def passes() -> Iterable[Passes]:
    """Names that say the format, or none."""
    from govreply.testing import Format, Letter, Passes

    yield Passes(Letter(), format=Format.HTML, file_name="LETTER.HTM", note="扩展名大写")
    yield Passes(Letter(), format=Format.MARKDOWN, file_name="letter.txt", note="带标记的纯文本")
    yield Passes(Letter(), format=Format.TEXT, file_name="letter.md", note="没有标记的Markdown")
    yield Passes(Letter(), format=Format.HTML, file_name="letter", note="没有扩展名")
    yield Passes(Letter(), format=Format.HTML, file_name="show.jsp", note="动态网页的扩展名不说明格式")


RULE = Rule(
    name="media-type-mismatch",
    code="STR021",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("文件格式与扩展名不符", "Format belies the file's name"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文件名的扩展名说是一种格式，内容却是另一种。",
            "The ending of the file's name says one format, the content is another.",
        ),
        importance=Bilingual(
            "答复是按内容读取的；但别的软件按扩展名打开会出错，归档系统也会按错误的格式保存。",
            "The reply was read by its content, but other programs go by the name and fail, and archives keep it as what it is not.",
        ),
        silent=(
            Bilingual(
                "没有扩展名，或扩展名不说明格式（.jsp、.aspx）",
                "names without an ending, or one that says no format (.jsp, .aspx)",
            ),
            Bilingual("纯文本与Markdown互换", "plain text and Markdown under each other's names"),
        ),
        grounds=Bilingual(
            "DA/T 46—2009《文书类电子文件元数据方案》要求如实登记格式信息",
            "DA/T 46-2009, metadata of electronic records: the format is recorded as it is",
        ),
    ),
    needs=(),
    check=check,
    violates=violates,
    passes=passes,
)
