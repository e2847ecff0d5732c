"""Dates taken together: what the page gives, weekdays, what is said to come, years of five-year plans, the day of assignment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from govreply.grammar.draft import Draft
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import as_text
from govreply.grammar.signature import as_date
from govreply.lexicon.dates import find_dates, read_date_line
from govreply.lexicon.fold import fold
from govreply.lexicon.plans import plan
from govreply.model import DateText, PageDate, PageDateKind, PlanPeriod, Prospect, Text, Timing, WeekdayClaim, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText

# 生成日期 is when the page was made, 发文日期 and 印发日期 are days of sending: they may differ from both
_WRITTEN = ("成文", "形成", "落款", "制发", "文件日期", "公文时间", "签发")
_PUBLISHED = ("发布", "公开日期", "公开时间", "公布", "发表", "公示", "上传", "上网", "登载", "更新")
_DAY_LABEL = ("日期", "时间")

_WEEKDAY = compile_pattern(r" ?[（]? ?(?:星期|周|礼拜)(?P<day>[一二三四五六日天])(?=[），。；、 ]|[上下][午]|$)")
_WEEKDAYS = "一二三四五六日"
_LUNAR = compile_pattern(r"(?:农历|阴历|夏历)[^，。；]{0,6}$")

_SENTENCE_END = compile_pattern("[。；！？]")
# 争取2022年中央资金 tells of money received, so only words that are followed by 于 or 在, and 预计, speak of the future
_PROSPECT = compile_pattern(
    r"(?:预计(?:将)?[于在]?|(?:(?<!应)将|拟|计划|力争|争取|有望)[于在]) ?(?P<date>20[0-9]{2} ?年(?: ?[0-9]{1,2} ?月)?)"
    r"(?=[^，。；：]{0,20}?(?:建成|完工|竣工|开工|动工|投[用产运]|投入|启[用动]|完成|实施|运[行营]|通车|开[通放业]|交付|验收|上线|出台|印发"
    r"|落成|达产|实现))"
)
# the sentence tells of somebody's aim, or of what was meant once
_TOLD = compile_pattern(
    r"原|曾|当时|当年|此前|彼时|最初|起初|本应|提出|明确|决定|会议|部署|列入|要求|指出|强调|目标|根据|按照|依据|依照|《|您|提案|委员|代表|反映|报道|去年|前年"
)
# … or goes on to what came of it; 将在2022年改造的基础上 looks back
_CHANGED = compile_pattern(
    r"累计|目标|因|但|然而|推迟|延期|延迟|延后|顺延|调整|变更|已|实际|未能|尚未|基础上|的经验|以后|之后|以来"
)
_OPEN_QUOTE = compile_pattern(r"[“《][^”》]{0,80}$")
_LONGEST_QUOTE = 80

_PLAN_YEARS = compile_pattern(
    r"[“\"‘]?(?<![一二三四五六七八九十])(?P<plan>十[一二三四五六]五|[七八九]五)[”\"’]? {0,2}(?:规划|发展|建设){0,2}(?:时期|期间|期)?"
    r"（(?:即|自)?(?P<first>(?:19|20)[0-9]{2}) ?年? ?[-~～至到]{1,2} ?(?P<last>(?:19|20)[0-9]{2}) ?年?）"
)
_SEVERAL_PLANS = compile_pattern(r"五[”\"’]?(?:时期|期间)?[、和与及至到-]?$")

_ASSIGNED = compile_pattern(r"[^。；0-9]{0,14}?交办")
_OPENING = 3  # paragraphs
_FOLLOW_UP = compile_pattern(
    r"(?:再次|二次|两次|重新|补充|跟踪|后续|进一步)(?:办理)?(?:情况)?的?(?:答复|回复|办理|复函)"
)


def read(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Fill ``draft.timing``; `paragraphs` are those of receipt and body."""
    head = [draft.title_text] if draft.title_text is not None else []
    opening = [p.tidy for p in paragraphs[:_OPENING]]
    draft.timing = Timing(
        page_dates=tuple(_page_dates(draft)),
        weekdays=tuple(w for p in paragraphs for w in _weekdays(p)),
        prospects=tuple(f for p in paragraphs for f in _prospects(p)),
        plan_periods=tuple(y for p in paragraphs for y in _plan_periods(p)),
        assigned=next((found for text in opening for found in _assigned(text)), None),
        follow_up=next((found for text in [*head, *opening] for found in _follow_up(text)), None),
    )


