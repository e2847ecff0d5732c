"""How each class of the model is laid out in XML, told from its fields; writer, reader and schema all go by this.

A class is an element. Its own span is the attributes ``start`` and ``end``; numbers, yes and no, words of closed lists and
names that the program made are attributes too, all other wording is the text of an element. A list of objects is an element
with a child each, named for its class (``<copies><passage>``); a list without entries, and a value that is not there, is
left out.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any, Final

import attrs
from attrs import frozen

from govreply.model import Reply, Text
from govreply.places import Place
from govreply.span import Span

NAMESPACE: Final = "urn:govreply:reply:1"
ROOT: Final = "reply"
CHARACTER: Final = "char"
CODE: Final = "code"
VALUE: Final = "value"
POSITION: Final = "position"

# strings that the program made itself: they hold no white space and nothing that XML cannot hold
_TOKENS: Final = frozenset(
    {
        ("ClassMark", "codes"),
        ("DateText", "iso"),
        ("Diagnostic", "code"),
        ("Diagnostic", "field"),
        ("Disposition", "code"),
        ("LawCitation", "repealed"),
        ("Measure", "style"),
        ("Part", "element"),
        ("Section", "style"),
        ("Signature", "date"),
        ("SourceInfo", "encoding"),
        ("SourceInfo", "encoding_how"),
        ("SourceInfo", "media_type"),
        ("SourceInfo", "sha256"),
    }
)
# every passage of the document has a text; `text` twice would tell nobody which is which
_ENTRY_NAMES: Final[dict[type, str]] = {Text: "passage"}


class Form(Enum):
    """What a field becomes."""

    OWN_SPAN = auto()  # attributes start and end
    ATTRIBUTE = auto()
    ATTRIBUTE_LIST = auto()  # separated by blanks
    STRING = auto()  # an element with text
    STRING_LIST = auto()  # an element with a <value> each
    SPAN = auto()  # an empty element with start and end
    SPAN_LIST = auto()
    OBJECT = auto()
    OBJECT_LIST = auto()


ATTRIBUTES: Final = (Form.OWN_SPAN, Form.ATTRIBUTE, Form.ATTRIBUTE_LIST)


@frozen
class Field:
    """A field of a class.

    Attributes:
        kind: class, enumeration or plain type of the value or of the entries.
        optional: it may be ``None``.
        owner: the class that declares it, which may be a base of the one asked for.
    """

    name: str
    form: Form
    kind: type
    optional: bool
    owner: type


@cache
def shape(of: type) -> tuple[Field, ...]:
    """The fields of the model class `of`, in order."""
    hints = typing.get_type_hints(of)
    return tuple(_field(of, a.name, hints[a.name]) for a in attrs.fields(of))


@cache
def entry_name(of: type) -> str:
    """The element that stands for an object of the class `of` in a list."""
    return _ENTRY_NAMES.get(of) or re.sub(r"(?<!^)(?=[A-Z])", "_", of.__name__).lower()


@cache
def is_placed(of: type) -> bool:
    """Whether objects of the class tell where in a laid-out file they stand, as those with a span do."""
    return of is not Place and any(f.form is Form.OWN_SPAN for f in shape(of))


def classes(start: type = Reply) -> Iterator[type]:
    """`start` and every class that its fields lead to, bases before the classes made from them."""
    seen: list[type] = []

    def visit(kind: type) -> None:
        if kind in seen:
            return
        for base in kind.__bases__:
            if attrs.has(base):
                visit(base)
        seen.append(kind)
        for field in shape(kind):
            if field.form in (Form.OBJECT, Form.OBJECT_LIST):
                visit(field.kind)

    visit(start)
    return iter(seen)


def _field(of: type, name: str, hint: Any) -> Field:
    optional = type(None) in typing.get_args(hint)
    inner = hint
    if optional:
        (inner,) = (part for part in typing.get_args(hint) if part is not type(None))
    entries = typing.get_origin(inner) is tuple
    kind = typing.get_args(inner)[0] if entries else inner
    if isinstance(kind, types.UnionType) or not isinstance(kind, type):
        raise TypeError(f"{of.__name__}.{name}: XML has no form for {hint}")
    owner = next(base for base in reversed(of.__mro__) if attrs.has(base) and name in attrs.fields_dict(base))
    return Field(name, _form(kind, owner, name, entries=entries), kind, optional, owner)


def _form(kind: type, owner: type, name: str, *, entries: bool) -> Form:
    if kind is Span:
        return Form.SPAN_LIST if entries else Form.OWN_SPAN if name == "span" else Form.SPAN
    if attrs.has(kind):
        return Form.OBJECT_LIST if entries else Form.OBJECT
    if kind is str and (owner.__name__, name) not in _TOKENS:
        return Form.STRING_LIST if entries else Form.STRING
    if kind in (str, int, float, bool) or issubclass(kind, StrEnum):
        return Form.ATTRIBUTE_LIST if entries else Form.ATTRIBUTE
    raise TypeError(f"{owner.__name__}.{name}: XML has no form for {kind}")
