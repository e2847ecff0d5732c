"""Metadata around the letter: label and value pairs of a page (索引号, 发布机构, 成文日期), in tables or in lines."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Grid, GridCell, Row, as_text, tidy
from govreply.model import Metadata
from govreply.patterns import compile_pattern
from govreply.span import MappedText

# Canonical name → labels as printed, spaces removed.
LABELS: dict[str, tuple[str, ...]] = {
    "index": ("索引号", "索引号码", "信息索引号", "索取号"),
    "issuer": ("发布机构", "发布单位", "发文单位", "发文机关", "发文机构", "制发机关", "制发单位", "责任单位", "公开机构", "发布部门"),
    "written": ("成文日期", "成文时间", "生成日期", "制发日期", "制定日期", "生成时间", "签发日期"),
    "published": ("发布日期", "发布时间", "发文日期", "发文时间", "公开日期", "公开时间", "更新时间", "公布日期", "印发日期"),
    "disclosure": ("公开方式", "公开类型", "公开属性", "公开形式", "公开程度", "公开类别"),
    "number": ("文号", "发文字号", "文件编号", "发文文号", "文件号", "公文文号"),
    "title": ("标题", "名称", "文件名称", "信息名称", "公开事项名称", "题名", "文件标题", "公文名称", "信息标题"),
    "other": (
        "主题分类", "主题词", "主题名称", "信息分类", "分类", "组配分类", "体裁分类", "体裁", "公开目录", "有效性", "公开范围", "公开时限",
        "服务对象", "废止日期", "失效日期", "生效日期", "关键词", "内容概述", "信息类别", "公开责任部门", "时效", "有效期", "公文种类", "文种",
    ),
    "source": ("来源", "信息来源", "文章来源", "稿件来源"),
    "junk": ("作者", "阅读次数", "浏览次数", "访问次数", "点击数", "点击", "阅读", "字号", "字体", "字体大小", "时间", "日期", "责任编辑", "编辑", "审核", "点击次数", "浏览量", "访问量", "记者"),
}
_STRONG = {"index", "written", "disclosure", "other"}
_NAME_OF = {label: name for name, labels in LABELS.items() for label in labels}
_LABEL_TEXT = "|".join(r" {0,3}".join(label) for label in sorted(_NAME_OF, key=len, reverse=True))
_LABEL = compile_pattern(rf"(?<![\p{{Han}}\w])(?P<label>{_LABEL_TEXT}) {{0,3}}(?P<mark>：|[|])")
_VALUE_END = compile_pattern(r" {2,}| ?[|] ?| (?=〔)")


def read(draft: Draft) -> None:
    """Take metadata tables and metadata lines out of the letter and keep their pairs."""
    for grid in [p for p in draft.pieces if isinstance(p, Grid)]:
        pairs = list(_grid_pairs(grid))
        if len({name for name, _, _ in pairs if name in _STRONG}) >= 1 and len(pairs) >= 2:
            _keep(draft, pairs)
            draft.claim(grid, "metadata")
    for row in draft.rows:
        pairs = list(_row_pairs(row))
        if pairs and (_LABEL.match(row.raw_folded.lstrip(" |")) or len(pairs) >= 2):
            _keep(draft, pairs)
            draft.claim(row, "metadata")


def value(draft: Draft, name: str) -> MappedText | None:
    """The first value kept under a canonical name; ``None`` if the page has none or left it empty."""
    return next((text for found, text in draft.metadata_values if found == name and text.text), None)


def _keep(draft: Draft, pairs: list[tuple[str, str, MappedText]]) -> None:
    for name, label, text in pairs:
        draft.metadata_values.append((name, text))
        if name != "junk":
            draft.metadata.append(Metadata(label=label, value=as_text(text)))


def _grid_pairs(grid: Grid) -> Iterator[tuple[str, str, MappedText]]:
    """Label cells and the cells to their right; a cell may also hold ``label：value`` by itself."""
    cells: list[GridCell] = list(grid.cells)
    for at, cell in enumerate(cells):
        label = cell.folded.rstrip("：")
        name = _NAME_OF.get(label)
        if name is not None:
            right = cells[at + 1] if at + 1 < len(cells) and cells[at + 1].cell.row == cell.cell.row else None
            if right is not None and right.folded.rstrip("：") not in _NAME_OF:
                yield name, label, right.tidy
        else:
            for row in cell.rows:
                yield from _row_pairs(row)


def _row_pairs(row: Row) -> Iterator[tuple[str, str, MappedText]]:
    folded = row.raw_folded
    found = list(_LABEL.finditer(folded))
    for at, match in enumerate(found):
        label = match["label"].replace(" ", "")
        stop = found[at + 1].start() if at + 1 < len(found) else len(folded)
        start = match.end()
        while start < stop and folded[start] == " ":
            start += 1
        cut = _VALUE_END.search(folded, start, stop)
        text = row.raw.cut(start, cut.start() if cut else stop).strip(" \u3000\u00a0|")
        yield _NAME_OF[label], label, tidy(text)

