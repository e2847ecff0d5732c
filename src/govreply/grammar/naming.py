"""How organs and parties are named wherever the letter names them, with what the sentence tells of the name's time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from govreply.grammar import aliases
from govreply.grammar.aliases import Stretch
from govreply.grammar.draft import Draft
from govreply.grammar.mentions import organs_in
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.quoting import Quoted
from govreply.grammar.rows import Grid, Row, as_text
from govreply.lexicon.agencies import AgencyMatch
from govreply.lexicon.agency_names import split_name
from govreply.lexicon.party_names import find_slips
from govreply.model import AgencyMention, Naming, OrganName, PartySlip
from govreply.patterns import compile_pattern
from govreply.span import MappedText, Span

_NOT_THE_LETTER = ("body", "furniture", "metadata")
_SENTENCE = compile_pattern(r"[。；！？]")
_YEAR = compile_pattern(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?=年|[-至到/])")
_FORMER = compile_pattern(
    r"(?:原(?![因则料有来本始材址])|时任|曾任?|当时|时称|前身|旧称|改革前|前(?=[省市县区州旗]?$))[^。；，]{0,24}$"
)
_FORMER_WORDS = ("原", "时任", "曾任", "前任")
_LATER = compile_pattern(
    r"^[^。；]{0,20}?(?:更名|改名|撤销|并入|合并|转隶|整合|划转|划入|划归|移交|现为|（现|组建|挂牌|机构改革|旧址|原址)"
    r"|^(?:家属|宿舍|小区|对面|大楼|大院|办公楼|附近|旁|门口|门前|路口|院内|路段|以[东南西北]|[东南西北]侧|至|到|楼|站台|公交)"
)
_RECALLS = compile_pattern(r"机构改革|当年|当时|历史|早在|世纪|年代|曾经|曾于|改制|遗留|之前|以前|此前")
_CITES = compile_pattern(
    r"《|〔[0-9]{4}〕|第[0-9一二三四五六七八九十]{1,4}号|公告|通告|令|批复|批准|核准|颁发|发证|证书|许可证"
)
_BESIDE = compile_pattern(r"(?:[、，/]|以及|和|与|及|会同|联合|同|商)?(?:等)?")
_SENTENCE_LENGTH = 200  # what stands farther off than this tells nothing of a name
_OTHER_NAME = compile_pattern(
    r"党组|党委|官网|网站|官方|门户|微信|公众号|微博|领导|主要(?:领导|负责)|分管|副?局长|主任|大楼|门[户前口]|："
)
_AROUND = 24  # characters between two organs of one list


def read(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Fill ``draft.naming`` from the letter: title, receipt sentence and body, and the rows around them."""
    letter = _stretches(draft, paragraphs)
    draft.naming = Naming(
        organs=tuple(_organs(draft, letter)),
        party_slips=tuple(_slips(draft, letter)),
        aliases=aliases.read([*letter, *_behind(draft)]),
    )


def _stretches(draft: Draft, paragraphs: Sequence[Paragraph]) -> list[Stretch]:
    """The letter's text; `paragraphs` begin with the receipt sentence, where there is one."""
    receipt = draft.receipt.span if draft.receipt is not None else None
    title = [Paragraph(draft.title_text, ())] if draft.title_text is not None else []
    return [
        *(Stretch(p.tidy, p.folded, "title") for p in title),
        *(Stretch(p.tidy, p.folded, "receipt" if p.tidy.whole == receipt else "body") for p in paragraphs),
    ]


def _organs(draft: Draft, letter: list[Stretch]) -> Iterator[OrganName]:
    topics = [m.title.span for m in draft.mentions if m.title is not None]
    signing = draft.signature.agencies if draft.signature is not None else ()
    heads = [draft.letterhead] if draft.letterhead is not None else []
    for mention in heads:
        yield _alone(mention)
    for stretch in letter:
        found = organs_in(draft, stretch.folded)
        quoted, ends = Quoted(stretch.folded), [0, *(m.end() for m in _SENTENCE.finditer(stretch.folded))]
        for at, match in enumerate(found):
            if match.start in quoted:
                continue
            name = _organ(stretch, ends, match, found[at - 1 : at] if at else [], found[at + 1 : at + 2])
            if not any(topic.overlaps(name.span) for topic in topics):
                yield name
    for mention in signing:
        yield _alone(mention)


def _alone(mention: AgencyMention) -> OrganName:
    place, core = split_name("".join(mention.text.split()))
    return OrganName(
        text=mention.text,
        span=mention.span,
        pieces=mention.pieces,
        canonical=mention.canonical,
        core=core,
        place=place,
        running=False,
    )


def _organ(
    stretch: Stretch, ends: list[int], match: AgencyMatch, left: list[AgencyMatch], right: list[AgencyMatch]
) -> OrganName:
    folded = stretch.folded
    last = bisect_right(ends, match.start)
    floor = max(ends[last - 1], match.start - _SENTENCE_LENGTH)
    ceiling = min(ends[last] - 1 if last < len(ends) else len(folded), match.end + _SENTENCE_LENGTH)
    sentence = folded[floor:ceiling]
    gaps = [(other.end, match.start) for other in left] + [(match.end, other.start) for other in right]
    place, core = split_name(match.text)
    base = as_text(stretch.text, match.start, match.end)
    return OrganName(
        text=base.text,
        span=base.span,
        pieces=base.pieces,
        canonical=match.canonical,
        core=core,
        place=place,
        years=tuple(int(m["year"]) for m in _YEAR.finditer(sentence)),
        recalled=match.text.startswith(_FORMER_WORDS)
        or _FORMER.search(folded, floor, match.start) is not None
        or _LATER.match(folded[match.end : ceiling]) is not None
        or _RECALLS.search(sentence) is not None,
        citing=_CITES.search(sentence) is not None,
        beside=any(_BESIDE.fullmatch(folded, start, end) is not None for start, end in gaps if end - start <= _AROUND),
        running=stretch.kind != "title" and _OTHER_NAME.match(folded, match.end) is None,
    )


def _slips(draft: Draft, letter: list[Stretch]) -> Iterator[PartySlip]:
    lines = [*((s.text, s.folded) for s in letter), *((s.text, s.folded) for s in _around(draft))]
    told: set[Span] = set()
    for text, folded in sorted(lines, key=_start_of):
        for slip in find_slips(folded):
            base = as_text(text, slip.start, slip.end)
            if base.span not in told:
                told.add(base.span)
                yield PartySlip(text=base.text, span=base.span, pieces=base.pieces, right=slip.right)


def _start_of(line: tuple[MappedText, str]) -> int:
    return line[0].whole.start


def _around(draft: Draft) -> Iterator[Stretch]:
    """Rows and cells of the letter that are neither its title nor its body."""
    for piece, what in draft.claimed:
        if what in _NOT_THE_LETTER:
            continue
        if isinstance(piece, Row):
            yield Stretch(piece.tidy, piece.folded, "tail")
        elif isinstance(piece, Grid):
            yield from (Stretch(cell.tidy, cell.folded, "tail") for cell in piece.cells if cell.text)


def _behind(draft: Draft) -> list[Stretch]:
    """What stands behind the body, in order."""
    end = max((p.tidy.whole.end for p in draft.paragraphs), default=0)
    behind = [s for s in _around(draft) if s.text.whole.start >= end]
    return sorted(behind, key=_place)


def _place(stretch: Stretch) -> int:
    return stretch.text.whole.start
