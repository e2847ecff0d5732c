"""The bounds inside which a document is read, so that no file can exhaust the reader."""

from __future__ import annotations

from attrs import field, frozen, validators

_positive = validators.gt(0)


@frozen(kw_only=True)
class Limits:
    """Upper bounds for one document. A bound that is passed gives the outcome ``limit``, which names it.

    Attributes:
        bytes: size of the file. The longest published replies have a few hundred kilobytes.
        characters: length of the decoded text, in code points.
        nesting: depth of nested elements in HTML.
        blocks: paragraphs, headings and table cells in one document.
        pattern_seconds: time that one search for one pattern in one text may take.
    """

    bytes: int = field(default=32 * 1024 * 1024, validator=_positive)
    characters: int = field(default=8_000_000, validator=_positive)
    nesting: int = field(default=512, validator=_positive)
    blocks: int = field(default=200_000, validator=_positive)
    pattern_seconds: float = field(default=5.0, validator=_positive)


DEFAULT_LIMITS = Limits()
