"""The reply's own number (发文字号) is not of the form CODE〔YEAR〕N号."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from govreply.findings import Fix, Severity
from govreply.language import Bilingual
from govreply.model import DocumentNumber, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_OPEN = "〔﹝[［【（("
_CLOSE = "〕﹞]］】）)"
_HEXAGONAL = "〔﹝"  # the small form ﹝ is a matter of fonts
_STANDARD_SINCE = 2012  # GB/T 9704-2012; before it other forms were usual

_BRACKETS = Bilingual("年份应当用六角括号〔〕", "the year stands in hexagonal brackets 〔〕")
_SHORT_YEAR = Bilingual("年份应当写四位", "the year has four digits")
_EMPTY = Bilingual("缺发文顺序号", "the serial number is missing")
_ZERO = Bilingual("顺序号不编虚位，前面不补零", "the serial number has no leading zero")
_ORDINAL = Bilingual("顺序号前不加“第”", "no 第 stands before the serial number")
_NO_HAO = Bilingual("顺序号后应当有“号”", "号 stands behind the serial number")


@frozen
class _Parts:
    code: str
    bracket: str
    year: str
    serial: str


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, which lists every deviation."""
    number = reply.document_number
    if number is None or (number.year is not None and number.year < _STANDARD_SINCE):
        return
    parts = _split(number.raw)
    if parts is None:
        return
    faults = list(_faults(parts, from_page=any(m.value.span.contains(number.span) for m in reply.metadata)))
    if not faults:
        return
    yield Problem(
        span=number.span,
        message=Bilingual(
            f"发文字号“{number.raw}”不合格式：" + "；".join(f.zh for f in faults),
            f"the document number “{number.raw}” is out of form: " + "; ".join(f.en for f in faults),
        ),
        fix=_fix(number),
        suggestion=None
        if _fix(number)
        else Bilingual("查发文登记，补全发文字号", "complete it from the register of documents"),
    )


def _split(raw: str) -> _Parts | None:
    opened = next((i for i, c in enumerate(raw) if c in _OPEN), None)
    closed = next((i for i, c in enumerate(raw) if c in _CLOSE), None)
    if opened is None or closed is None or closed < opened:
        return None
    return _Parts(raw[:opened], raw[opened], raw[opened + 1 : closed], raw[closed + 1 :])


def _faults(parts: _Parts, *, from_page: bool) -> Iterator[Bilingual]:
    if parts.bracket not in _HEXAGONAL and not from_page:
        yield _BRACKETS  # catalogues of published documents may use [ ]
    if not (len(parts.year) == 4 and parts.year.isdecimal()):
        yield _SHORT_YEAR
    own_series = parts.code.endswith("字")  # ministries: 建提复字〔2023〕第29号
    if parts.serial.startswith("第") and not own_series:
        yield _ORDINAL
    digits = parts.serial.removeprefix("第").rstrip("号號")
    if not digits:
        yield _EMPTY
        return
    if digits.startswith("0"):
        yield _ZERO
    if not parts.serial.endswith(("号", "號")):
        yield _NO_HAO


def _fix(number: DocumentNumber) -> Fix | None:
    if not number.organ_code or number.year is None or number.serial is None or "-" in number.raw:
        return None
    return Fix(span=number.span, text=f"{number.organ_code}〔{number.year}〕{number.serial}号")


def violates() -> Iterable[Violates]:
    """Numbers out of form."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(document_number="武水函[2023]21号"), at="武水函[2023]21号", note="年份用方括号")
    yield Violates(Letter(document_number="武水函〔2023〕第021号"), at="武水函〔2023〕第021号", note="加“第”并补零")
    yield Violates(Letter(document_number="武水函〔23〕21号"), at="武水函〔23〕21号", note="年份两位")
    yield Violates(Letter(document_number="武水函〔2023〕号"), at="武水函〔2023〕号", note="顺序号空缺")


def passes() -> Iterable[Passes]:
    """Numbers in form, and other numbers of which this rule does not speak."""
    from govreply.testing import Letter, Part, Passes

    def citing(text: str) -> Letter:
        return Letter(sections=(Part(heading="工作进展", paragraphs=(text,)),))

    yield Passes(Letter(), note="规范的发文字号")
    yield Passes(Letter(document_number="建提复字〔2023〕第29号"), note="部委自定的“…字〔年〕第N号”")
    yield Passes(Letter(document_number="武水函﹝2023﹞21号"), note="小六角括号可归一")
    yield Passes(Letter(document_number=None), note="没有发文字号")
    yield Passes(
        citing("依据《城镇排水管理办法》（市政办[2008]12号），我局划定了养护范围。"), note="引用2012年前的文件"
    )
    yield Passes(citing("参照（2019）鄂01民终1234号判决，养护责任由产权单位承担。"), note="法院案号")
    yield Passes(citing("技术要求执行GB/T 9704—2012等标准。"), note="标准号")
    yield Passes(
        Letter(document_number=None, metadata=(("索引号", "SW-2023-117"), ("文号", "武水函[2023]21号"))),
        note="政府信息公开目录字段用方括号",
    )


RULE = Rule(
    name="document-number-form",
    code="IDN013",
    family="identity",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("发文字号格式不规范", "Form of the document number"),
    explanation=Explanation(
        contradiction=Bilingual(
            "本件发文字号不是“机关代字〔年份〕顺序号号”：括号不对、年份两位、补零、加“第”、缺“号”或顺序号空缺。",
            "The reply's number is not CODE〔YEAR〕N号: other brackets, two-digit year, leading zero, 第, no 号 or no serial.",
        ),
        importance=Bilingual(
            "文号是归档和查重的键，写法不一就排不到一起。",
            "The number is the key for filing and for finding duplicates; other writings do not sort together.",
        ),
        silent=(
            Bilingual(
                "2012年以前的文号，以及正文引用的文号",
                "numbers from before 2012, and numbers of documents that are cited",
            ),
            Bilingual("政府信息公开目录字段用 [ ]", "square brackets in fields of a publication catalogue"),
            Bilingual("法院案号、标准号", "numbers of court cases and of standards"),
            Bilingual("部委自定的“…字〔年〕第N号”", "the ministries' own series with 字 and 第"),
            Bilingual("小六角括号﹝﹞", "small hexagonal brackets ﹝﹞"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.2.5条", "GB/T 9704-2012, clause 7.2.5"),
    ),
    needs=("document_number",),
    check=check,
    violates=violates,
    passes=passes,
)
