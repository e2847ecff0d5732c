"""Writing a catalogue with the elements of DA/T 46-2009, as a workbook or as XML by ``schemas/catalogue.xsd``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from govreply.batch.catalogue.errors import CatalogueError
from govreply.batch.catalogue.sheets import needs_extra
from govreply.batch.cross.view import View
from govreply.batch.filing.elements import ELEMENTS, Unit, units
from govreply.language import Bilingual
from govreply.system_errors import words_of
from govreply.version import VERSION

NAMESPACE: Final = "urn:govreply:catalogue:1"
_NAMESPACES: Final[Any] = {None: NAMESPACE}  # the stubs of lxml know no namespace without a prefix
STANDARD: Final = "DA/T 46-2009"
_MOST_ROWS: Final = 1_048_576 - 2
_LONGEST_CELL: Final = 32_767  # signs that a cell of a workbook can hold
_WIDTHS: Final = {
    "题名": 48,
    "说明题名文字": 36,
    "责任者": 24,
    "计算机文件名": 36,
    "附注": 30,
    "实体关系": 44,
    "文件编号": 22,
}
_USUAL_WIDTH: Final = 12
_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_catalogue(path: Path, view: View) -> int:
    """Write the units of a batch to `path`, whose ending says how; returns how many there are.

    An existing file is replaced only when the new one is complete.

    Raises:
        CatalogueError: for another ending than ``.xlsx`` and ``.xml``, a file that cannot be written, or more units than a
            sheet holds.
    """
    require_writable(path)
    try:
        with _replacing(path) as part:
            return _WRITERS[path.suffix.lower()](part, view)
    except OSError as error:
        why = words_of(error)
        raise CatalogueError(
            Bilingual(f"{path}：目录写不进去（{why.zh}）", f"{path}: cannot be written ({why.en})")
        ) from error


def require_writable(path: Path) -> None:
    """See that the ending of `path` is one that is known and that its folder is there.

    Raises:
        CatalogueError: if not.
    """
    if path.suffix.lower() not in _WRITERS:
        known = "、".join(_WRITERS)
        raise CatalogueError(
            Bilingual(f"{path}：目录只能写成 {known}", f"{path}: a catalogue is written as {' or '.join(_WRITERS)}")
        )
    if not path.absolute().parent.is_dir():
        raise CatalogueError(Bilingual(f"{path}：没有这个文件夹", f"{path}: there is no such folder"))


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    part = path.with_name(path.name + ".part")
    part.open("wb").close()  # where that fails, nobody need begin
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write_workbook(path: Path, view: View) -> int:
    try:
        import xlsxwriter
    except ImportError as error:
        raise needs_extra(path) from error

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(str(path), options)
    try:
        sheet = book.add_worksheet("目录")
        code = book.add_format({"font_color": "#666666", "align": "center"})
        head = book.add_format({"bold": True, "bg_color": "#E8EEF4", "border": 1, "align": "center", "text_wrap": True})
        cell = book.add_format({"valign": "top", "text_wrap": True})
        for at, (name, number) in enumerate(ELEMENTS.items()):
            sheet.set_column(at, at, _WIDTHS.get(name, _USUAL_WIDTH))
            sheet.write_string(0, at, number, code)
        for at, name in enumerate(ELEMENTS):
            sheet.write_string(1, at, name, head)
        sheet.freeze_panes(2, 0)
        count = 0
        for count, unit in enumerate(units(view), start=1):
            if count > _MOST_ROWS:
                raise CatalogueError(
                    Bilingual(
                        f"超过一张表的 {_MOST_ROWS} 行，请写成 .xml",
                        f"more than the {_MOST_ROWS} rows of a sheet; write .xml",
                    )
                )
            for at, name in enumerate(ELEMENTS):
                if name in unit.values:
                    sheet.write_string(count + 1, at, _clean(unit.text(name))[:_LONGEST_CELL], cell)
        sheet.autofilter(1, 0, count + 1, len(ELEMENTS) - 1)
    finally:
        _close(book)
    return count


def _close(book: Any) -> None:
    """Write the workbook, which happens when it is closed."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:  # wraps what the system said
        raise error.args[0] from error


def _write_xml(path: Path, view: View) -> int:
    from lxml import etree

    count = 0
    with path.open("wb") as file, etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        tag = f"{{{NAMESPACE}}}"
        attributes = {"standard": STANDARD, "generator": f"govreply {VERSION}"}
        with xml.element(f"{tag}目录", attributes, nsmap=_NAMESPACES):
            for unit in units(view):
                xml.write("\n")
                xml.write(_element(unit))
                count += 1
            xml.write("\n")
    return count


def _element(unit: Unit) -> object:
    from lxml import etree

    tag = f"{{{NAMESPACE}}}"
    root = etree.Element(f"{tag}件", nsmap=_NAMESPACES)
    for name, code in ELEMENTS.items():
        for value in unit.values.get(name, ()):
            etree.SubElement(root, f"{tag}{name}", {"code": code}).text = _clean(value)
    return root


def _clean(text: str) -> str:
    """`text` without signs that no XML file can hold, a workbook being one."""
    return _NOT_IN_XML.sub("\ufffd", text)


_WRITERS: Final[dict[str, Callable[[Path, View], int]]] = {".xlsx": _write_workbook, ".xml": _write_xml}
