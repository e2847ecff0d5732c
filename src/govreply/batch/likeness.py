"""How alike two bodies are, and how those that are nearly alike are found without comparing each with each.

MinHash with bands: bodies that share most of their sequences of three signs fall into one bucket of some band. Buckets give
candidates only; what is reported was compared sign by sign with :func:`similarity`. Nothing here is random: the same body
gives the same buckets on every machine and in every version of Python.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Final

from govreply.model import Measure, Reply, Section, Text

LEAST_SIGNS: Final = 200  # of a body; shorter ones are alike by their set phrases alone
_SHINGLE: Final = 3
_BANDS: Final = 16
_ROWS: Final = 8
_BINS: Final = _BANDS * _ROWS
_SPREAD: Final = 0x9E3779B97F4A7C15  # 2^64 by the golden ratio: spreads the check sums over all bits
_MASK: Final = 2**64 - 1
_BIN_BITS: Final = 7  # 2^7 bins


def body_text(reply: Reply) -> str:
    """The letters, digits and signs of writing of the body in order, without blanks and punctuation.

    Title, salutation, receipt sentence, thanks, signature, contacts and form are no part of it.
    """
    texts = {text.span: text.text for text in _body(reply)}
    return "".join(sign for _, text in sorted(texts.items()) for sign in text if sign.isalnum())


def bands(body: str) -> tuple[int, ...]:
    """The bucket of each band, below 2^63; ``()`` for a body too short to tell anything."""
    if len(body) < LEAST_SIGNS:
        return ()
    least = _least_of_bins(body)
    return tuple(_bucket(least[at : at + _ROWS]) for at in range(0, _BINS, _ROWS))


def similarity(left: str, right: str) -> float:
    """Share of signs that stand in both texts in the same order: twice the longest common subsequence by both lengths."""
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    return 2 * _common(left, right) / (len(left) + len(right))


def most_alike(left: str, right: str) -> float:
    """The most that :func:`similarity` can be, by the lengths alone."""
    return 2 * min(len(left), len(right)) / max(len(left) + len(right), 1)


def _body(reply: Reply) -> Iterator[Text]:
    yield from reply.paragraphs
    yield from reply.measures
    yield from reply.outlook
    for section in reply.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Text | Measure]:
    if section.heading is not None:
        yield section.heading
    yield from section.paragraphs
    yield from section.measures
    for below in section.sections:
        yield from _section(below)


def _least_of_bins(body: str) -> list[int]:
    """The least hash of each bin; one hash a sequence, whose first bits choose the bin (one-permutation hashing)."""
    least = [_MASK] * _BINS
    shift = 64 - _BIN_BITS
    for at in range(len(body) - _SHINGLE + 1):
        value = zlib.crc32(body[at : at + _SHINGLE].encode("utf-8", "surrogatepass")) * _SPREAD & _MASK
        place = value >> shift
        if value < least[place]:
            least[place] = value
    return _filled(least)


def _filled(least: Sequence[int]) -> list[int]:
    """Bins that nothing fell into take the value of the next that something fell into, and how far it is."""
    filled = list(least)
    last, distance = next(value for value in least if value != _MASK), 0
    for at in reversed(range(len(filled))):
        if filled[at] == _MASK:
            distance += 1
            filled[at] = last + distance & _MASK
        else:
            last, distance = filled[at], 0
    return filled


def _bucket(values: Iterable[int]) -> int:
    joined = b"".join(value.to_bytes(8, "big") for value in values)
    return int.from_bytes(blake2b(joined, digest_size=8).digest(), "big") >> 1


def _common(left: str, right: str) -> int:
    """Length of the longest common subsequence; the rows of the usual table are the bits of one integer each (Hyyrö)."""
    places: dict[str, int] = {}
    for at, sign in enumerate(left):
        places[sign] = places.get(sign, 0) | 1 << at
    every = (1 << len(left)) - 1
    row = every
    for sign in right:
        hit = row & places.get(sign, 0)
        row = (row + hit | row - hit) & every
    return len(left) - row.bit_count()
