"""The columns of a catalogue that govreply knows, by the headings that archives print above them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from govreply.language import Bilingual
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import labels


class Field(StrEnum):
    """What a column holds."""

    TITLE = "title"
    NUMBER = "number"
    ISSUER = "issuer"
    DATE = "date"
    ADDRESSEE = "addressee"
    PAGES = "pages"
    CODE = "code"
    RETENTION = "retention"
    FILE = "file"
    YEAR = "year"
    ITEM = "item"
    FONDS = "fonds"
    UNIT = "unit"
    PART = "part"
    REMARK = "remark"
    SECRECY = "secrecy"
    ARCHIVED = "archived"
    MATTER = "matter"


WORDS: dict[Field, Bilingual] = {
    Field.TITLE: Bilingual("题名", "title"),
    Field.NUMBER: Bilingual("文号", "document number"),
    Field.ISSUER: Bilingual("责任者", "issuer"),
    Field.DATE: Bilingual("日期", "date"),
    Field.ADDRESSEE: Bilingual("主送", "addressee"),
    Field.PAGES: Bilingual("页数", "pages"),
    Field.CODE: Bilingual("档号", "archive code"),
    Field.RETENTION: Bilingual("保管期限", "retention period"),
    Field.FILE: Bilingual("文件名", "file name"),
    Field.YEAR: Bilingual("年度", "year"),
    Field.ITEM: Bilingual("件号", "item number"),
    Field.FONDS: Bilingual("全宗号", "fonds"),
    Field.UNIT: Bilingual("机构", "unit"),
    Field.PART: Bilingual("文档序号", "part number"),
    Field.REMARK: Bilingual("备注", "remark"),
    Field.SECRECY: Bilingual("密级", "secrecy"),
    Field.ARCHIVED: Bilingual("归档日期", "date of filing"),
    Field.MATTER: Bilingual("提案号", "number of the item"),
}

_BRACKETS = str.maketrans("（）〔〕【】", "()[][]")


def field_of(heading: str) -> tuple[Field, int] | None:
    """The field that a heading names, and its rank among the headings of that field (0 the most usual); ``None`` for others.

    Blanks, stars of required columns and what stands in brackets behind the words do not count: ``* 题  名（标题）``.
    """
    plain = plain_heading(heading)
    return _ranks().get(plain) or _ranks().get(plain.split("(")[0])


def field_named(name: str) -> Field | None:
    """The field called `name` by the user: ``title``, 题名, or any heading of it."""
    if name in list(Field):
        return Field(name)
    found = field_of(name)
    return found[0] if found else None


def plain_heading(heading: str) -> str:
    """A heading in its plain signs, to compare headings by."""
    return "".join(c for c in fold(heading) if not c.isspace() and c not in "*＊:：").translate(_BRACKETS)


@cache
def _ranks() -> dict[str, tuple[Field, int]]:
    ranks: dict[str, tuple[Field, int]] = {}
    counts: dict[str, int] = {}
    for label, name in labels("catalogue").items():
        ranks[plain_heading(label)] = Field(name), counts.get(name, 0)
        counts[name] = counts.get(name, 0) + 1
    return ranks
