"""Faults in numbering, runs, announced counts, paragraphs and the parts of the letter."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from benchmarks.fault_plants.base import Plant, plain_body, plants, private, said
from govreply.lexicon.numerals import write_chinese as han
from govreply.testing import Format, Letter, Part
from govreply.testing.sound import Sound
from govreply.testing.sound.plain import HEADINGS
from govreply.testing.surface import Cut, TitlePlace
from govreply.testing.wording import date_of, title_of

_DIGITS = "一二三四五六七八九十"
_MARK = re.compile(rf"([（(]?)([{_DIGITS}]|\d)(.*)")
_LONG = (
    "为切实提高办理质量，{we}成立了由主要负责人任组长的工作专班，逐项研究提出落实措施，明确牵头科室和配合科室，倒排工期、挂图作战，"
    "确保各项任务按时保质完成。",
    "在前期充分调研的基础上，{we}组织专家对实施方案进行了多轮论证，广泛听取基层单位和服务对象的意见，对其中合理可行的部分全部予以吸收，"
    "形成了较为完善的工作思路。",
)


def _moved(marker: str, by: int) -> str:
    """The marker `by` numbers on."""
    found = _MARK.fullmatch(marker)
    if found is None:
        return marker
    opening, number, rest = found.groups()
    value = (_DIGITS.index(number) + 1 if number in _DIGITS else int(number)) + by
    return opening + (han(value) if number in _DIGITS else str(value)) + rest


def _numbered(parts: tuple[Part, ...]) -> bool:
    markers = [part.marker for part in parts if part.marker]
    return len(markers) > 1 and all(_MARK.fullmatch(m) for m in markers)


def _levels(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    found = [parts] if _numbered(parts) else []
    return found + [level for part in parts for level in _levels(part.parts)]


def _replace(parts: tuple[Part, ...], old: tuple[Part, ...], new: tuple[Part, ...]) -> tuple[Part, ...]:
    if parts is old:
        return new
    return tuple(part.but(parts=_replace(part.parts, old, new)) for part in parts)


def _renumbered(sound: Sound, rng: Random, by: int, behind: int = 1) -> Plant | None:
    """The letter with the units of one level moved `by` numbers, from a random one on that stands `behind` the first."""
    levels = [level for level in _levels(sound.letter.sections) if sum(bool(p.marker) for p in level) > behind]
    if not levels:
        return None
    level = rng.choice(levels)
    first = next(n for n, part in enumerate(level) if part.marker)
    at = rng.randint(first + behind, len(level) - 1)
    new = (*level[:at], *(p.but(marker=_moved(p.marker or "", by)) for p in level[at:]))
    part = new[at]
    letter = sound.letter.but(sections=_replace(sound.letter.sections, level, new))
    letter = letter.but(surface=letter.surface.but(cuts=()))
    return Plant(letter=letter, at=part.marker or "", within=f"{part.marker}{part.heading}")


@plants("heading-gap")
def _gap(sound: Sound, rng: Random) -> Plant | None:
    return _renumbered(sound, rng, rng.randint(1, 2))


@plants("heading-duplicate")
def _duplicate(sound: Sound, rng: Random) -> Plant | None:
    return _renumbered(sound, rng, -1, behind=2)  # a second 一、 may begin another list


def _nested(sound: Sound, rng: Random, outer: str, inner: str) -> Letter:
    heads = rng.sample(HEADINGS, 6)
    text = "有关单位明确了责任分工和完成时限。"

    def unit(n: int) -> Part:
        below = tuple(
            Part(marker=inner.format(h=han(k), n=k), heading=heads[3 * n + k], paragraphs=(text,)) for k in (1, 2)
        )
        return Part(marker=outer.format(h=han(n + 1), n=n + 1), heading=heads[3 * n], parts=below)

    return plain_body(sound, rng).but(sections=(unit(0), unit(1)))


@plants("heading-order")
def _order(sound: Sound, rng: Random) -> Plant | None:
    outer, inner, at = rng.choice(
        (("（{h}）", "{h}、", "一、"), ("{n}.", "（{h}）", "（一）"), ("（{n}）", "{n}.", "1."))
    )
    return Plant(letter=_nested(sound, rng, outer, inner), at=at)


@plants("heading-mark-punctuation")
def _mark_punctuation(sound: Sound, rng: Random) -> Plant | None:
    inner, at = rng.choice((("{n}、", "1、"), ("（{h}）、", "（一）、"), ("（{n}）.", "（1）.")))
    return Plant(letter=_nested(sound, rng, "{h}、", inner), at=at)


@plants("heading-depth-drift")
def _depth(sound: Sound, rng: Random) -> Plant | None:
    letter = plain_body(sound, rng)
    look = letter.surface.but(depths=rng.choice(((3, 2), (3, 4), (2, 3, 2))))
    return Plant(letter=letter.but(surface=look), at="二、", format=Format.MARKDOWN)


@plants("section-empty")
def _empty(sound: Sound, rng: Random) -> Plant | None:
    levels = [level for level in _levels(sound.letter.sections) if all(p.heading for p in level if p.marker)]
    if not levels:
        return None
    level = rng.choice(levels)
    at = rng.choice([n for n, part in enumerate(level[:-1]) if part.marker])
    part = Part(marker=level[at].marker, heading=level[at].heading)
    new = (*level[:at], part, *level[at + 1 :])
    letter = sound.letter.but(sections=_replace(sound.letter.sections, level, new))
    letter = letter.but(surface=letter.surface.but(cuts=(), half_width=False))
    return Plant(letter=letter, at=f"{part.marker}{part.heading}")


_ITEMS = (
    "完善管理台账，明确责任单位",
    "实施分类改造，按期完成任务",
    "加强日常巡查，及时处置问题",
    "强化业务培训，提高服务水平",
)


def _in_a_section(sound: Sound, rng: Random, text: str) -> Letter:
    """A plain letter with a paragraph at the end of one of its sections."""
    letter = plain_body(sound, rng)
    at = rng.randrange(len(letter.sections))
    parts = tuple(p.but(paragraphs=(*p.paragraphs, text)) if n == at else p for n, p in enumerate(letter.sections))
    return letter.but(sections=parts)


def _run(rng: Random, *numbers: int) -> str:
    texts = rng.sample(_ITEMS, len(numbers))
    return "；".join(f"{han(n)}是{t}" for n, t in zip(numbers, texts, strict=True)) + "。"


@plants("ordinal-run-gap")
def _run_gap(sound: Sound, rng: Random) -> Plant | None:
    numbers = rng.choice(((1, 3), (1, 2, 4), (1, 3, 4)))
    at = next(han(b) for a, b in pairwise(numbers) if b != a + 1) + "是"
    if rng.random() < 1 / 2:
        return Plant(letter=_in_a_section(sound, rng, _run(rng, *numbers)), at=at)
    letter = plain_body(sound, rng)
    part = Part(
        heading="具体举措",
        measures=tuple(f"{t}。" for t in rng.sample(_ITEMS, len(numbers))),
        markers=tuple(f"{han(n)}是" for n in numbers),
    )
    return Plant(letter=letter.but(sections=(*letter.sections, part)), at=at)


@plants("ordinal-run-single")
def _run_single(sound: Sound, rng: Random) -> Plant | None:
    return Plant(letter=_in_a_section(sound, rng, _run(rng, 1)), at="一是")


@plants("announced-count-mismatch")
def _count(sound: Sound, rng: Random) -> Plant | None:
    listed = rng.randint(2, 3)
    said_count = rng.choice([n for n in (3, 4, 5) if n != listed])
    at = han(said_count) + rng.choice(("个方面", "项措施"))
    text = said(sound, rng, f"{{we}}主要采取{at}：" if at.endswith("措施") else f"{{we}}主要从{at}着手：")
    return Plant(letter=_in_a_section(sound, rng, text + _run(rng, *range(1, listed + 1))), at=at, within=text)


@plants("request-coverage")
def _request_left_out(sound: Sound, rng: Random) -> Plant | None:
    missing = rng.randint(2, 4)
    markers = [f"对建议{han(n)}的答复：" for n in range(1, 5) if n != missing]
    texts = (
        "已将相关内容纳入年度计划，明确了完成时限。",
        "有关设施改造已经启动，群众反映良好。",
        "相关配套政策正在制定。",
    )
    parts = tuple(Part(marker=m, paragraphs=(t,)) for m, t in zip(markers, texts, strict=True))
    opening = f"{sound.letter.surface.you}提出了四点建议，现逐条答复。"
    receipt = f"{sound.letter.surface.you}提出的《{sound.letter.topic}》收悉。"
    letter = plain_body(sound, rng).but(sections=parts, opening=(opening,), receipt=receipt)
    return Plant(letter=letter, at="四点建议", within=opening)


@plants("issue-lead-missing")
def _no_receipt(sound: Sound, rng: Random) -> Plant | None:
    sound = private(sound, rng)
    if not sound.letter.honorific or "等" in sound.letter.surface.addressee:
        return None
    letter = plain_body(sound, rng).but(receipt="", opening=())
    look = letter.surface.but(padded_names=False, greeting="")
    return Plant(letter=letter.but(surface=look), at=letter.addressees[0], format=sound.format)


@plants("signature-missing")
def _unsigned(sound: Sound, rng: Random) -> Plant | None:
    sound = private(sound, rng)
    last = sound.letter.thanks[-1]
    look = sound.letter.surface.but(print_line="", contacts_first=False)
    letter = sound.letter.but(signature=(), date=None, signer=None, attachments=(), surface=look)
    return Plant(letter=letter, at=last, format=sound.format)


@plants("signature-missing")
def _undated(sound: Sound, rng: Random) -> Plant | None:
    sound = private(sound, rng)
    office = sound.scene.office
    look = sound.letter.surface.but(print_line="", seal="", signature_line=None)
    letter = sound.letter.but(signature=(office.name,), date=None, surface=look)
    return Plant(letter=letter, at=office.name, format=sound.format)


def _signature(letter: Letter) -> Letter:
    """The letter whose signature is the issuer's name and, below it, the date."""
    return letter.but(signature=(letter.issuer,), surface=letter.surface.but(signature_line=None, seal=""))


