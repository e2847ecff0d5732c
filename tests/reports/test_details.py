"""Whatever keeps an input from being read is told in Chinese to Chinese readers."""

from __future__ import annotations

import ast
import stat
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import govreply
from govreply.errors import Cause
from govreply.files import kind_of
from govreply.findings import Failure
from govreply.language import Language
from govreply.limits import Limits
from govreply.reports.advice import advice_on
from govreply.reports.details import detail_label

SOURCES = Path(govreply.__file__).parent
# calls that state a detail, and which argument it is
STATING = {"UnreadableError": 2, "failed": 2, "unread_record": 3, "corrupt": 0, "unsupported": 0}


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("no such file or folder", "没有这个文件或文件夹"),
        ("limit seconds is 60: not done by then", "读取用时（seconds）的上限为 60 秒：到时仍未读完"),
        ("limit memory is 1024 bytes: more was asked for", "内存（memory）的上限为 1 KiB：内存不够用"),
        ("limit characters is 900: 1000 characters", "字数（characters）的上限为 900 字：共 1000 字"),
        (
            "limit zip_members is 5000: 5001 members or more",
            "压缩包内的文件数（zip_members）的上限为 5000 个：内有 5001 个文件",
        ),
        (
            "limit unpacked_bytes is 9: more in word/document.xml",
            "解开后的大小（unpacked_bytes）的上限为 9 字节：word/document.xml 还有更多",
        ),
        ("limit bytes is 33554432: the file is larger", "文件大小（bytes）的上限为 32 MiB：文件过大"),
        ("the worker was ended by SIGKILL", "子进程被系统结束（SIGKILL）"),
        ("RAR archive is not read by this version", "本版本读不了 RAR 压缩包"),
        ("EPUB is not read by this version", "本版本读不了 EPUB"),
        ("PNG image, its text is not recognised by this version", "PNG 图片，本版本不识别图中文字"),
        ("no text on page 2, 3, only an image", "第 2, 3 页没有文字，只有图像"),
        ("PDF file: page 7 cannot be read", "PDF 文件的第 7 页无法读取"),
        ("it changed during each of 3 attempts to read it", "读了 3 次，每次都在变"),
        ("zip archive: File is not a zip file", "压缩包：不是 ZIP 压缩包，或已损坏"),
        ("zip archive: Bad magic number for central directory", "压缩包：目录已损坏"),
        ("zip archive: Corrupt extra field 6375 (size=1)", "压缩包：附加信息已损坏"),
        (
            "word/document.xml: Bad CRC-32 for file 'word/document.xml'",
            "word/document.xml：word/document.xml 的校验和不对，内容已损坏",
        ),
        (
            "word/document.xml: Error -3 while decompressing data: invalid block type",
            "word/document.xml：压缩的数据已损坏，解不开",
        ),
        (
            "zip archive: 'utf-8' codec can't decode byte 0xb4 in position 0: invalid start byte",
            "压缩包：有的字节不合 utf-8 编码",
        ),
        (
            "word/document.xml: Namespace prefix w on document is not defined, line 1, column 12 (word/document.xml, line 1)",
            "word/document.xml：XML 有误：document 的命名空间前缀 w 没有定义（第 1 行）",
        ),
        ("zip archive: something new", "压缩包：已损坏（程序库原文：something new）"),
        ("PDF file: something new", "PDF 文件：已损坏（程序库原文：something new）"),
        (
            "no encoding fits: utf-8 fails at byte 546 (0xFF), gb18030 fails at byte 97 (0x80)",
            "没有合适的编码：按 UTF-8 读不通，第 546 字节是 0xFF；按 GB18030 读不通，第 97 字节是 0x80",
        ),
        ("{0} is behind a password", "{0} 设有密码"),
        ("KeyError('x') at a.py:3", "KeyError('x') at a.py:3"),
    ],
)
def test_details_in_both_languages(detail: str, words: str) -> None:
    assert detail_label(detail, Language.ZH) == words
    assert detail_label(detail, Language.EN) == detail


def test_each_detail_that_the_program_states_has_chinese_words() -> None:
    stated = dict(_stated())
    assert len(stated) > 60
    assert [place for place, detail in stated.items() if detail_label(detail, Language.ZH) == detail] == []


def _stated() -> Iterator[tuple[str, str]]:
    """Where a detail is stated → an example of it."""
    for part in ("readers", "batch", "cli", "api.py", "files.py", "isolation.py"):
        for path in sorted((SOURCES / part).rglob("*.py")) if (SOURCES / part).is_dir() else [SOURCES / part]:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                for detail in _details_of(node):
                    yield f"{path.name}:{node.lineno} {detail}", detail  # type: ignore[attr-defined]


def _details_of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["detail"]:
        text = _example(node.value)
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "passed" and len(node.args) == 3:
            found = _example(node.args[2])
            text = f"limit blocks is 7: {found}" if found else None
        else:
            place = STATING.get(name)
            text = _example(node.args[place]) if place is not None and len(node.args) > place else None
    else:
        return
    if text:
        yield text


def _example(node: ast.expr) -> str | None:
    """The text that an expression makes, with 7 for each value; ``None`` if it has no words of its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = ["7" if isinstance(part, ast.FormattedValue) else str(part.value) for part in node.values]  # type: ignore[attr-defined]
        return (
            "".join(parts)
            if any(str(part.value).strip(": ") for part in node.values if isinstance(part, ast.Constant))
            else None
        )
    return None


def test_every_kind_of_thing_that_is_no_file_has_words_of_its_own() -> None:
    kinds = {kind_of(mode) for mode in (stat.S_IFDIR, stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR, stat.S_IFBLK, 0)}
    assert len(kinds) == 5
    assert [kind for kind in kinds if kind in detail_label(f"no file but {kind}", Language.ZH)] == []


def test_every_limit_has_a_chinese_name() -> None:
    names = list(attrs.fields_dict(Limits))
    assert len(names) > 10
    told = {name: detail_label(f"limit {name} is 7: 8 pages", Language.ZH) for name in names}
    assert [name for name, words in told.items() if words.startswith(name)] == []


@pytest.mark.parametrize(
    ("cause", "detail", "words", "not_words"),
    [
        (Cause.NEEDS_OCR, "PNG image, its text is not recognised by this version", "图片", "没有文字层"),
        (Cause.NOT_FOUND, "symbolic link to what does not exist", "改正它的指向", "写对"),
        (Cause.NOT_FOUND, "symbolic links that lead round in a circle", "改正它的指向", "写对"),
        (Cause.NOT_FOUND, "no such file or folder", "写对", "符号链接"),
        (Cause.UNSUPPORTED, "no file but a named pipe", "请移走", "另存为"),
        (Cause.UNSUPPORTED, "EPUB is not read by this version", "另存为", "请移走"),
    ],
)
def test_advice_fits_what_was_found(cause: Cause, detail: str, words: str, not_words: str) -> None:
    told = advice_on(Failure(cause=cause, detail=detail), Language.ZH)
    assert words in told and not_words not in told
