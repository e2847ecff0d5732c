"""Entries of a form: label and value, whether the form is a table, tab-separated lines or plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen, mutable

from govreply.grammar.rows import Grid, GridCell, Row, tidy
from govreply.grammar.ticks import lone_tick
from govreply.lexicon.fold import fold
from govreply.patterns import compile_pattern
from govreply.span import MappedText, join

# Field of the model → labels as printed, spaces, colons and brackets removed.
LABELS: dict[str, tuple[str, ...]] = {
    "proposer": (
        "提案者", "提案人", "提案单位", "提案委员", "第一提案人", "第一提案者", "代表姓名", "领衔代表", "代表", "委员姓名", "委员", "建议人", "领衔人", "提出人", "提案者姓名",
        "提案人姓名", "提案者名称", "姓名", "建议代表", "代表名字", "领衔代表姓名", "提建议代表", "建议者", "提案者单位或姓名", "议案人",
    ),
    "number": ("提案编号", "提案号", "建议编号", "建议号", "编号", "案号", "建议议案编号", "议案编号", "件号", "提案序号", "议案号", "提案建议编号", "建议提案编号", "建议案号"),
    "matter_title": (
        "提案标题", "提案题目", "案由", "建议标题", "标题", "建议题目", "题目", "提案名称", "建议名称", "提案案由", "建议案由", "议案标题", "提案建议标题", "建议提案标题", "件名",
    ),
    "organ": ("承办单位", "主办单位", "办理单位", "答复单位", "承办部门", "主办部门", "承办机关", "承办单位名称", "主承办单位"),
    "place": ("见面地点", "沟通地点", "面商地点", "走访地点", "地点", "协商地点", "座谈地点", "会面地点"),
    "date": ("日期", "反馈时间", "反馈日期", "填表日期", "签名日期", "时间", "填表时间", "年月日", "测评时间", "评价时间"),
    "phone": ("联系电话", "电话", "联系方式", "手机号码"),
    "opinion": (
        "对办理工作的意见", "意见建议", "意见和建议", "代表意见", "委员意见", "对提案办理的意见或建议", "对办理情况意见", "对办理情况的意见", "提案者意见", "具体意见", "提案人意见",
        "对办理工作的意见和建议", "对办理工作的意见建议", "对提案办理的意见", "对答复的意见", "意见或建议", "其他意见", "意见及建议", "对提案办理工作的意见", "代表意见和建议",
        "对建议办理的意见", "对建议办理的意见或建议", "对办理结果的意见", "委员意见建议", "代表意见建议", "意见", "建议", "对办理情况的意见和建议", "其他意见和建议", "对承办单位的意见",
        "对建议办理工作的意见", "评价意见", "反馈意见", "对办理情况的具体意见",
    ),
    "signature": (
        "委员签名", "代表签名", "签章", "签名", "提案者盖章", "提案者签名", "提案者签章", "提案人签名", "签字", "代表签字", "委员签字", "提案人签字", "盖章", "签名盖章", "提案者签字",
        "委员签章", "代表签章", "提案人签章", "签名或盖章", "提案者签字或盖章", "提案者签名或盖章", "委员签名盖章", "代表委员签名",
    ),
    "other": (
        "承办意见", "承办单位意见", "分管领导意见", "办理结果", "办理情况", "收到时间", "是否收到答复函", "你是否收到答复函", "通讯地址", "邮政编码", "邮编", "备注", "建议要求", "单位", "会办单位",
        "协办单位", "代表证号码", "工作单位", "界别", "见面时间", "沟通时间", "面商时间", "走访时间", "承办人", "经办人", "办理人员", "见面人员", "填表说明", "届次", "类别", "办理类别",
    ),
    "question": (
        "办理效果", "结果评价", "答复公开", "办理结果评价", "办理态度", "办理态度评价", "满意程度", "满意度", "办理人员态度", "对办理态度的评价", "对办理结果的评价", "对办理工作的评价", "办理前沟通情况",
        "答复前沟通联系情况", "走访情况", "面商方式", "见面方式", "沟通方式", "沟通联系情况", "听取意见方式", "答复前听取意见方式", "是否同意办理结果", "是否同意答复内容公开", "是否同意公开", "公开意见",
        "总体评价", "综合评价", "评价", "办理工作评价", "对办理工作", "对办理结果", "收到答复函您认为", "答复内容评价", "测评结果", "测评意见", "答复是否针对提案", "联系沟通情况", "沟通情况", "联系情况",
        "办理工作满意度", "办理结果满意度", "对答复是否满意", "是否满意", "问题解决情况", "意见采纳情况", "协商形式", "团体分管领导答复", "办理方式", "对办理情况的评价", "代表评价", "委员评价",
    ),
}  # fmt: skip
FIELD_OF = {label: name for name, labels in LABELS.items() for label in labels}
_BRACKETS = compile_pattern(r"[（(][^）)]{0,20}[）)]|[：*＊ 　\d.、]|\s")
_ROW_LABEL = compile_pattern(r"^(?P<label>[\p{Han}（） ]{2,24}?) {0,3}：")


@mutable
class Entry:
    """A label and what stands beside or below it; `values` keep their spaces."""

    label: MappedText
    field: str
    values: list[MappedText]

    @property
    def name(self) -> str:
        """The label folded, spaces and colon removed."""
        return fold(tidy(self.label).text).strip("：*＊ ")

    @property
    def value(self) -> MappedText:
        """All values, a space between them."""
        return join(self.values, " ") if self.values else MappedText.empty(self.label.whole.end)


@frozen
class Column:
    """An option printed as a column head, with the cell below it that takes the tick."""

    head: GridCell
    below: GridCell | None


def field_of(folded: str) -> str | None:
    """The field that a cell's text labels; ``None`` if it is no label."""
    if len(folded) > 40:
        return None
    core = _BRACKETS.sub("", folded)
    return FIELD_OF.get(core)


