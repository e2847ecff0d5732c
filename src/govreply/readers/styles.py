"""What the ``style`` attribute of an element says, as far as it changes which text is seen."""

from __future__ import annotations

from collections.abc import Mapping

from govreply.patterns import compile_pattern

_UNSEEN = compile_pattern(
    r"(?i)(?<![\w-])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|mso-hide\s{0,5}:\s{0,5}all)(?![\w-])"
)
_KEEPS_SPACES = compile_pattern(r"(?i)(?<![\w-])white-space\s{0,5}:\s{0,5}(?:pre|break-spaces)")
_FAMILY = compile_pattern(
    r"""(?i)(?<![\w-])(?:mso-(?:ascii|hansi|fareast)-)?font-family\s{0,5}:\s{0,5}["']?\s{0,5}([\w ]{1,40})"""
)
_LIST_STYLE = compile_pattern(r"(?i)(?<![\w-])list-style(?:-type)?\s{0,5}:\s{0,5}([a-z-]{1,40})")


def is_unseen(attributes: Mapping[str, str]) -> bool:
    """Whether browsers do not draw the element: ``hidden``, ``display:none``, ``visibility:hidden``, Word's hidden text."""
    return "hidden" in attributes or _UNSEEN.search(attributes.get("style", "")) is not None


def keeps_spaces(attributes: Mapping[str, str]) -> bool:
    """Whether line ends in the element end lines (CSS Text, ``white-space``)."""
    return _KEEPS_SPACES.search(attributes.get("style", "")) is not None


def font_families(attributes: Mapping[str, str]) -> list[str]:
    """The fonts that come first in ``face`` and in each ``font-family``, in lower case."""
    named = [match[1] for match in _FAMILY.finditer(attributes.get("style", ""))]
    return [name.strip().lower() for name in (attributes.get("face", "").split(",")[0], *named) if name.strip()]


def list_style(attributes: Mapping[str, str]) -> str | None:
    """The value of ``list-style`` or ``list-style-type``, in lower case; ``None`` where the attribute has neither."""
    match = _LIST_STYLE.search(attributes.get("style", ""))
    return match[1].lower() if match else None
