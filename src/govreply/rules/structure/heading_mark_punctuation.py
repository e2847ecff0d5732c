"""The sign behind a numeral does not belong to its family: 1、 （一）、 （1）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Text
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._texts import all_measures, walk

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates

# style → signs that must not end its marker, and the right way to write it
_WRONG = {"1.": (("、",), "1."), "（一）": (("、", ".", "．"), "（一）"), "（1）": (("、", ".", "．"), "（1）")}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each family that is written wrongly, at its first marker."""
    found: dict[str, list[Text]] = {}
    for style, marker in _markers(reply):
        if style in _WRONG and marker.text.endswith(_WRONG[style][0]):
            found.setdefault(style, []).append(marker)
    for style, markers in found.items():
        right = _WRONG[style][1]
        first = markers[0]
        yield Problem(
            span=first.span,
            message=Bilingual(
                f"“{first.text}”序号标点不当，应为“{right}”一类（全文{len(markers)}处）",
                f"“{first.text}” has the wrong sign behind the numeral, should be like “{right}” ({len(markers)} in all)",
            ),
            related=tuple(
                Place(span=m.span, label=Bilingual(f"同样：“{m.text}”", f"likewise: “{m.text}”")) for m in markers[1:]
            ),
            suggestion=Bilingual(
                "带括号的序号之后不加标点，阿拉伯数字用下脚点", "no sign behind brackets, a full point behind digits"
            ),
        )


def _markers(reply: Reply) -> Iterator[tuple[str, Text]]:
    units = [(s.style, s.marker) for _, s in walk(reply.sections)]
    units += [(m.style, m.marker) for m in all_measures(reply)]
    yield from sorted(units, key=_start)


def _start(unit: tuple[str, Text]) -> int:
    return unit[1].span.start


def violates() -> Iterable[Violates]:
    """Numerals with a sign that is not theirs."""
    from govreply.testing import Violates

    yield Violates(_with("1、", "2、"), at="1、", related=("2、",), note="1、2、")
    yield Violates(_with("（一）、", "（二）、"), at="（一）、", related=("（二）、",), note="（一）、（二）、")
    yield Violates(_with("（1）.", "（2）."), at="（1）.", related=("（2）.",), note="（1）.（2）.")


def passes() -> Iterable[Passes]:
    """Numerals that are written rightly, and figures that are none."""
    from govreply.testing import Letter, Part, Passes

    yield Passes(_with("1.", "2."), note="1.2.")
    yield Passes(_with("（一）", "（二）"), note="（一）（二）")
    text = "管网密度由每平方公里1.5公里提高到2.1公里，1.2版技术导则已经印发。"
    yield Passes(Letter(sections=(Part(heading="加快改造", paragraphs=(text,)),)), note="小数1.5和版本号1.2")
    yield Passes(Letter(), note="一、二、")


def _with(*markers: str) -> Letter:
    from govreply.testing import Letter, Part

    headings = ("摸清管网底数", "实施分类改造")
    parts = tuple(
        Part(heading=heading, marker=marker, paragraphs=(f"围绕{heading}，市水务局明确了责任单位和完成时限。",))
        for heading, marker in zip(headings, markers, strict=True)
    )
    return Letter(sections=(Part(heading="加快推进改造", parts=parts),))


RULE = Rule(
    name="heading-mark-punctuation",
    code="STR004",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("序号标点不当", "Wrong sign behind a numeral"),
    explanation=Explanation(
        contradiction=Bilingual(
            "阿拉伯数字之后用了顿号，或带括号的序号之后又加标点，如1、（一）、（1）.。",
            "A pause mark behind an Arabic numeral, or any sign behind one in brackets: 1、 （一）、 （1）.",
        ),
        importance=Bilingual(
            "不合标点规范，全文也难统一。", "It breaks the standard and is rarely kept up throughout a text."
        ),
        silent=(
            Bilingual("小数（1.5）和版本号", "decimals and version numbers"),
            Bilingual("只缺一半括号的序号，多为文本损坏", "numerals that lost half their brackets, which is damage"),
        ),
        grounds=Bilingual("GB/T 15834-2011 附录B.3", "GB/T 15834-2011, annex B.3"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