def entries_of_grid(grid: Grid) -> Iterator[Entry]:
    """Label cells with the cells to their right; unlabelled first cells of a row count as labels if the rest is a value."""
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.cell.row, []).append(cell)
    for index in sorted(rows):
        yield from _entries_of_cells(rows[index])


def _entries_of_cells(cells: Sequence[GridCell]) -> Iterator[Entry]:
    entry: Entry | None = None
    for cell in cells:
        name = field_of(cell.folded)
        if name is not None and not (entry is not None and not entry.values and name == "proposer" and len(cell.text) < 3):
            if entry is not None:
                yield entry
            entry = Entry(cell.raw, name, [])
            continue
        inner = _inner_entry(cell) if entry is None or entry.values else None
        if inner is not None:
            if entry is not None:
                yield entry
            yield inner
            entry = None
        elif entry is None:
            entry = Entry(cell.raw, "unknown", [])
        else:
            entry.values.append(cell.raw)
    if entry is not None:
        yield entry


def _inner_entry(cell: GridCell) -> Entry | None:
    """``label：value`` inside one cell."""
    folded = fold(cell.raw.text)
    match = _ROW_LABEL.match(folded)
    if match is None:
        return None
    name = field_of(match["label"].replace(" ", ""))
    return None if name is None else Entry(cell.raw.cut(0, match.end("label")), name, [cell.raw.cut(match.end(), len(folded))])


def entry_of_row(row: Row) -> Entry | None:
    """``label：value`` on a line, or a label alone; ``None`` if the line begins with no label."""
    folded = row.raw_folded
    lead = len(folded) - len(folded.lstrip())
    match = _ROW_LABEL.match(folded.lstrip())
    if match is not None:
        name = field_of(match["label"].replace(" ", ""))
        if name is not None:
            return Entry(row.raw.cut(lead, lead + match.end("label")), name, [row.raw.cut(lead + match.end(), len(folded))])
        return None
    name = field_of(row.folded)
    return Entry(row.raw, name, []) if name is not None and len(row.folded) >= 3 else None


def columns_below(grid: Grid) -> Iterator[tuple[GridCell, list[Column]]]:
    """Questions whose options are column heads and whose ticks stand in the cells below them."""
    cells = list(grid.cells)
    for cell in cells:
        if cell.cell.rowspan < 2 or not cell.text:
            continue
        heads = [c for c in cells if c.cell.row == cell.cell.row and c.cell.column > cell.cell.column and c.text and len(c.text) <= 8]
        columns = [Column(h, _below(cells, h)) for h in heads]
        ticks = [lone_tick(fold(c.below.raw.text)) if c.below is not None else None for c in columns]
        if len(columns) >= 2 and all(t is not None for t in ticks):
            yield cell, columns


def _below(cells: Sequence[GridCell], head: GridCell) -> GridCell | None:
    row, column = head.cell.row + head.cell.rowspan, head.cell.column
    return next((c for c in cells if c.cell.row == row and c.cell.column <= column < c.cell.column + c.cell.colspan), None)
