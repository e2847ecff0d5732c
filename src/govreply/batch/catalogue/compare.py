"""Comparing what an entry says with what a letter says; whatever archives write soundly in another way is no difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from govreply.batch.catalogue.fields import Field
from govreply.batch.catalogue.values import digits, letters, plain_number, plain_title, read_day, short_title
from govreply.batch.likeness import similarity
from govreply.lexicon.agencies import find_agencies
from govreply.lexicon.agency_names import canonical, split_name
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import labels
from govreply.lexicon.places import Place, home_of, short_name
from govreply.lexicon.renamed import out_of_time
from govreply.model import AgencyMention, DateText, Reply, Text, Where
from govreply.rules.compare.dated import year_of
from govreply.rules.compare.items import known_numbers
from govreply.rules.compare.names import anonymised, one_sign_apart, plain_name, same_proposer
from govreply.rules.compare.organs import same_name
from govreply.rules.compare.topics import core, cut_short
from govreply.span import hull

_NOTHING: Final = ("", "无", "无文号", "-", "—", "/", "\\", "——", "空")
_LEAST_TITLE: Final = 6  # signs: shorter ones tell too little to be blamed
_NEARLY: Final = 0.8
_LIST: Final = re.compile(r"[、，,；;／/\n]+|\s{2,}")
_WRAPPING: Final = re.compile(r"^(?:关于|对)+|(?:的)?(?:答复意见|答复函|办理答复|答复|复函|回复|函)?$")
_DIGITS: Final = re.compile(r"\d+")
_TITLES: Final = ("委员", "代表", "先生", "女士", "同志", "等")
# whom a catalogue names in place of a proposer: everybody of a kind, or the assembly that the item came from
_GENERAL: Final = ("政协", "人大", "提案人", "提案者", "建议人", "提案委", "各", "有关", "相关")


def empty(text: str) -> bool:
    """Whether a cell says nothing, or in words that there is nothing."""
    return text.strip() in _NOTHING


def differs(field: Field, written: str, reply: Reply) -> Text | None:
    """What the letter says in place of what the entry says; ``None`` where both agree or the letter does not tell."""
    if empty(written):
        return None
    return _COMPARED[field](written, reply)


def is_slip(written: str, printed: str) -> bool:
    """Whether two titles are certainly meant to be one: other digits in the same words, or nearly the same words."""
    ours, theirs = plain_title(written), plain_title(printed)
    return similarity(_DIGITS.sub("", ours), _DIGITS.sub("", theirs)) >= _NEARLY


def _title(written: str, reply: Reply) -> Text | None:
    if reply.title is None or len(plain_title(written)) < _LEAST_TITLE:
        return None
    names = labels("metadata")
    known = [reply.title.text, *(m.value.text for m in reply.metadata if names.get(fold(m.label)) == "title")]
    if any(_one_title(written, text) for text in known) or _names_the_topic(written, reply):
        return None
    return reply.title


def _one_title(written: str, printed: str) -> bool:
    if cut_short(written) or cut_short(printed):
        ours, theirs = letters(written.split("…")[0].split("..")[0]), letters(printed.split("…")[0].split("..")[0])
        return ours.startswith(theirs) or theirs.startswith(ours)
    if _other_numbers(written, printed):
        return False
    for plain in (plain_title, short_title):
        ours, theirs = (_WRAPPING.sub("", plain(text)) for text in (written, printed))
        shorter, longer = sorted((ours, theirs), key=len)
        if len(shorter) >= _LEAST_TITLE and shorter in longer:
            return True
    return False


def _other_numbers(written: str, printed: str) -> bool:
    """Whether each of two titles has a number that the other one has not; additions bring further ones on one side only."""
    ours, theirs = (set(_DIGITS.findall(plain_title(text))) for text in (written, printed))
    return bool(ours - theirs) and bool(theirs - ours)


def _names_the_topic(written: str, reply: Reply) -> bool:
    """Whether the entry calls the letter by the topic of its item (关于加强某事的建议的答复)."""
    topics = [matter.title.text for matter in reply.matters if matter.title]
    topics += [reply.matter.title.text] if reply.matter and reply.matter.title else []
    told = " ".join([*topics, *known_numbers(reply), *(text.text for text in (reply.title, reply.receipt) if text)])
    if set(_DIGITS.findall(digits(written))) - set(_DIGITS.findall(digits(told))):
        return False
    ours = core(_WRAPPING.sub("", short_title(written)))
    return any(len(core(topic)) >= _LEAST_TITLE and (core(topic) in ours or ours == core(topic)) for topic in topics)


def _number(written: str, reply: Reply) -> Text | None:
    if reply.document_number is None or reply.document_number.serial is None:
        return None
    ours = plain_number(written)
    printed = [reply.document_number, *(p.number for p in reply.identity.numbers)]
    if any(plain_number(number.text) in ours or _abbreviates(ours, plain_number(number.text)) for number in printed):
        return None
    return reply.document_number


def _abbreviates(left: str, right: str) -> bool:
    """Whether two numbers differ in the length of their codes alone (建提复, 建提复字), or one has none."""
    shorter, longer = sorted((left, right), key=len)
    code, bracket, rest = shorter.partition("〔")
    other, _, same = longer.partition("〔")
    return bool(bracket) and rest.removesuffix("号") == same.removesuffix("号") and code in other


def _issuer(written: str, reply: Reply) -> Text | None:
    printed: list[AgencyMention] = [reply.issuer] if reply.issuer else []
    printed += reply.signature.agencies if reply.signature else []
    known = [name for organ in printed for name in (organ.text, organ.canonical) if name]
    home = home_of(*(fold(name) for name in known))
    ours = [organ for part in _LIST.split(written) if (organ := _organ(fold(part).strip(), home))]
    if not printed or not ours:
        return None
    if any(_one_organ(name, other, reply) for name in ours for other in known):
        return None
    return printed[0]


def _organ(name: str, home: Place | None) -> str | None:
    """The organ that `name` plainly names, with 市 or the like where the short name of a place stands in front (成都水务局).

    Args:
        home: the place of those who signed; names that begin with the short name of another one tell too little.
    """
    if any(found.end - found.start >= len(name) - 1 for found in find_agencies(name)):
        return name
    for place in (home.name, home.city, home.province) if home else ():
        short = short_name(place) if place else ""
        if place and name.startswith(short) and not name.startswith(place):
            full = place + name.removeprefix(short)
            return full if canonical(full) else None
    return None


def _one_organ(name: str, other: str, reply: Reply) -> bool:
    home = home_of(fold(other))
    full = canonical(name, home)
    if same_name(name, other) or (full is not None and same_name(full, other)):
        return True
    place, own = split_name(name)
    year = year_of(reply)
    renamed = out_of_time(own, place, year) if year else None
    return renamed is not None and bool(renamed.other) and renamed.other in other


def _date(written: str, reply: Reply) -> Text | None:
    day = read_day(written)
    signed = reply.signature.date_text if reply.signature else None
    if day is None or signed is None or signed.iso is None:
        return None
    dates = [signed, *(page.date for page in reply.timing.page_dates), *_printed(reply)]
    return None if any(date.iso and day.agrees_with(date.iso) for date in dates) else signed


def _printed(reply: Reply) -> Iterator[DateText]:
    """The day of printing and the like, at the letter's end."""
    yield from (date for date in reply.dates if date.where in (Where.TAIL, Where.SIGNATURE))