def _page_dates(draft: Draft) -> Iterator[PageDate]:
    values = [value for name, value in draft.metadata_values if name != "junk"]
    for pair, value in zip(draft.metadata, values, strict=True):
        date = _date(value) if pair.label.endswith(_DAY_LABEL) else None
        if date is not None:
            yield PageDate(kind=_kind(pair.label), label=pair.label, date=date)


def _kind(label: str) -> PageDateKind:
    if label.startswith(_WRITTEN):
        return PageDateKind.WRITTEN
    return PageDateKind.PUBLISHED if label.startswith(_PUBLISHED) else PageDateKind.OTHER


def _date(value: MappedText) -> DateText | None:
    """The first whole day in a value."""
    folded = fold(value.text)
    line = read_date_line(folded)
    found = [line] if line is not None else find_dates(folded)
    return next((as_date(value, d, Where.METADATA) for d in found if d.iso is not None and d.day is not None), None)


def _weekdays(paragraph: Paragraph) -> Iterator[WeekdayClaim]:
    folded = paragraph.folded
    for date in find_dates(folded):
        claimed = _WEEKDAY.match(folded, date.end) if date.iso is not None and date.day is not None else None
        if claimed is None or _LUNAR.search(folded, max(0, date.start - 10), date.start):
            continue
        base = as_text(paragraph.tidy, date.start, claimed.end("day"))
        yield WeekdayClaim(
            text=base.text,
            span=base.span,
            pieces=base.pieces,
            date=as_date(paragraph.tidy, date, Where.BODY),
            weekday=_WEEKDAYS.index(claimed["day"].replace("天", "日")) + 1,
        )


def _prospects(paragraph: Paragraph) -> Iterator[Prospect]:
    folded = paragraph.folded
    ends = [0, *(m.end() for m in _SENTENCE_END.finditer(folded)), len(folded)]
    for found in _PROSPECT.finditer(folded):
        start, end = ends[bisect_right(ends, found.start()) - 1], ends[bisect_left(ends, found.end())]
        if _TOLD.search(folded, start, found.start()) or _CHANGED.search(folded, found.end(), end):
            continue
        date = next(iter(find_dates(found["date"])), None)
        if date is None or date.iso is None or _is_quoted(folded, found.start()):
            continue
        base = as_text(paragraph.tidy, *found.span())
        day = as_date(paragraph.tidy.cut(*found.span("date")), date, Where.BODY)
        yield Prospect(text=base.text, span=base.span, pieces=base.pieces, date=day)


def _plan_periods(paragraph: Paragraph) -> Iterator[PlanPeriod]:
    folded = paragraph.folded
    for found in _PLAN_YEARS.finditer(folded):
        ahead = folded[max(0, found.start() - 8) : found.start()]
        named = plan(found["plan"])
        if named is None or _SEVERAL_PLANS.search(ahead) or _is_quoted(folded, found.start()):
            continue
        base = as_text(paragraph.tidy, *found.span())
        yield PlanPeriod(
            text=base.text,
            span=base.span,
            pieces=base.pieces,
            plan=named.short,
            first=int(found["first"]),
            last=int(found["last"]),
        )


def _is_quoted(folded: str, at: int) -> bool:
    """Whether a quotation or title mark is open at `at`."""
    return _OPEN_QUOTE.search(folded[max(0, at - _LONGEST_QUOTE) : at]) is not None


def _assigned(text: MappedText) -> Iterator[DateText]:
    folded = fold(text.text)
    for date in find_dates(folded):
        if date.iso is not None and date.day is not None and _ASSIGNED.match(folded, date.end):
            yield as_date(text, date, Where.RECEIPT)


def _follow_up(text: MappedText) -> Iterator[Text]:
    for found in _FOLLOW_UP.finditer(fold(text.text)):
        yield as_text(text, *found.span())
