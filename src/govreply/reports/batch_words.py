"""Words that the reports of a batch share."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from sqlite3 import Row
from typing import Any, Final

from govreply.errors import Cause
from govreply.findings import Failure, Verdict
from govreply.language import Bilingual, Language
from govreply.reports.advice import advice_on
from govreply.reports.base import ExtraFileError
from govreply.reports.batch_rows import UNREAD, WAITING, Document
from govreply.reports.details import detail_label
from govreply.reports.words import CAUSES, VERDICTS
from govreply.reports.words import UNREAD as UNREAD_WORDS
from govreply.system_errors import words_of

STATUS_WORDS: Final[dict[str, Bilingual]] = {
    **{verdict.value: VERDICTS[verdict] for verdict in Verdict},
    UNREAD: UNREAD_WORDS,
    WAITING: Bilingual("尚未检查", "not checked yet"),
}
NO_ISSUER: Final = Bilingual("（未读出发文机关）", "(no issuer read)")
_SKIPPED: Final = {
    "hidden": Bilingual("隐藏文件", "hidden"),
    "other": Bilingual("其他类型", "other file types"),
    "repeated": Bilingual("重复的路径或链接", "repeated paths or links"),
    "ignored": Bilingual("按 .govreplyignore 略过", "left out by .govreplyignore"),
}
_TIMES: Final = ("started", "ended")

_FORMATS: Final[dict[str, str]] = {
    "text/markdown": "Markdown",
    "text/plain": "TXT",
    "text/html": "HTML",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/ofd": "OFD",
}

_CLOSE: Final = Bilingual("若正在别的程序里打开，请先关闭", "close it if it is open in another program")
_MOVE_FOLDER: Final = Bilingual("请先移走这个同名文件夹", "move away the folder of that name")


def format_name(media_type: str | None) -> str:
    """How people call a format."""
    return _FORMATS.get(media_type or "", media_type or "")


def remark(document: Document, language: Language) -> str:
    """What is to be said of a document besides its verdict: why it was not read, or why nothing was decided."""
    if document.cause:
        words = CAUSES[Cause(document.cause)].within(language)
        detail = detail_label(document.detail or "", language)
        return Bilingual(f"{words}：{detail}", f"{words}: {detail}").within(language) if detail else words
    if document.status == Verdict.UNDETERMINED.value and not document.is_reply:
        return Bilingual("不是对提案或建议的答复", "not a reply to a proposal or suggestion").within(language)
    return ""


def skipped_words(skipped: Mapping[str, int], language: Language) -> str:
    """What the search passed over, so that what is not in the report is not missed."""
    told = (f"{_SKIPPED[name].within(language)} {many}" for name, many in skipped.items() if many and name in _SKIPPED)
    return ("，" if language is Language.ZH else ", ").join(told)


def advice(document: Document, language: Language) -> str:
    """What to do about a document that was not read; empty for others."""
    if not document.cause:
        return ""
    return advice_on(Failure(cause=Cause(document.cause), detail=document.detail or ""), language)


def unwritable(path: Path, error: OSError) -> ExtraFileError:
    """A report that cannot be written, in words."""
    why = words_of(error)
    to_do = _MOVE_FOLDER if error.errno == errno.EISDIR else _CLOSE
    return ExtraFileError(
        Bilingual(f"{path}：写不进去（{why.zh}）。{to_do.zh}", f"{path}: cannot be written ({why.en}); {to_do.en}")
    )


def required(module: str) -> Any:
    """The module that a report needs and that not every installation has.

    Raises:
        ExtraFileError: if it is not installed; the words say how to install it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ExtraFileError(
            Bilingual(
                f"写报告需要 {error.name}，请先运行 pip install 'govreply[report]'",
                f"a report needs {error.name}; run pip install 'govreply[report]' first",
            )
        ) from error


def run_time(run: Row, language: Language) -> str:
    """When a run took place, in the time of this machine."""
    begun, ended = (datetime.fromisoformat(run[name]).astimezone() if run[name] else None for name in _TIMES)
    if begun is None:
        return ""
    told = f"{begun:%Y-%m-%d %H:%M}"
    if ended is None:
        return told
    if ended.date() == begun.date():
        return f"{told}–{ended:%H:%M}"
    return Bilingual(f"{told} 至 {ended:%Y-%m-%d %H:%M}", f"{told} to {ended:%Y-%m-%d %H:%M}").within(language)
