"""What was found of an input that could not be read, in words: programs state it in plain English, English readers get that.

Chinese readers get the counterpart listed here; what is not listed is shown as it is.
"""

from __future__ import annotations

from typing import Final

from govreply.language import Language

_DETAILS: Final = {
    "no such file or folder": "没有这个文件或文件夹",
    "permission denied": "没有权限",
    "symbolic link to what does not exist": "符号链接指向的文件不存在",
    "symbolic links that lead round in a circle": "符号链接绕成一圈",
    "no file but a folder": "不是文件，而是文件夹",
    "no file but a named pipe": "不是文件，而是命名管道",
    "no file but a socket": "不是文件，而是套接字",
    "no file but a device": "不是文件，而是设备",
    "no file but something else": "不是文件",
    "it changed during each of 3 attempts to read it": "读了三次，每次都在变",
    "no longer in the archive": "压缩包里已没有这个文件",
    "name leads out of the archive": "文件名指向压缩包之外",
    "second member of that name in the archive": "压缩包里已有同名文件",
    "archive without a document": "压缩包里没有可检查的文件",
    "archives lie in each other more than 2 deep": "压缩包套了两层以上",
}


def detail_label(detail: str, language: Language) -> str:
    """`detail` of a :class:`~govreply.findings.Failure` for readers of `language`."""
    return detail if language is Language.EN else _DETAILS.get(detail, detail)
