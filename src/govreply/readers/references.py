"""Link reference definitions of Markdown: ``[1]: https://…``, on a line of its own (CommonMark 0.31, 4.7).

CommonMark takes any ``[label]: word`` for one. Here its target must look like an address, since letters hold lines such as
``[附件]: 清单``, which are text.
"""

from __future__ import annotations

from govreply.patterns import compile_pattern
from govreply.readers.lines import SourceLines

# in <>, with a scheme, relative, or ASCII with a point or slash inside
_TARGET = (
    r"<[^<>\n]{1,2000}+>|(?:[A-Za-z][A-Za-z0-9+.-]{1,20}:|[./#])[^\s<>]{1,2000}+"
    r"|(?=[^\s./]{1,200}[./])[!-;=?-~]{1,2000}+"
)
_DEFINITION = compile_pattern(
    rf" {{0,3}}+\[(?P<label>[^\[\]\n]{{1,200}}+)\]:[ \t]{{0,9}}+(?:{_TARGET})"
    r"""(?:[ \t]{1,9}+(?:"[^"\n]{0,500}+"|'[^'\n]{0,500}+'|\([^()\n]{0,500}+\))){0,1}+[ \t]{0,99}+"""
)
_FENCE = compile_pattern(r" {0,3}+(?P<fence>`{3}|~{3})")


def definitions(lines: SourceLines) -> dict[int, str]:
    """The numbers of the lines that define a link, outside of code fences, and the label that each defines."""
    found: dict[int, str] = {}
    fence = ""
    for number in range(len(lines)):
        start, end = lines.starts[number], lines.ends[number]
        opens = _FENCE.match(lines.text, start, min(end, start + 6)) if end > start else None
        if opens is not None and fence in ("", opens["fence"]):
            fence = "" if fence else opens["fence"]
        elif not fence and lines.text[start : start + 4].lstrip(" ").startswith("["):
            match = _DEFINITION.fullmatch(lines.text, start, end)
            if match is not None:
                found[number] = label_of(match["label"])
    return found


def label_of(text: str) -> str:
    """A label as labels are compared: white space collapsed, case folded."""
    return " ".join(text.split()).casefold()
