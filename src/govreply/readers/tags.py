"""Facts about HTML elements and character references, as the HTML standard (WHATWG) has them."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from html.entities import html5

from govreply.blocks import TICKED, UNTICKED
from govreply.patterns import compile_pattern


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Elements that begin a line of their own.
BLOCK = _names(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre
    search section summary table tbody td textarea tfoot th thead tr ul xmp"""
)
# Elements whose content is no text of the page.
DROPPED = _names(
    """audio button canvas datalist iframe noembed noframes noscript object script style svg template video"""
)
VOID = _names("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
_INLINE = _names(
    """a abbr acronym applet b bdi bdo big blink cite code colgroup data del dfn em font head i ins kbd label map mark
    marquee math meter nobr optgroup option output picture progress q rb rp rt rtc ruby s samp select slot small span
    strike strong sub sup time title tt u var"""
)
KNOWN = BLOCK | DROPPED | VOID | _INLINE

# A tag as an author writes it. Possessive, so that a tag that never ends is given up at once.
TAG = compile_pattern(
    r"""<(?P<end>/)?(?P<name>[A-Za-z][A-Za-z0-9]{0,40}(?::[A-Za-z][\w.-]{0,40})?)"""
    r"""(?P<attributes>(?:[\s/]{1,200}+(?:[^\s"'<>/=]{1,200}+(?:\s{0,50}+=\s{0,50}+(?:"[^"]{0,4000}+"|'[^']{0,4000}+'|[^\s"'=<>`]{1,4000}+)){0,1}+){0,1}+){0,200}+)>"""
)
ATTRIBUTE = compile_pattern(
    r"""(?P<name>[^\s"'<>/=]{1,200}+)(?:\s{0,50}+=\s{0,50}+(?:"(?P<double>[^"]{0,1000000}+)"|'(?P<single>[^']{0,1000000}+)'|(?P<bare>[^\s"'=<>`]{1,1000000}+))){0,1}+"""
)
REFERENCE = compile_pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

# What an image that stands for a tick or a box says instead of it.
_IMAGE_SIGNS = frozenset("√✓✔☑☒■□☐●○◉◎×✗✘")
_IMAGE_WORDS = {
    **dict.fromkeys(("checked", "tick", "ticked", "选中", "已选中", "已选", "勾选", "打勾", "对勾"), TICKED),
    **dict.fromkeys(("unchecked", "unticked", "未选中", "未选", "未勾选", "空框", "方框"), UNTICKED),
}
# The value of such an input is typed text, drawn in the page.
_TYPED = frozenset(("", "date", "email", "month", "number", "tel", "text", "url"))

_LINE_ENDS = str.maketrans("\r\n\f", "   ")


def is_known(name: str) -> bool:
    """Whether `name` (lower case) is an HTML element or has a prefix, as in ``o:p``; anything else in <> is text."""
    return name in KNOWN or ":" in name


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a whole tag as :data:`TAG` matches it, names in lower case, the first of each name."""
    found: dict[str, str] = {}
    inner = tag[1:-1].lstrip("/")
    named = False
    for match in ATTRIBUTE.finditer(inner):
        if not named:
            named = True  # the first word is the tag's own name
            continue
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), unescape(value))
    return found


def tick_of(attributes: Mapping[str, str]) -> str:
    """The sign that an ``<input>`` with these attributes draws: ☑, ☐ or nothing."""
    if attributes.get("type", "").strip().lower() not in ("checkbox", "radio"):
        return ""
    return TICKED if "checked" in attributes else UNTICKED


def image_sign(attributes: Mapping[str, str]) -> str:
    """The sign that an ``<img>`` with these attributes stands for by its ``alt``: √, □ …; ``""`` for other images."""
    text = attributes.get("alt", "").strip()
    return text if text in _IMAGE_SIGNS else _IMAGE_WORDS.get(text.lower(), "")


def holds_text(attributes: Mapping[str, str]) -> bool:
    """Whether an ``<input>`` with these attributes shows the text that is its value."""
    return attributes.get("type", "").strip().lower() in _TYPED


def resolve_reference(reference: str) -> str | None:
    """The characters that ``&name;`` or ``&#n;`` stands for, line ends as spaces; ``None`` where it stands for none."""
    body = reference[1:]
    if not body.startswith("#") and body not in html5:
        return None
    return unescape(reference).translate(_LINE_ENDS)
