"""markdown-it-py, set up to tell which lines are what, with the column where the text of each line begins."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, code, fence, heading, hr, html_block, lheading, paragraph
from markdown_it.token import Token

from govreply.patterns import compile_pattern
from govreply.readers.budget import Budget
from govreply.readers.lines import SourceLines, matches

_Rule = Callable[[StateBlock, int, int, bool], bool]

TABLE = "pipe_table"
STARTS = "starts"  # key of ``Token.meta``: for each line, the column where the text of the block begins
# Deeper quotations and lists become plain lines; markdown-it-py takes time in proportion to depth times lines.
_MOST_NESTING = 12
_DELIMITER = frozenset("-:| \t")
_CELL = frozenset("-:")
# A list item takes markdown-it-py as long as so many plain lines.
_BLOCKS_PER_ITEM = 8
_ITEM_MARKERS = compile_pattern(r"(?m)^[ \t>]{0,99}+(?:(?P<marker>[-*+]|[0-9]{1,9}+[.)])(?:[ \t]{1,99}+|$)){1,99}+")


def check_items(text: str, budget: Budget) -> None:
    """Stop before markdown-it-py is given more list items than it takes in a few seconds; letters have some dozens."""
    most = budget.limits.blocks // _BLOCKS_PER_ITEM
    found = 0
    for match in matches(_ITEM_MARKERS, text):
        found += len(match.captures("marker"))
        if found > most:
            raise budget.passed("blocks", budget.limits.blocks, f"more than {most} list items")


def block_tokens(lines: SourceLines, blank: Container[int] = ()) -> list[Token]:
    """The block tokens of a text, without inline tokens; line numbers count from 0. Lines in `blank` count as blank."""
    text = "\n".join("" if n in blank else lines[n] for n in range(len(lines)))
    return list(_parser().parse(text))


def cells_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges between the pipes of the table row ``[start, end)`` of `text`; escaped pipes part nothing."""
    while start < end and text[start] in " \t":
        start += 1
    while start < end and text[end - 1] in " \t":
        end -= 1
    if start < end and text[start] == "|":
        start += 1
    at = start
    while at < end:
        if text[at] == "\\":
            at += 1
        elif text[at] == "|":
            yield start, at
            start = at + 1
        at += 1
    if start < end:
        yield start, end


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING})
    parser.core.ruler.enableOnly(["normalize", "block"])
    # a definition such as [1]: text would vanish from the document
    parser.disable("reference")
    rules = parser.block.ruler
    interrupting = ["paragraph", "reference", "blockquote"]
    rules.before("code", TABLE, _with_starts(_table), {"alt": ["paragraph", "reference"]})
    rules.at("code", _with_starts(code))
    rules.at("fence", _with_starts(fence), {"alt": [*interrupting, "list"]})
    rules.at("hr", _with_starts(hr), {"alt": [*interrupting, "list"]})
    rules.at("html_block", _with_starts(html_block), {"alt": interrupting})
    rules.at("heading", _with_starts(heading), {"alt": interrupting})
    rules.at("lheading", _with_starts(lheading))
    rules.at("paragraph", _with_starts(paragraph))
    return parser


def _with_starts(rule: _Rule) -> _Rule:
    def recorded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent and len(state.tokens) > made:
            state.tokens[made].meta[STARTS] = [
                state.bMarks[n] + state.tShift[n] - _line_start(state, n) for n in range(start, state.line)
            ]
        return found

    return recorded


def _line_start(state: StateBlock, number: int) -> int:
    return state.eMarks[number - 1] + 1 if number else 0


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A pipe table as in GitHub Flavored Markdown, but rows may have more or fewer cells than its second line says."""
    if start + 1 >= end or state.sCount[start + 1] < state.blkIndent or state.is_code_block(start + 1):
        return False
    if "|" not in _content(state, start) or not _is_delimiter(_content(state, start + 1)):
        return False
    if silent:
        return True
    after = start + 2
    while after < end and state.sCount[after] >= state.blkIndent and "|" in _content(state, after):
        after += 1
    token = state.push(TABLE, "", 0)
    token.map = [start, after]
    state.line = after
    return True


def _content(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _is_delimiter(row: str) -> bool:
    if "|" not in row or not _DELIMITER.issuperset(row):
        return False
    cells = [row[a:b].strip() for a, b in cells_of(row, 0, len(row))]
    return bool(cells) and all(c.strip(":") and ":" not in c.strip(":") for c in cells)
