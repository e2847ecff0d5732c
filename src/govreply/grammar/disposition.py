"""What a letter says of the outcome: every class mark, what it says was done, adopted or planned, and rates of a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from govreply.grammar import marks
from govreply.grammar.draft import Draft
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.rows import Row, as_text
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import alternatives
from govreply.lexicon.numerals import read_integer
from govreply.lexicon.ordinals import match_marker
from govreply.model import ClassMark, Disposition, Outcome, PartRate, Statement, StatementKind
from govreply.patterns import compile_pattern

_CLASS_LABEL = alternatives(list(marks.words("class")), 6)
_SIGN = "[A-Z甲乙丙丁]"
_SIGNS_ROW = compile_pattern(
    rf" {{0,20}}[（〔]?(?:{_CLASS_LABEL}) {{0,4}}：? {{0,8}}[（〔“]?"
    rf"(?P<signs>{_SIGN}类?(?: {{0,2}}(?:[、/，|]|和|及|或) {{0,2}}{_SIGN}类?){{0,5}})[）〕”]? ?[类级]?[）〕]? {{0,20}}"
)
_ONE_SIGN = compile_pattern(_SIGN)
_LONGEST_CLASS_LINE = 30
_TEMPLATE_SIGNS = 3  # A、B、C is the choice that a template offers
_NO_CLASS_ROWS = ("metadata", "furniture", "form")

_SENTENCE = compile_pattern(r"[^。；！？]{1,600}[。；！？]?")
_TOLD = compile_pattern(
    r"^[，、“]{0,2}(?:关于|对于|针对|就)?(?:您|你们|贵[\p{Han}]|该提案|提案|建议|委员|代表)[^，。]{0,20}?(?:提出|指出|反映|提到|认为|建议|希望)"
    r"|收悉|^感谢|^衷心感谢|^专此|^特此"
)
_HEADING = compile_pattern(r"[^，：。；！？]{1,60}")  # no stop and no comma
_PLANNED = compile_pattern(
    r"下一?步|下阶段|今后|接下来|未来|(?<![即应])将(?![军领士来])|拟(?![人订定])|计划(?!生育)|打算|准备|力争|争取|有望|预计|适时|择机"
)
_DONE = compile_pattern(
    r"已(?![知久])|(?<![为除])了(?![解望然])|完成(?!后)|建成|竣工|投用|投入使用|投入运营|累计|截至|截止|目前|现有|先后|近年来|去年以来|今年以来|以来"
)
_NARRATED = compile_pattern(
    r"出台|印发|制定|修订|建立|成立|设立|组织|开展|实施|推行|落实|新增|新建|改造|达到|启动|召开|举办|安装|配备|健全|发放|拨付|整治|清理|推广|形成"
)
_ADOPTED = compile_pattern(r"采纳|吸收|吸纳|纳入|列入|同意(?!公开)")
_TIMED = compile_pattern(
    r"[0-9一二三四五六七八九十]{1,4} ?(?:年|月|日)|年[底内初中末度]|[今明后本全当]年|季度|[上下]半年|月底|近期"
    r"|十[三四五六]五|[0-9一二两三四五六七八九十]{1,3}个?(?:月|工作日|天)"
)
_ASSIGNED = compile_pattern(
    r"负责|牵头|责任(?:单位|部门|人|主体)|承办|(?<![我本])(?:局|委|厅|公司|集团|街道|管委会)(?![部面势])"
)
_VAGUE = compile_pattern(r"适时|择机|(?:条件|时机)(?:成熟|具备|允许)|具备条件(?:后|时)|视情|酌情")

_COUNT = r"(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
_PART_RATE = compile_pattern(
    rf"(?:您|你们|贵[\p{{Han}}]{{1,2}}|提案|建议|委员|代表)[^。；，]{{0,16}}?(?:提出|所提|反映)的?(?:[\p{{Han}}]{{0,4}}?)"
    rf"(?P<whole>(?P<of>{_COUNT})(?:条|点|项|个))[^。；0-9]{{0,40}}?[，。；、（][^。；0-9]{{0,20}}?"
    rf"(?:采纳|吸纳|转办|转交|转|交办|办理|落实|分解)[^。；，0-9]{{0,8}}?(?P<part>(?P<taken>{_COUNT})(?:条|点|项|个))[^。；%]{{0,12}}?"
    r"[，。；](?P<rate>(?:建议|提案|整体|总体|实际|意见)?(?:落实|办结|采纳|解决|办理|办复|完成)率(?:均|已|为|达|到|实现|了){0,3}(?:100%|百分之百))"
)


def read(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Fill ``draft.outcome``; `paragraphs` are those of receipt and body."""
    _take_from_form(draft)
    _take_from_body(draft)
    draft.outcome = Outcome(
        class_marks=tuple(sorted(_class_marks(draft), key=_start_of)),
        statements=tuple(_statements(draft, paragraphs)),
        part_rates=tuple(rate for p in paragraphs for rate in _part_rates(p)),
    )


