"""How the letter speaks to its addressee and of itself: 您, 贵单位, 我局, 各位代表."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreply.grammar.draft import Draft
from govreply.grammar.paragraphs import Paragraph
from govreply.grammar.quoting import Quoted
from govreply.grammar.rows import Row, as_text
from govreply.lexicon.numerals import read_integer
from govreply.model import Address, JointCount, NamedPerson, Pronoun, PronounKind, SelfReference, Text
from govreply.patterns import Pattern, compile_pattern
from govreply.span import MappedText

_PRONOUN = compile_pattern(
    r"(?P<several>您们|你们)|(?P<one>您|(?<!迷)你(?![我追争来死单委局厅会]))"
    r"|(?P<unit>(?<![宝珍名尊昂可富高权显华娇腾矜])贵(?:单位|党派|党|委员会|委(?!员)|会(?![合议面见])|社|盟|局|代表团|团|支部))"
)
_OWN = compile_pattern(r"(?<![自你敌忘唯小大本真超])我(?P<unit>[局委厅部])(?![分队门署长员属])")
_THANKED = compile_pattern(
    r"(?:感谢|谢谢|致谢)[^。；，]{0,12}?(?P<whom>(?:各位|诸位|全体|广大)(?:人大|政协)?(?:代表|委员)们?|(?:人大|政协)?(?:代表|委员)们)"
    r"|对(?P<whom>(?:各位|诸位|全体|广大)(?:人大|政协)?(?:代表|委员)们?)[^。；]{0,40}(?:感谢|谢意|敬意)"
)
_PERSON = compile_pattern(
    r"(?:(?<![\p{Han}])|(?<=[对的由与和同及向请谢于]))"
    r"(?:感谢|采纳|根据|按照|听取|结合|关于|针对|落实|吸收|邀请){0,2}"
    r"(?P<name>[\p{Han}--[对的由与和同及向请谢于各位诸全体等人大政协我您你们该本]][\p{Han}--[的由与及等各位人大政协您你们该本级]]{1,3})"
    r"(?:等[0-9一二三四五六七八九十]{0,3}[位名]?)?(?:委员|代表)(?![会大团性们人联工小座资])"
)
_SEVERAL = compile_pattern(
    r"等[0-9一二两三四五六七八九十]{0,3}[位名人]|等(?:代表|委员|政协委员|人大代表)|联名|领衔|联合提|代表团|代表小组|小组|全体"
    r"|(?:代表|委员)(?:并转?|及|和|、)[\p{Han}]{0,12}(?:各位|附议)"
)
_JOINT = compile_pattern(
    r"(?<!第)(?P<shown>(?P<n>[二两三四五六七八九]|(?<![0-9])[2-9])(?:个)?(?:部门|单位|家单位|家))[^。；]{0,30}?"
    r"联合(?:作出|予以|进行|研究|书面)?(?:如下)?(?:答复|回复|函复|复函|作答)"
)


def read(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Fill ``draft.address``; `paragraphs` are the receipt sentence and the body. Needs ``draft.naming``."""
    title = [Paragraph(draft.title_text, ())] if draft.title_text is not None else []
    opening = draft.receipt.span.end if draft.receipt is not None else 0
    draft.address = Address(
        pronouns=tuple(p for paragraph in paragraphs for p in _pronouns(paragraph)),
        own=tuple(o for paragraph in paragraphs for o in _own(paragraph)),
        own_names=tuple(_own_names(draft, opening)),
        thanked=tuple(t for p in paragraphs for t in _named_groups(_THANKED, "whom", p.tidy, p.folded)),
        persons=tuple(person for p in [*title, *paragraphs] for person in _persons(p)),
        several=tuple(_several(draft, [*title, *paragraphs[:1]])),
        joint=next((j for p in paragraphs for j in _joint(p)), None),
    )


def _pronouns(paragraph: Paragraph) -> Iterator[Pronoun]:
    quoted = Quoted(paragraph.folded)
    for match in _PRONOUN.finditer(paragraph.folded):
        if match.start() not in quoted:
            base = paragraph.cut(match.start(), match.end())
            kind = PronounKind(match.lastgroup or PronounKind.ONE)
            yield Pronoun(text=base.text, span=base.span, pieces=base.pieces, kind=kind)


def _own(paragraph: Paragraph) -> Iterator[SelfReference]:
    quoted = Quoted(paragraph.folded)
    for match in _OWN.finditer(paragraph.folded):
        if match.start() not in quoted:
            base = paragraph.cut(match.start(), match.end())
            yield SelfReference(text=base.text, span=base.span, pieces=base.pieces, unit=match["unit"])


def _own_names(draft: Draft, opening: int) -> Iterator[Text]:
    """The issuer's name where the body speaks of it as of somebody else."""
    issuer = draft.issuer
    if issuer is None:
        return
    closing = min((text.span.start for text in draft.closing), default=len(draft.document.source.text))
    for name in draft.naming.organs:
        same = name.text == issuer.text or (name.canonical is not None and name.canonical == issuer.canonical)
        if not same or not name.running or name.beside or name.citing or name.recalled or name.span.start < opening:
            continue
        if name.span.start >= closing:
            continue
        yield Text(text=name.text, span=name.span, pieces=name.pieces)


def _persons(paragraph: Paragraph) -> Iterator[NamedPerson]:
    """Persons with their title; those in a list of names are left out."""
    folded = paragraph.folded
    for match in _PERSON.finditer(folded):
        before, after = folded[match.start() - 1 : match.start()], folded[match.end() : match.end() + 1]
        if before in ("、", "和", "与", "及", "同") or after in ("、", "和", "与", "及"):
            continue
        base = paragraph.cut(match.start(), match.end())
        name = paragraph.cut(match.start("name"), match.end("name"))
        yield NamedPerson(text=base.text, span=base.span, pieces=base.pieces, name=name)


def _several(draft: Draft, paragraphs: Sequence[Paragraph]) -> Iterator[Text]:
    rows = [p for p, what in draft.claimed if what == "addressee" and isinstance(p, Row)]
    for text, folded in [*((r.tidy, r.folded) for r in rows), *((p.tidy, p.folded) for p in paragraphs)]:
        quoted = Quoted(folded)
        for match in _SEVERAL.finditer(folded):
            if match.start() not in quoted:
                yield as_text(text, match.start(), match.end())


def _joint(paragraph: Paragraph) -> Iterator[JointCount]:
    quoted = Quoted(paragraph.folded)
    for match in _JOINT.finditer(paragraph.folded):
        count = 2 if match["n"] == "两" else read_integer(match["n"])
        if count is not None and match.start() not in quoted:
            base = paragraph.cut(match.start("shown"), match.end("shown"))
            yield JointCount(text=base.text, span=base.span, pieces=base.pieces, count=count)


def _named_groups(pattern: Pattern, group: str, text: MappedText, folded: str) -> Iterator[Text]:
    quoted = Quoted(folded)
    for match in pattern.finditer(folded):
        if match.start() not in quoted:
            yield as_text(text, *match.span(group))
