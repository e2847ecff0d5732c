"""标题: the document's title, joined over lines, chosen among several printings; never invented."""

from __future__ import annotations

from attrs import frozen

from govreply.grammar import metadata
from govreply.grammar.draft import Draft
from govreply.grammar.letterhead import marks_in_title, read_marks
from govreply.grammar.matter import read_matters
from govreply.grammar.matter_number import number_lost
from govreply.grammar.numbers import match_number
from govreply.grammar.organs import as_mention, first_of, is_organ, note_place
from govreply.grammar.rows import Row, as_text, closed
from govreply.lexicon.fold import fold
from govreply.model import Matter, Where
from govreply.patterns import compile_pattern
from govreply.span import MappedText, join

# how a title ends: the kind of paper, with the work it reports on; 答复, 复函, 办理情况的函, 会办意见, 再次答复的函摘要
_PAPER = (
    r"(?:答复|回复|复函|答覆|批复)(?:函|书|件|稿|文|信|说明|意见|情况|报告)?"
    r"|复文|答函|(?<=第.{1,16}号[^。]{2,16})办理(?:情况)?报告|(?:办理|办复|会办|协办|分办|主办|答复|落实)(?:工作)?的?(?:情况|结果|意见|函)"
    r"|情况(?:的)?(?:说明|报告|汇报)|(?:协办|会办|分办)件的?(?:答复|意见|函)|的意见|的说明"
)
_ENDING = compile_pattern(
    rf"(?:{_PAPER}|的(?:公开)?函)(?:的?(?:公开)?(?:函|复函|答复|回复|报告|说明|意见))?(?:的?(?:公开)?(?:答复)?摘要)?"
    r"[》”]?(?:（[^（）]{1,40}(?:（[^（）]{1,20}）[^（）]{0,20})?）){0,2}$"
)
_TAIL_LINE = compile_pattern(r"的?(?:函|复函|答复函|答复|回复|公开答复|摘要|意见|公开答复摘要)(?:（[^（）]{1,40}）)?")
_ITEM = compile_pattern(r"提案|建议|议案|议事原案|协办件|会办件")
_NUMBERED = compile_pattern(
    r"(?:政协|人大|人民代表大会|次会议|委员会).{0,60}第[A-Z]{0,4}[0-9]{1,12}(?:[-、，和第]{1,2}[0-9]{1,12}){0,6}号"
)
_START = compile_pattern(r"关于|对|(?:政协|人大|会议).{0,40}第|第.{1,16}号|^《|^“")
_OPEN_START = compile_pattern(r"(?:^|[\p{Han}）：])(?:关于|对|对于)|^(?:关于|对)")
_LETTERHEAD_MARK = compile_pattern(r"(?:文件|（?函）?)$")
_FRAGMENT_START = compile_pattern(
    r"^(?:第.{1,16}号|提案|建议|议案|代表建议|的?答复|的?办理|会议|（第|委员会|代表大会|人民代表大会|人大|政协"
    r"|第?[一二三四五六七八九十]{1,3}[届次](?:会议|全体会议|政协|人大|委员会)?|[0-9]{1,9}号)"
)
_WHOLE_TOPIC = compile_pattern(r"(?:提案|建议|议案)$|[》”]$")
_OF_TOPIC = compile_pattern(
    r"^(?:的|第.{1,16}号|（第|答复|提案|建议|议案|(?:办理|办复|会办|协办)(?:工作)?(?:情况|结果|意见))"
)
_ORGAN_FRONT = compile_pattern(r"^(?P<organ>[\p{Han}（）]{3,50}?)(?=(?:《|“)?(?:关于|对|答复|回复))")
_ORGAN_BACK = compile_pattern(r"（(?P<organ>[\p{Han}]{3,30})）$")
_TRAILER = compile_pattern(
    r"(?:（[^（）]{0,24}〔[0-9]{4}〕[^（）]{0,8}号）)?(?:分类|类别|办理类别|办理结果)：?[A-D]类?$|（[^（）]{0,24}〔[0-9]{4}〕[^（）]{0,8}号）$"
)
_TITLE_LABEL = compile_pattern(
    r"[〔]?(?:title|标题|题目|名称|文件名称|信息名称|公文名称|公文标题|信息标题|文件标题|主题)[〕]?："
)
_NO_TITLE = compile_pattern(r"[。；！？]|收悉|如下|：$|^(?:联系|抄送|附件)|感谢")
_SESSION_ROW = compile_pattern(r"（[\p{Han}0-9]{0,20}届[\p{Han}]{0,12}[0-9一二三四五六七八九十]{1,3}次(?:全体)?会议）")
_LONGEST = 160


