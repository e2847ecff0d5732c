"""What to do about an input that could not be read: an advice for each cause, and closer ones where more is known."""

from __future__ import annotations

from govreply.errors import Cause
from govreply.findings import Failure
from govreply.language import Bilingual, Language

ADVICE: dict[Cause, Bilingual] = {
    Cause.NOT_FOUND: Bilingual(
        "请检查路径是否写对；相对路径从当前文件夹算起。",
        "Check the spelling of the path; a relative path starts at the current folder.",
    ),
    Cause.NO_ACCESS: Bilingual(
        "请取得读取权限，或换一个有权限的账户再运行。",
        "Ask for permission to read it, or run as a user who has it.",
    ),
    Cause.CHANGED: Bilingual(
        "读取时另有程序在写这个文件。请等它写完、保存关闭后再查。",
        "Another program was writing to the file. Let it finish, save and close it, and check again.",
    ),
    Cause.EMPTY: Bilingual(
        "文件里没有内容，请向提供者重新索取。",
        "The file has no content; ask whoever provided it for a new copy.",
    ),
    Cause.UNSUPPORTED: Bilingual(
        "请提供 Markdown（.md）、纯文本（.txt）、HTML（.html）、Word（.docx）、PDF 或 OFD 文件，"
        "或先另存为其中一种格式；ZIP 压缩包里的文件加 --zip 检查。",
        "Provide Markdown (.md), plain text (.txt), HTML (.html), Word (.docx), PDF or OFD, "
        "or save it in one of these first; for the files in a ZIP archive use --zip.",
    ),
    Cause.ENCODING: Bilingual(
        "请用 UTF-8 或 GB18030 编码重新保存该文件。",
        "Save the file again, encoded in UTF-8 or GB18030.",
    ),
    Cause.CORRUPT: Bilingual(
        "文件已损坏，请重新下载，或向提供者重新索取。",
        "The file is damaged; download it again or ask for a new copy.",
    ),
    Cause.ENCRYPTED: Bilingual(
        "请先去掉密码保护，再另存一份。",
        "Remove the password and save a copy first.",
    ),
    Cause.NEEDS_OCR: Bilingual(
        "文件里有读不出的文字（图片、扫描的页面，或字体没有标明对应字符），请先做文字识别（OCR）。",
        "Some of its text cannot be read (images, scanned pages, or a font that does not tell its characters); "
        "recognise the text (OCR) first.",
    ),
    Cause.LIMIT: Bilingual(
        "文件超出读取上限。请确认它确是一份答复；若确有这么大，请用 --limit 放宽该项上限，或拆分后再查。",
        "The file passes a limit of the reader. Make sure that it is a reply; "
        "if it really is this large, raise the limit with --limit, or split it.",
    ),
    Cause.TIMEOUT: Bilingual(
        "读取超时。请在空闲时重试；若仍然超时，请把文件附上报告给开发者。",
        "Reading took too long. Try again when the machine is idle; if it stays so, report it with the file.",
    ),
    Cause.MEMORY: Bilingual(
        "内存不足。请关闭其他程序后重试，或拆分文件。",
        "There was not enough memory. Close other programs and try again, or split the file.",
    ),
    Cause.CRASHED: Bilingual(
        "这是程序的缺陷，请把文件和上面的信息报告给开发者。",
        "This is a fault of the program; please report it with the file and the message above.",
    ),
}

_BROKEN_LINK = Bilingual(
    "这是符号链接（快捷方式），请改正它的指向，或删除它、写进 .govreplyignore。",
    "This is a symbolic link: mend where it leads, delete it, or name it in .govreplyignore.",
)
_NO_FILE = Bilingual(
    "这里不是存放内容的文件，里面没有答复，请移走，或写进 .govreplyignore。",
    "This is no file that holds a document; move it away, or name it in .govreplyignore.",
)
_BY_DETAIL = (("symbolic link", _BROKEN_LINK), ("no file but a folder", None), ("no file but ", _NO_FILE))


def advice_on(failure: Failure, language: Language) -> str:
    """What to do about `failure`."""
    closer = next((advice for start, advice in _BY_DETAIL if failure.detail.startswith(start)), None)
    return (closer or ADVICE[failure.cause]).within(language)
