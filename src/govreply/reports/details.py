"""What was found of an input that could not be read, in words: programs state it in plain English, English readers get that.

Chinese readers get the counterpart listed here; what is not listed is shown as it is, and what a library said of a damaged
file as its words.
"""

from __future__ import annotations

import re
from typing import Final

from govreply.language import Language
from govreply.reports.library_words import library_words

_DETAILS: Final = {
    "no such file or folder": "没有这个文件或文件夹",
    "permission denied": "没有权限",
    "symbolic link to what does not exist": "符号链接指向的文件不存在",
    "symbolic links that lead round in a circle": "符号链接绕成一圈",
    "not a file": "不是文件",
    "no file but a folder": "不是文件，而是文件夹",
    "no file but a named pipe": "不是文件，而是命名管道",
    "no file but a socket": "不是文件，而是套接字",
    "no file but a device": "不是文件，而是设备",
    "no file but something else": "不是文件",
    "no longer in the archive": "压缩包里已没有这个文件",
    "name leads out of the archive": "文件名指向压缩包之外",
    "second member of that name in the archive": "压缩包里已有同名文件",
    "archive without a document": "压缩包里没有可检查的文件",
    "nothing but white space": "只有空白",
    "not text: control characters": "不是文本：含有控制字符",
    "no text on any page": "各页都没有文字",
    "nothing on any page": "各页都是空的",
    "Word document behind a password": "Word 文档设有密码",
    "Office document behind a password": "Office 文档设有密码",
    "PDF file behind a password": "PDF 文件设有密码",
    "PDF file without its end": "PDF 文件不完整，缺少结尾",
    "PDF file without pages": "PDF 文件没有页面",
    "compound file (DOC, WPS, XLS or the like) without its end": "DOC、WPS、XLS 之类的文件不完整，缺少结尾",
    "zip archive without its directory": "压缩包不完整，缺少目录",
    "zip archive without a Word document": "压缩包里没有 Word 文档",
    "Office file without its main part": "Office 文件缺少主要部分",
    "a Word document without text": "Word 文档里没有文字",
    "part of the text is kept in another format (altChunk); save it as DOCX anew": (
        "部分正文以其他格式嵌入（altChunk），请重新另存为 DOCX"
    ),
    "DOC or WPS file; LibreOffice (soffice), which would convert it, is not installed": (
        "DOC 或 WPS 文件要用 LibreOffice（soffice）转换，本机没有安装"
    ),
    "OFD without its main part OFD.xml": "OFD 文件缺少主要部分 OFD.xml",
    "OFD.xml names no page": "OFD.xml 里没有列出页面",
    "MHTML web archive": "MHTML 网页存档",
    # what passes a limit
    "more lines, tables and cells": "行、表格和单元格过多",
    "too many table cells that span rows": "跨行的单元格过多",
    "elements nested more deeply": "元素嵌套过深",
    "the file is larger": "文件过大",
    "not done by then": "到时仍未读完",
    "more was asked for": "内存不够用",
}
# patterns, and what is said with their groups; a group is itself put into words if it can be
_PATTERNS: Final = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"it changed during each of (\d+) attempts to read it", "读了 {0} 次，每次都在变"),
        (r"archives lie in each other more than (\d+) deep", "压缩包套了 {0} 层以上"),
        (r"the worker ended with exit code (.+)", "子进程意外结束，退出码 {0}"),
        (r"the worker was ended by (.+)", "子进程被系统结束（{0}）"),
        (r"a search took longer than .+", "有一处查找用时过长（pattern_seconds）"),
        (r"pattern (.+)", "有一处查找用时过长"),
        (r"the reader of (\S+) that a plugin added: (.+)", "扩展添加的 {0} 读取程序出错：{1}"),
        (
            r"(\d+) Dask workers were lost with it, the last at (.+)",
            "为它先后失去了 {0} 个 Dask 工作进程，最后一个在 {1}",
        ),
        (r"(\d+) bytes, none of them text", "共 {0} 字节，没有文字"),
        (r"(\d+) bytes, at most (\d+) are read \(bytes\)", "共 {0} 字节，最多读 {1} 字节（bytes）"),
        (r"not text: NUL at character (\d+)", "不是文本：第 {0} 个字符是 NUL"),
        (r"not text: NUL at byte (\d+), and (.+)", "不是文本：第 {0} 字节是 NUL，{1}"),
        (r"no encoding fits: (.+)", "没有合适的编码：{0}"),
        (r"(\S+ fails at byte .+), (\S+ fails at byte .+)", "{0}；{1}"),
        (r"utf-8 fails at byte (\d+) \((\w+)\)", "按 UTF-8 读不通，第 {0} 字节是 {1}"),
        (r"gb18030 fails at byte (\d+) \((\w+)\)", "按 GB18030 读不通，第 {0} 字节是 {1}"),
        (
            r"UTF-8 text cut off within its last character, after (\d+) bytes",
            "UTF-8 文本在最后一个字符中间断了，共 {0} 字节",
        ),
        (r"media type (.+) is not read by this version", "本版本读不了这种格式（{0}）"),
        (r"(.+ (?:archive|image|document)|\S+) is not read by this version", "本版本读不了 {0}"),
        (r"(.+), its text is not recognised by this version", "{0}，本版本不识别图中文字"),
        (r"no file but (.+)", "不是文件（{0}）"),
        (r"(\S+) image", "{0} 图片"),
        (r"(\S+) archive", "{0} 压缩包"),
        (r"text layer has no Unicode on page (.+)", "第 {0} 页的文字没有对应的字符"),
        (r"text layer has no Unicode for (\d+) of (\d+) characters", "{1} 个字里有 {0} 个没有对应的字符"),
        (r"no text on page (.+), only an image", "第 {0} 页没有文字，只有图像"),
        (r"PDF file: page (\d+) cannot be read", "PDF 文件的第 {0} 页无法读取"),
        (r"PDF file: page (\d+) has no size", "PDF 文件的第 {0} 页没有尺寸"),
        (r"LibreOffice could not convert it: (.*)", "LibreOffice 无法转换：{0}"),
        (r"LibreOffice took longer than (\S+) s", "LibreOffice 用时超过 {0} 秒"),
        (r"(.+) is behind a password", "{0} 设有密码"),
        (r"(.+) is no text document", "{0} 不是文字文档"),
        (r"OFD\.xml holds (.+) and no OFD", "OFD.xml 的内容是 {0}，不是 OFD"),
        (r"(.+): missing, though (.+) refers to it", "缺少 {1} 引用的 {0}"),
        (r"(.+): parts of the file are encrypted", "{0}：文件部分加密"),
        (r"(.+): document type declaration", "{0}：含有文档类型声明"),
        (r"(.+): elements nested more deeply", "{0}：元素嵌套过深"),
        (r"(.+) unpacks to more than (\d+) bytes", "{0} 解开后超过 {1} 字节"),
        (r"(.+ )?(\d+) members(?: or more)?", "内有 {1} 个文件"),
        (r"more than (\d+) list items", "列表项超过 {0} 个"),
        (r"more than (\d+) inline marks", "行内标记超过 {0} 个"),
        (r"more than (\d+) drawn objects", "图形对象超过 {0} 个"),
        (r"more in (.+)", "{0} 还有更多"),
        (r"(\d+) bytes", "共 {0} 字节"),
        (r"(\d+) characters", "共 {0} 字"),
        (r"(\d+) lines with text", "有文字的行共 {0} 行"),
        (r"(\d+) lines", "共 {0} 行"),
        (r"(\d+) pages", "共 {0} 页"),
    )
)
_LIMIT: Final = re.compile(r"limit (\w+) is ([\d.]+)(?: bytes)?: (.+)", re.DOTALL)
_LIMITS: Final = {  # what each bounds, and its unit
    "bytes": ("文件大小", ""),
    "characters": ("字数", " 字"),
    "nesting": ("嵌套层数", " 层"),
    "blocks": ("行、表格和单元格数", " 个"),
    "pages": ("页数", " 页"),
    "zip_members": ("压缩包内的文件数", " 个"),
    "zip_ratio": ("压缩比", " 倍"),
    "unpacked_bytes": ("解开后的大小", ""),
    "xml_nesting": ("XML 嵌套层数", " 层"),
    "pattern_seconds": ("查找用时", " 秒"),
    "seconds": ("读取用时", " 秒"),
    "memory": ("内存", ""),
}
_SIZES: Final = ("bytes", "unpacked_bytes", "memory")
# what a library said stands behind the colon
_OF_LIBRARIES: Final = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"PDF file: (.*)", "PDF 文件：{0}"),
        (r"zip archive: (.*)", "压缩包：{0}"),
        (r"(\S+\.(?:xml|rels)): (.*)", "{0}：{1}"),
    )
)