@plants("contact-missing")
def _no_contact(sound: Sound, rng: Random) -> Plant | None:
    if sound.scene.office.national:
        return None
    sound = private(sound, rng)
    letter = _signature(sound.letter).but(contacts=(), people=(), postcode=None)
    return Plant(letter=letter, at=f"{letter.issuer}{date_of(letter)}", format=sound.format)


@plants("attachment-note-mismatch")
def _attachment_lost(sound: Sound, rng: Random) -> Plant | None:
    names = tuple(rng.sample(("年度实施方案", "责任分工清单", "有关数据一览表"), 2))
    there = rng.randint(0, 1)
    after = (f"附件{there + 1}", names[there], "分三年组织实施，逐年验收。")
    sound = private(sound, rng)
    letter = sound.letter.but(attachments=names, form=None)
    return Plant(letter=letter.but(surface=letter.surface.but(after=after)), at=names[1 - there], format=sound.format)


@plants("attachment-name-punctuation")
def _attachment_stop(sound: Sound, rng: Random) -> Plant | None:
    stop = rng.choice("；。")
    name = rng.choice(("年度实施方案", "责任分工清单", "有关数据一览表"))
    letter = sound.letter.but(attachments=(name + stop,), surface=sound.letter.surface.but(half_width=False))
    return Plant(letter=letter, at=stop, within=name + stop)


