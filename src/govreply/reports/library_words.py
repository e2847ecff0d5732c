"""What libraries say of a damaged file, in Chinese: they state it in English, in words of their own that no caller can choose."""

from __future__ import annotations

import re
from typing import Final

_WHERE: Final = re.compile(r",? *line (\d+)(?:, column (\d+))?(?: \([^()]*\))?$")  # lxml puts it behind what it says
_SAID: Final = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        # zipfile and zlib
        (r"File is not a zip file", "不是 ZIP 压缩包，或已损坏"),
        (r"Bad CRC-32 for file '?(.*?)'?", "{0} 的校验和不对，内容已损坏"),
        (r"Error -?\d+ while (?:decompressing|finishing decompression of?) ?data.*", "压缩的数据已损坏，解不开"),
        (r"Compressed file ended before .*|Compressed data ended before .*|", "数据不完整，中途断了"),
        (r"Bad magic number for central directory|.*[Tt]runcated central directory", "目录已损坏"),
        (r"Bad magic number for file header|Truncated file header", "文件头已损坏"),
        (r"Corrupt (?:zip64 )?extra field.*|Corrupt zip64 .*", "附加信息已损坏"),
        (
            r"Bad offset for central directory|[Nn]egative seek value.*|.*[Ii]nvalid argument.*",
            "目录所指的位置不对，已损坏",
        ),
        (r"File name in directory .* and header .* differ\.?", "目录里的文件名与文件头不一致"),
        (r"Overlapped entries: .*", "各文件的位置互相重叠，已损坏"),
        (r"zipfiles that span multiple disks are not supported", "分卷压缩，缺少其他分卷"),
        (r"That compression method is not supported|compression type \d+.*", "压缩方法不支持"),
        (r"File .* is encrypted, .*", "设有密码"),
        (r"unpack requires a buffer .*", "数据不完整，中途断了"),
        # text
        (r"'?([\w-]+)'? codec can't decode bytes? .*", "有的字节不合 {0} 编码"),
        # lxml
        (r"Namespace prefix (\S+) (?:for \S+ )?on (\S+) is not defined", "XML 有误：{1} 的命名空间前缀 {0} 没有定义"),
        (r"Opening and ending tag mismatch: .*", "XML 有误：标记首尾不配"),
        (r"Start tag expected, .*", "XML 有误：开头不是标记"),
        (r"Document is empty", "XML 是空的"),
        (
            r"Premature end of data.*|EndTag: .*|Couldn't find end of Start Tag.*|expected '>'",
            "XML 不完整，标记没有写完",
        ),
        (r"Extra content at the end of the document", "XML 有误：结尾之后还有内容"),
        (r"Attribute (\S+) redefined", "XML 有误：属性 {0} 写了两次"),
        (
            r"(?:PCDATA invalid )?Char.* (?:value \d+|out of allowed range)|invalid character.*",
            "XML 有误：有不允许的字符",
        ),
        (r"Input is not proper UTF-8.*|.*[Ii]nvalid bytes in character encoding", "XML 有误：有的字节不合所写的编码"),
        (r"Entity '?(\S+?)'? not defined", "XML 有误：实体 {0} 没有定义"),
        (r"xmlParseEntityRef: no name|EntityRef: .*", "XML 有误：& 没有转义"),
        (
            r"AttValue: .*|Specification mandates? value .*|attributes construct error|Unescaped '<' .*",
            "XML 有误：属性写错",
        ),
        (r"StartTag: invalid element name|error parsing attribute name", "XML 有误：名称写错"),
        (r"Failed to parse QName '?(.*?)'?", "XML 有误：名称 {0} 写错"),
        (r"\S+: '.*' is not a valid URI", "XML 有误：命名空间的地址写错"),
        (r"colons are forbidden from .*", "XML 有误：名称里有冒号"),
        (r"compressed patched data .*|zip file version .*", "压缩方法不支持"),
        (r"strong encryption .*", "设有密码"),
        (r"Incomplete UTF-8 sequence .*", "XML 有误：有的字节不合所写的编码"),
        (r"Invalid character: .*", "XML 有误：有不允许的字符"),
        # PDFium
        (
            r"Failed to load document \(PDFium: (?:Data format error|File access error|Success|Unknown error)\)\.?",
            "打不开，内容已损坏",
        ),
    )
)


def library_words(said: str) -> str:
    """What a library said, in Chinese; what is not listed here is marked as its own words."""
    where = _WHERE.search(said)
    plain = (said[: where.start()] if where else said).strip()
    for pattern, words in _SAID:
        found = pattern.fullmatch(plain)
        if found is not None:
            told = words.format(*found.groups())
            return f"{told}（第 {where[1]} 行）" if where else told
    return f"已损坏（程序库原文：{said}）"