def _take_from_form(draft: Draft) -> None:
    """类别 | B in a cell of the form is the class of a letter that prints none itself."""
    if draft.disposition is not None or draft.feedback is None:
        return
    for cell in draft.feedback.fields:
        sign = marks.bare_class(fold(cell.value.text)) if marks.is_class_label(fold(cell.label.text)) else None
        if sign is not None:
            draft.disposition = Disposition(text=cell.value.text, span=cell.value.span, code=sign.value)
            draft.why.accept("disposition", cell.value.text, cell.value.span, "class in a cell of the form")
            return


def _take_from_body(draft: Draft) -> None:
    """办理结果：A类，已解决 on a line of its own within the body, numbered or not, where nothing else prints the class."""
    if draft.disposition is not None or not (draft.receipt or draft.addressees):
        return
    for paragraph in draft.paragraphs:
        folded = paragraph.folded
        if len(folded) > _LONGEST_CLASS_LINE:
            continue
        marker = match_marker(folded, 0)
        mark = marks.class_mark(folded)
        if mark is None or mark.start != (marker.end if marker is not None else 0):
            continue
        sign = paragraph.cut(mark.value_start, mark.value_end)
        draft.disposition = Disposition(text=sign.text, span=sign.span, code=mark.value)
        draft.why.accept("disposition", sign.text, sign.span, "labelled class mark")
        return


def _start_of(mark: ClassMark) -> int:
    return mark.span.start


def _class_marks(draft: Draft) -> Iterator[ClassMark]:
    number = draft.document_number.span if draft.document_number is not None else None
    kept = draft.disposition
    if kept is not None:
        in_number = number is not None and number.contains(kept.span)
        yield ClassMark(text=kept.text, span=kept.span, pieces=kept.pieces, codes=(kept.code,), in_number=in_number)
    for told in draft.diagnostics:
        if told.code == "second-class-mark":
            in_number = number is not None and number.contains(told.span)
            code = marks.code_of(fold(told.detail))
            yield ClassMark(text=told.detail, span=told.span, codes=(code,), in_number=in_number)
    for row in _rows(draft):
        mark = _several(row)
        if mark is not None:
            yield mark


def _several(row: Row) -> ClassMark | None:
    """A labelled mark of several letters, or of a letter that is no class anywhere."""
    found = _SIGNS_ROW.fullmatch(row.raw_folded)
    if found is None:
        return None
    codes = tuple(marks.code_of(sign.group()) for sign in _ONE_SIGN.finditer(found["signs"]))
    if len(codes) == 1 and codes[0] in marks.CLASS_CODES.values():
        return None  # an ordinary mark
    base = as_text(row.raw, *found.span("signs"))
    options = len(set(codes)) >= _TEMPLATE_SIGNS
    return ClassMark(text=base.text, span=base.span, pieces=base.pieces, codes=codes, options=options)


def _rows(draft: Draft) -> list[Row]:
    pieces = [*draft.pieces, *(piece for piece, what in draft.claimed if what not in _NO_CLASS_ROWS)]
    return [piece for piece in pieces if isinstance(piece, Row)]


def _statements(draft: Draft, paragraphs: Sequence[Paragraph]) -> Iterator[Statement]:
    ahead = min((text.span.start for text in draft.outlook), default=None)
    thanks = min((text.span.start for text in draft.closing), default=None)
    for paragraph in paragraphs:
        start = paragraph.tidy.whole.start
        if thanks is not None and start >= thanks:
            return
        planning = ahead is not None and start >= ahead
        for sentence in _SENTENCE.finditer(paragraph.folded):
            planning = planning or _PLANNED.search(sentence.group()) is not None
            kind = _kind(sentence.group(), planning)
            if kind is not None:
                yield _statement(paragraph, sentence, kind)


def _kind(sentence: str, planning: bool) -> StatementKind | None:
    """Planned only where nothing in the sentence tells of something done or adopted."""
    if _ADOPTED.search(sentence):
        return StatementKind.ADOPTED
    if _TOLD.search(sentence) or _HEADING.fullmatch(sentence):
        return None
    if _DONE.search(sentence) or (not planning and _NARRATED.search(sentence)):
        return StatementKind.DONE
    return StatementKind.PLANNED if planning else None


def _statement(paragraph: Paragraph, sentence: regex.Match[str], kind: StatementKind) -> Statement:
    said = sentence.group()
    base = paragraph.cut(sentence.start(), sentence.end())
    return Statement(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        kind=kind,
        timed=_TIMED.search(said) is not None,
        assigned=_ASSIGNED.search(said) is not None,
        vague=_VAGUE.search(said) is not None,
    )


def _part_rates(paragraph: Paragraph) -> Iterator[PartRate]:
    for found in _PART_RATE.finditer(paragraph.folded):
        of, taken = _number(found["of"]), _number(found["taken"])
        if of is None or taken is None:
            continue
        base = paragraph.cut(*found.span("rate"))
        yield PartRate(
            text=base.text,
            span=base.span,
            pieces=base.pieces,
            whole=paragraph.cut(*found.span("whole")),
            part=paragraph.cut(*found.span("part")),
            of=of,
            taken=taken,
        )


def _number(written: str) -> int | None:
    return 2 if written == "两" else read_integer(written)