@plants("paragraph-split")
def _split(sound: Sound, rng: Random) -> Plant | None:
    letter = plain_body(sound, rng)
    part = letter.sections[0].but(paragraphs=(said(sound, rng, _LONG[0]),))
    text = part.paragraphs[0]
    look = letter.surface.but(cuts=(Cut(paragraph=0, at=rng.randint(400, 600), page_line=rng.choice(("", "— 2 —"))),))
    letter = letter.but(sections=(part,), surface=look, outlook=("下一步，我们将抓好落实。",), opening=())
    lines = [item.text for item in letter.layout() if hasattr(item, "text")]
    rest = next(
        (b for a, b in zip(lines, [*lines[1:], ""], strict=True) if text.endswith(b) and 0 < len(b) < len(text)), None
    )
    return None if rest is None else Plant(letter=letter, at=rest[:8], format=Format.MARKDOWN)


@plants("text-truncated")
def _truncated(sound: Sound, rng: Random) -> Plant | None:
    text = said(
        sound,
        rng,
        rng.choice(
            (
                "最后，衷心感谢{you}对{we}各项工作的关",
                "下一步，{we}将继续推进相关工作，加强日常管护和",
                "今后，{we}将持续完善配套政策，不断提高服务的",
            )
        ),
    )
    letter = sound.letter.but(thanks=(text,), surface=sound.letter.surface.but(cuts=()))
    return Plant(letter=letter, at=text[-10:], within=text)


@plants("paragraph-duplicate")
def _repeated(sound: Sound, rng: Random) -> Plant | None:
    letter = plain_body(sound, rng)
    text = said(sound, rng, rng.choice(_LONG))
    second = text if rng.random() < 1 / 2 else text.replace("充分", "深入").replace("逐项", "逐条")
    first, *others = letter.sections
    last = others[-1].but(paragraphs=(*others[-1].paragraphs, second))
    parts = (first.but(paragraphs=(text, *first.paragraphs)), *others[:-1], last)
    return Plant(letter=letter.but(sections=parts), at=second)


@plants("placeholder-left")
def _placeholder(sound: Sound, rng: Random) -> Plant | None:
    at, sentence = rng.choice(
        (
            ("××", "感谢{you}对××工作的关心和支持。"),
            ("XX", "感谢{you}对XX工作的关心和支持。"),
            ("【单位名称】", "下一步，【单位名称】将继续推进相关工作。"),
            ("20XX年", "{we}将于20XX年底前完成全部改造任务。"),
        )
    )
    text = said(sound, rng, sentence)
    return Plant(letter=sound.letter.but(thanks=(text,)), at=at, within=text)


@plants("element-order")
def _copies_first(sound: Sound, rng: Random) -> Plant | None:
    sound = private(sound, rng)
    copied = f"{sound.scene.local}政府办公室"
    letter = sound.letter.but(copies=(), thanks=(*sound.letter.thanks, f"抄送：{copied}。"))
    look = letter.surface.but(print_line="", contacts_first=False)
    return Plant(letter=letter.but(surface=look, attachments=()), at=copied, format=sound.format)


@plants("media-type-mismatch")
def _misnamed(sound: Sound, rng: Random) -> Plant | None:
    if not sound.scene.public:
        return None
    look = sound.letter.surface.but(title_place=TitlePlace.LINE, half_width=False)
    letter = sound.letter.but(surface=look)
    name = rng.choice(("letter.txt", "letter.md", "letter.pdf", "letter.docx"))
    return Plant(letter=letter, at=title_of(letter), format=Format.HTML, name=name)
