"""From bytes to blocks: one file a format, each of which knows its format and no Chinese."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from govreply.blocks import Document
from govreply.errors import Cause, UnreadableError
from govreply.limits import DEFAULT_LIMITS, Limits
from govreply.patterns import PatternTimeout, compile_pattern
from govreply.readers import charset, sniff
from govreply.readers.budget import Budget
from govreply.readers.laid_out import LaidOut
from govreply.readers.own import OwnReader
from govreply.readers.registry import FILE_READERS, READERS
from govreply.readers.stray_marks import without_marks
from govreply.readers.zip_directory import listed_names
from govreply.source import Source

_CONTROL = compile_pattern(r"[\x01-\x08\x0e-\x1f]")
_MOST_CONTROLS = 0.01  # share of the text from which on it is taken for binary


def read(
    data: bytes | str,
    name: str,
    *,
    media_type: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    further: Sequence[OwnReader] = (),
) -> Document:
    """Read one document into lines and tables.

    Args:
        data: the file, or its text where the caller has decoded it; then spans count in that very string.
        name: shown in messages; its ending helps to tell text formats apart.
        media_type: what the caller knows the format to be, such as ``text/html; charset=gbk``; goes before the ending
            among text formats. Other formats are told by their bytes alone.
        limits: bounds for this document.
        further: readers that are asked first whether the bytes are theirs.

    Raises:
        UnreadableError: for empty input, binary content, a format that is not read, bytes in no known encoding, and
            passed limits. No content of a text raises.
    """
    budget = Budget(name, limits)
    given_type, label = _split(media_type)
    if given_type is not None and given_type not in READERS and given_type not in FILE_READERS:
        raise UnreadableError(name, Cause.UNSUPPORTED, f"media type {given_type} is not read by this version")
    if isinstance(data, bytes):
        budget.check_bytes(len(data))
        binary = _own(data, name, budget, further) or _binary(data, name, budget)
        if binary is not None:
            return binary
    source = _source_of_text(data, name, budget) if isinstance(data, str) else _decoded(data, name, label, budget)
    text, encoding, how, raw = source
    budget.check_characters(len(text))
    _check_is_text(text, name)
    found_type = given_type if given_type and given_type in READERS else sniff.text_format(text, name)
    try:
        blocks, meta = READERS[found_type](text, budget)
    except PatternTimeout as error:
        raise budget.passed("pattern_seconds", limits.pattern_seconds, f"pattern {error}") from error
    return Document(
        Source(
            name=name,
            media_type=found_type,
            text=text,
            encoding=encoding,
            encoding_how=how,
            sha256=hashlib.sha256(raw).hexdigest(),
            size=len(raw),
        ),
        tuple(blocks if found_type == sniff.MARKDOWN else without_marks(blocks)),
        tuple(meta),
    )


def _binary(data: bytes, name: str, budget: Budget) -> Document | None:
    """The document in a format that is told by its bytes alone, whatever its name says; ``None`` for text."""
    found = sniff.binary_format(data)
    if found is None:
        return None
    if sniff.is_encrypted_office(data):
        raise UnreadableError(name, Cause.ENCRYPTED, "Office document behind a password")
    if sniff.is_cut_compound(data):
        raise UnreadableError(name, Cause.CORRUPT, "compound file (DOC, WPS, XLS or the like) without its end")
    media_type = sniff.BINARY.get(found)
    if media_type is None and found.endswith(sniff.IMAGE):
        raise UnreadableError(name, Cause.NEEDS_OCR, f"{found}, its text is not recognised by this version")
    if found == sniff.ZIP and data.startswith(sniff.ZIP_MEMBER) and not any(listed_names(data, 1)):
        raise UnreadableError(name, Cause.CORRUPT, "zip archive without its directory")
    if media_type is None:
        raise UnreadableError(name, Cause.UNSUPPORTED, f"{found} is not read by this version")
    return _document(data, name, media_type, FILE_READERS[media_type](data, budget))


def _own(data: bytes, name: str, budget: Budget, further: Sequence[OwnReader]) -> Document | None:
    """The document by the first of `further` that recognises it."""
    for reader in further:
        try:
            if reader.recognises(data, name):
                return _document(data, name, reader.media_type, reader.read(data, budget))
        except (UnreadableError, MemoryError):
            raise
        except (
            Exception,
            SystemExit,
        ) as error:  # what a package's reader raises is told; nothing may pass for unread text
            detail = f"the reader of {reader.media_type} that a plugin added: {error!r}"
            raise UnreadableError(name, Cause.CRASHED, detail) from error
    return None


def _document(data: bytes, name: str, media_type: str, laid_out: LaidOut) -> Document:
    return Document(
        Source(
            name=name,
            media_type=media_type,
            text=laid_out.text,
            encoding=None,
            encoding_how="laid-out",
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            places=laid_out.places,
            pages=laid_out.pages,
        ),
        tuple(without_marks(laid_out.blocks)),
        laid_out.meta,
    )


def _split(media_type: str | None) -> tuple[str | None, str | None]:
    """The media type in lower case without parameters, and its ``charset`` parameter."""
    if media_type is None:
        return None, None
    kind, *parameters = media_type.split(";")
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return kind.strip().lower(), value.strip().strip("\"'")
    return kind.strip().lower(), None


def _decoded(data: bytes, name: str, label: str | None, budget: Budget) -> tuple[str, str | None, str, bytes]:
    if not data.strip():
        raise UnreadableError(name, Cause.EMPTY, f"{len(data)} bytes, none of them text")
    decoded = charset.decode(data, name, label)
    return decoded.text, decoded.encoding, decoded.how, data


def _source_of_text(text: str, name: str, budget: Budget) -> tuple[str, str | None, str, bytes]:
    # a lone surrogate stands for a byte that the caller could not decode; its digest must be possible all the same
    raw = text.encode("utf-8", "surrogatepass")
    budget.check_bytes(len(raw))
    return text, None, "given", raw


def _check_is_text(text: str, name: str) -> None:
    if not text.strip().strip("\ufeff").strip():
        raise UnreadableError(name, Cause.EMPTY, "nothing but white space")
    if "\0" in text:
        raise UnreadableError(name, Cause.UNSUPPORTED, f"not text: NUL at character {text.index(chr(0))}")
    controls = sum(1 for _ in _CONTROL.finditer(text[:100_000]))
    if controls > _MOST_CONTROLS * min(len(text), 100_000) + 3:
        raise UnreadableError(name, Cause.UNSUPPORTED, "not text: control characters")
