"""A long paragraph stands in the letter twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Text
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.structure._texts import body_texts

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_LEAST = 40  # characters, signs left out
_EDGE = 12
_MOST_OTHER = 0.04  # of the characters


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each paragraph that repeats an earlier one."""
    seen: dict[str, list[tuple[str, Text]]] = {}
    for text in body_texts(reply):
        core = "".join(c for c in _own_words(text) if c.isalnum())
        if len(core) < _LEAST:
            continue
        edges = ("^" + core[:_EDGE], core[-_EDGE:] + "$")  # a few changed characters leave one of them as it was
        alike = [known for edge in edges for known in seen.get(edge, ())]
        earlier = next((t for other, t in alike if _same(core, other)), None)
        for edge in edges:
            seen.setdefault(edge, []).append((core, text))
        if earlier is None:
            continue
        start = text.text[:12]
        yield Problem(
            span=text.span,
            message=Bilingual(f"“{start}…”一段与前文重复", f"the paragraph “{start}…” stands in the letter twice"),
            related=(Place(span=earlier.span, label=Bilingual("前一处", "first place")),),
            suggestion=Bilingual("删去一处，或补上本应写在这里的内容", "drop one, or write what should stand here"),
        )


def _own_words(text: Text) -> str:
    """Without the marker of a measure, which differs where the words do not."""
    marker = getattr(text, "marker", None)
    return text.text[len(marker.text) :] if isinstance(marker, Text) else text.text


def _same(left: str, right: str) -> bool:
    """Equal but for a few characters; figures must agree, as lists repeat a sentence with other figures."""
    if left == right:
        return True
    digits = ["".join(c for c in t if c.isdecimal()) for t in (left, right)]
    if digits[0] != digits[1] or abs(len(left) - len(right)) > len(left) * _MOST_OTHER:
        return False
    differing = sum(a != b for a, b in zip(left, right, strict=False))
    return differing <= len(left) * _MOST_OTHER


_TEXT = (
    "市水务局会同各区对老旧小区排水管网开展全面普查，建立问题清单和整改台账，逐个小区明确改造方案、责任单位和完成时限。"
)
_OTHER = "市水务局建立日常巡查制度，落实管护责任单位，定期开展管网清淤检测，对发现的破损、淤塞问题限期整改并跟踪复查。"


def violates() -> Iterable[Violates]:
    """Paragraphs printed twice."""
    from govreply.testing import Letter, Part, Violates

    def letter(second: str) -> Letter:
        return Letter(
            sections=(
                Part(heading="加快推进改造", paragraphs=(_TEXT,)),
                Part(heading="健全管护机制", paragraphs=(_OTHER,)),
                Part(heading="下步工作打算", paragraphs=(second,)),
            )
        )

    yield Violates(letter(_TEXT), at=_TEXT, related=(_TEXT,), note="第一节与第三节整段相同")
    near = _TEXT.replace("全面普查", "全面排查")
    yield Violates(letter(near), at=near, related=(_TEXT,), note="只差一字的两段")
    near = _TEXT.replace("市水务局会同", "市水务局联合")
    yield Violates(letter(near), at=near, related=(_TEXT,), note="改动在段首的两段")


def passes() -> Iterable[Passes]:
    """Things that may well stand twice."""
    from govreply.testing import Letter, Part, Passes
    from govreply.testing.surface import Surface, TitlePlace

    yield Passes(Letter(), note="各段不同")
    yield Passes(Letter(surface=Surface(title_place=TitlePlace.TWICE)), note="标题印两遍")
    bar = "武汉市水务局　政府信息公开　建议提案办理"
    yield Passes(Letter(surface=Surface(before=(bar,), after=(bar,))), note="页眉页脚")
    road = "中山路（一元路至三阳路段）雨污分流改造工程已于{}月开工，新建雨水管{}米、污水管{}米，计划年底前完成全部施工任务。"
    yield Passes(
        Letter(
            sections=(
                Part(heading="已开工项目", paragraphs=(road.format(3, 1200, 860),)),
                Part(heading="新增项目", paragraphs=(road.format(5, 940, 610),)),
            )
        ),
        note="句式相同而数据不同",
    )


RULE = Rule(
    name="paragraph-duplicate",
    code="STR018",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("段落重复", "Paragraph stands twice"),
    explanation=Explanation(
        contradiction=Bilingual(
            "正文里有两段四十字以上的文字相同，或只差个别字。",
            "Two paragraphs of forty characters or more are the same, or all but the same.",
        ),
        importance=Bilingual(
            "多为抄录错误，本应写在后一处的内容可能丢了。",
            "Mostly a slip of copying, and what belonged in the second place may be lost.",
        ),
        silent=(
            Bilingual("标题印两遍、页眉页脚", "titles printed twice, headers and footers"),
            Bilingual("句式相同而数据不同的段落", "sentences of one pattern with other figures"),
            Bilingual("四十字以下的短段", "paragraphs under forty characters"),
        ),
        grounds=Bilingual("抄录错误", "Slips of copying"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