@frozen(eq=False)
class _Printing:
    """One printing of the title."""

    text: MappedText
    rows: tuple[Row, ...]
    mention: Matter | None
    is_labelled: bool = False

    @property
    def weight(self) -> tuple[int, bool, int]:
        """An undamaged printing names session, number and kind; of equals one without a label, and in fewer rows."""
        known = self.mention
        parts = [] if known is None else [known.session, known.number, known.assembly, known.kind]
        return sum(p is not None for p in parts), not self.is_labelled, -len(self.rows)


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
        below = _session_below(draft, rows, best.rows[-1])
        if below is not None:
            used.add(id(below))
        draft.claim_all([row for row in rows if id(row) in used], "title")
        return [row for row in rows if id(row) not in used]
    named = metadata.value(draft, "title")
    if named is not None and is_title(fold(named.text)):
        _keep(draft, named, "metadata of the page")
    return rows


def _session_below(draft: Draft, rows: list[Row], last: Row) -> Row | None:
    """The row below the title that holds its session in brackets and nothing else: （市七届人大四次会议）."""
    at = next(i for i, row in enumerate(rows) if row is last) + 1
    if at >= len(rows) or _SESSION_ROW.fullmatch(rows[at].folded) is None:
        return None
    for reading in read_matters(rows[at].tidy, rows[at].folded, Where.METADATA):
        draft.mentions.append(reading.matter)
        for name, value, why in reading.evidence:
            draft.why.accept(f"matter.{name}", value.text, value.span, f"in brackets below the title: {why}")
    return rows[at]


def is_title(folded: str) -> bool:
    """Whether a line reads as the whole title of a reply."""
    core = _without_trailer(folded)
    return (
        len(core) <= _LONGEST
        and _ENDING.search(core) is not None
        and (_ITEM.search(core) is not None or _NUMBERED.search(core) is not None)
        and _START.search(core) is not None
        and _NO_TITLE.search(core) is None
    )


def _printings(rows: list[Row]) -> list[_Printing]:
    found: list[_Printing] = []
    for at, row in enumerate(rows):
        if _ENDING.search(_without_trailer(row.folded)) is None or _NO_TITLE.search(row.folded):
            continue
        if found and found[-1].rows[-1] is rows[at - 1] and _TAIL_LINE.fullmatch(row.folded):
            found[-1] = _printing([*found[-1].rows, row])
            continue
        used = [row]
        back = at - 1
        while back >= 0 and len(used) < 4 and _needs_front(used[0].folded, rows[back].folded):
            used.insert(0, rows[back])
            back -= 1
        printing = _printing(used)
        if is_title(fold(printing.text.text)):
            found.append(printing)
    return found


def _printing(rows: list[Row]) -> _Printing:
    text = closed(join([r.tidy for r in rows]))
    label = _TITLE_LABEL.match(fold(text.text))
    text = text.cut(label.end(), len(text.text)) if label is not None else text
    readings = read_matters(text, fold(text.text), Where.TITLE)
    return _Printing(text, tuple(rows), readings[0].matter if readings else None, label is not None)


def _needs_front(first: str, above: str) -> bool:
    """Whether the line above belongs to the title: this one begins in its middle, that one is no title or mark itself."""
    if _NO_TITLE.search(above) or _ENDING.search(above):
        return False
    if is_organ(_LETTERHEAD_MARK.sub("", above)) and _OPEN_START.search(above) is None:
        return False  # a letterhead
    if match_number(MappedText.verbatim(above, 0, len(above)), above, 0) is not None:
        return False
    if _WHOLE_TOPIC.search(above):
        return _OF_TOPIC.match(first) is not None and (
            above.startswith(("关于", "对", "《", "“")) or _START.search(above) is not None
        )
    if first.startswith(("关于", "对")):
        return False
    if _FRAGMENT_START.match(first):
        return _START.search(above) is not None or above.endswith(("会议", "届")) or _START.search(first) is None
    if _OPEN_START.search(above) is not None and _ITEM.search(above) is None:
        return _ORGAN_FRONT.match(first) is None
    return _START.search(first) is None and _ORGAN_FRONT.match(first) is None


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
    marks_in_title(draft, core, fold(core.text))
    if trailer.text:
        _read_trailer(draft, trailer)
    lost = number_lost(fold(core.text))
    if lost is not None:
        draft.diagnose("matter-number-lost", core.span(*lost), "matter.number", core.text[lost[0] : lost[1]])
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
        name = first_of(text.cut(match.start("organ"), match.end("organ")))
        note_place(draft, name)
        if draft.issuer is None:
            draft.issuer = as_mention(draft, name)
            draft.why.accept("issuer", name.text, name.whole, reason)
        else:
            draft.why.reject("issuer", name.text, name.whole, "the letterhead goes before the title")
        return
