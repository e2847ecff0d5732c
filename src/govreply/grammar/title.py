"""标题: the document's title, joined over lines, chosen among several printings; never invented."""

from __future__ import annotations

from attrs import frozen

from govreply.grammar import metadata
from govreply.grammar.draft import Draft
from govreply.grammar.letterhead import class_in_title, read_marks
from govreply.grammar.matter import read_matters
from govreply.grammar.numbers import match_number
from govreply.grammar.organs import as_mention, is_organ, note_place
from govreply.grammar.rows import Row, as_text
from govreply.lexicon.fold import fold
from govreply.model import Matter, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, join

_ENDING = compile_pattern(
    r"(?:答复|复函|答复函|答复的函|回复|回复函|答复摘要|的函|的函摘要|会办意见|协办意见|办理意见|答复意见|办理情况的报告|答复意见的函|办理情况|会办工作的意见|的情况说明|的意见)"
    r"[》”]?(?:（[^）]{2,40}）)?$"
)
_ITEM = compile_pattern(r"提案|建议|议案|议事原案|协办件|会办件")
_START = compile_pattern(r"关于|对|(?:政协|人大|会议).{0,40}第")
_FRAGMENT_START = compile_pattern(r"^(?:第.{1,16}号|提案|建议|议案|的?答复|会议|（第)")
_ORGAN_FRONT = compile_pattern(r"^(?P<organ>[\p{Han}（）]{3,50}?)(?=(?:《|“)?(?:关于|对|答复|回复))")
_ORGAN_BACK = compile_pattern(r"（(?P<organ>[\p{Han}]{3,30})）$")
_TRAILER = compile_pattern(
    r"(?:（[^（）]{0,24}〔[0-9]{4}〕[^（）]{0,8}号）)?(?:分类|类别|办理类别|办理结果)：?[A-D]类?$|（[^（）]{0,24}〔[0-9]{4}〕[^（）]{0,8}号）$"
)
_NO_TITLE = compile_pattern(r"[。；！？]|收悉|如下|：$|^(?:联系|抄送|附件)|感谢")
_LONGEST = 160


@frozen(eq=False)
class _Printing:
    """One printing of the title."""

    text: MappedText
    rows: tuple[Row, ...]
    mention: Matter | None

    @property
    def weight(self) -> tuple[int, int]:
        """An undamaged printing names session, number and kind; of equals the longer one has lost less."""
        known = self.mention
        parts = [] if known is None else [known.session, known.number, known.assembly, known.kind]
        return sum(p is not None for p in parts), -len(self.rows)


def read_title(draft: Draft, rows: list[Row]) -> list[Row]:
    """Find the title among the rows before the addressee; return the rows that are left."""
    printings = _printings(rows)
    if printings:
        best = max(printings, key=lambda p: p.weight)
        _keep(draft, best.text, "row that names the item and ends as a reply's title does")
        for other in printings:
            if other is not best:
                draft.why.reject(
                    "title", other.text.text, other.text.whole, "a less damaged or earlier printing was found"
                )
        used = {id(row) for p in printings for row in p.rows}
        draft.claim_all([row for row in rows if id(row) in used], "title")
        return [row for row in rows if id(row) not in used]
    named = metadata.value(draft, "title")
    if named is not None and is_title(fold(named.text)):
        _keep(draft, named, "metadata of the page")
    return rows


def is_title(folded: str) -> bool:
    """Whether a line reads as the whole title of a reply."""
    core = _without_trailer(folded)
    return (
        len(core) <= _LONGEST
        and _ENDING.search(core) is not None
        and _ITEM.search(core) is not None
        and _START.search(core) is not None
        and _NO_TITLE.search(core) is None
    )


def _printings(rows: list[Row]) -> list[_Printing]:
    found: list[_Printing] = []
    for at, row in enumerate(rows):
        if _ENDING.search(_without_trailer(row.folded)) is None or _NO_TITLE.search(row.folded):
            continue
        used = [row]
        back = at - 1
        while back >= 0 and len(used) < 4 and _needs_front(used[0].folded, rows[back].folded):
            used.insert(0, rows[back])
            back -= 1
        text = join([r.tidy for r in used])
        if not is_title(fold(text.text)):
            continue
        readings = read_matters(text, fold(text.text), Where.TITLE)
        found.append(_Printing(text, tuple(used), readings[0].matter if readings else None))
    return found


def _needs_front(first: str, above: str) -> bool:
    """Whether the line above belongs to the title: this one begins in its middle, that one is no title or mark itself."""
    if (
        _NO_TITLE.search(above)
        or _ENDING.search(above)
        or match_number(MappedText.verbatim(above, 0, len(above)), above)
    ):
        return False
    if _FRAGMENT_START.match(first):
        return _START.search(above) is not None or above.endswith("会议") or _START.search(first) is None
    organ = _ORGAN_FRONT.match(first)
    return first.startswith(("关于", "对")) is False and organ is None and _START.search(first) is None


def _without_trailer(folded: str) -> str:
    match = _TRAILER.search(folded)
    return folded[: match.start()] if match and match.start() > 8 else folded


def _keep(draft: Draft, text: MappedText, reason: str) -> None:
    folded = fold(text.text)
    core = text.cut(0, len(_without_trailer(folded)))
    trailer = text.cut(len(core.text), len(text.text))
    draft.title_text = core
    draft.title = as_text(core)
    draft.why.accept("title", core.text, core.whole, reason)
    class_in_title(draft, core, fold(core.text))
    if trailer.text:
        _read_trailer(draft, trailer)
    for reading in read_matters(core, fold(core.text), Where.TITLE):
        draft.mentions.append(reading.matter)
        for name, value, why in reading.evidence:
            draft.why.accept(f"matter.{name}", value.text, value.span, f"title: {why}")


def _read_trailer(draft: Draft, trailer: MappedText) -> None:
    folded = fold(trailer.text)
    close = folded.find("）")
    parts = (
        [trailer.cut(1, close), trailer.cut(close + 1, len(folded))]
        if folded.startswith("（") and close > 0
        else [trailer]
    )
    line = draft.rows[0].line if draft.rows else None
    if line is not None:
        read_marks(draft, [Row(p, line) for p in parts if p.text])


def organ_of_title(draft: Draft) -> None:
    """The issuer as the title names it: in front of 关于 or 对, or in brackets at its end."""
    text = draft.title_text
    if text is None:
        return
    folded = fold(text.text)
    for pattern, reason in (
        (_ORGAN_FRONT, "in front of 关于 in the title"),
        (_ORGAN_BACK, "in brackets at the end of the title"),
    ):
        match = pattern.search(folded)
        if match is None or not is_organ(match["organ"]):
            continue
        name = text.cut(match.start("organ"), match.end("organ"))
        note_place(draft, name)
        if draft.issuer is None:
            draft.issuer = as_mention(draft, name)
            draft.why.accept("issuer", name.text, name.whole, reason)
        else:
            draft.why.reject("issuer", name.text, name.whole, "the letterhead goes before the title")
        return