def _addressee(written: str, reply: Reply) -> Text | None:
    names = [addressee for addressee in reply.addressees if not anonymised(addressee.name)]
    if not names or any(word in written for word in _GENERAL) or anonymised(written):
        return None
    ours = [part for text in _LIST.split(written) if (part := _without_titles(plain_name(text)))]
    theirs = [_without_titles(plain_name(addressee.name)) for addressee in names]
    if not ours or any(same_proposer(a, b) or same_name(a, b) for a in ours for b in theirs):
        return None
    slip = any(one_sign_apart(a, b) for a in ours for b in theirs)
    apart = not any(_pairs(a) & _pairs(b) for a in ours for b in theirs)
    return _together(names) if slip or apart else None


def _together(texts: Sequence[Text]) -> Text:
    """Several texts of a line as one."""
    if len(texts) == 1:
        return texts[0]
    return Text(text="、".join(text.text for text in texts), span=hull(text.span for text in texts))


def _without_titles(name: str) -> str:
    for title in _TITLES:
        name = name.removesuffix(title) if len(name) > len(title) else name
    return name


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}


_COMPARED: Final[dict[Field, Callable[[str, Reply], Text | None]]] = {
    Field.TITLE: _title,
    Field.NUMBER: _number,
    Field.ISSUER: _issuer,
    Field.DATE: _date,
    Field.ADDRESSEE: _addressee,
}
COMPARED: Final = tuple(_COMPARED)