def detail_label(detail: str, language: Language) -> str:
    """`detail` of a :class:`~govreply.findings.Failure` for readers of `language`."""
    if language is Language.EN:
        return detail
    if detail in _DETAILS:
        return _DETAILS[detail]
    passed = _LIMIT.fullmatch(detail)
    if passed is not None:
        return _limit(passed[1], passed[2], detail_label(passed[3], language))
    for pattern, words in _PATTERNS:
        found = pattern.fullmatch(detail)
        if found is not None:
            return words.format(*(detail_label(group or "", language) for group in found.groups()))
    for pattern, words in _OF_LIBRARIES:
        found = pattern.fullmatch(detail)
        if found is not None:
            *before, said = found.groups()
            return words.format(*before, library_words(said))
    return detail


def _limit(name: str, value: str, what: str) -> str:
    """Which limit was passed, with the name that ``--limit`` takes."""
    bounded, unit = _LIMITS.get(name, (name, ""))
    shown = _size(int(value)) if name in _SIZES and value.isdecimal() else value + unit
    return f"{bounded}（{name}）的上限为 {shown}：{what}"


def _size(count: int) -> str:
    """A number of bytes in the largest unit that it fills exactly or to a tenth."""
    for unit, worth in (("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10)):
        if count >= worth:
            return f"{round(count / worth, 1):g} {unit}"
    return f"{count} 字节"
