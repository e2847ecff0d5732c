"""A form whose cells were all run into one line: 提案者 孙立军 提案编号 0412 提案标题 …, labels and values parted by blanks alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from govreply.grammar.form_cells import Entry
from govreply.grammar.form_labels import built_field_of, field_of
from govreply.grammar.rows import Row
from govreply.patterns import compile_pattern

_WORD = compile_pattern(r"[^\s）]{1,4000}+）?")  # behind a bracket that closes, the next label may stand close
_LONGEST = 4000
_LONGEST_BUILT = 10
_LEAST = 3  # different fields; prose has one label of a form by chance
_TELLING = frozenset({"proposer", "number", "matter_title", "organ", "question", "opinion", "place"})
_MOST_WORDS = 4  # 提 案 者
_LONGEST_PART = 2


def flat_entries(row: Row) -> list[Entry]:
    """The entries of a row that begins with a label and holds several; none for other rows."""
    folded = row.raw_folded
    if len(folded) > _LONGEST:
        return []
    words = [match.span() for match in _WORD.finditer(folded)]
    known = {name for *_, name in _labels(folded, words, field_of)}
    labels = list(_labels(folded, words, _built))
    if len(known & _TELLING) < _LEAST or labels[0][0] != words[0][0]:
        return []
    ends = [start for start, *_ in labels[1:]] + [len(folded)]
    return [
        Entry(row.raw.cut(start, end), name, [row.raw.cut(end, until).strip()])
        for (start, end, name), until in zip(labels, ends, strict=True)
    ]


def _built(word: str) -> str | None:
    return field_of(word) or (built_field_of(word) if len(word) <= _LONGEST_BUILT else None)


def _labels(
    folded: str, words: Sequence[tuple[int, int]], field: Callable[[str], str | None]
) -> Iterator[tuple[int, int, str]]:
    """Each label with its field: a word, or the parts of one that is set wide."""
    at = 0
    while at < len(words):
        start, end = words[at]
        most = at + 1
        while (
            most < min(at + _MOST_WORDS, len(words))
            and end - start <= _LONGEST_PART
            and words[most][1] - words[most][0] <= _LONGEST_PART
        ):
            most += 1
        for until in range(most, at, -1):
            name = field("".join(folded[a:b] for a, b in words[at:until]))
            if name is not None:
                yield start, words[until - 1][1], name
                at = until - 1
                break
        at += 1
