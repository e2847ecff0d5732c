"""征询意见表: the feedback form."""

from __future__ import annotations

from attrs import frozen

from govreply.model.matter import Matter
from govreply.model.texts import DateText, Text
from govreply.model.words import ChoiceName
from govreply.span import Span


@frozen(kw_only=True)
class Option:
    """One box of a question. ``mark`` is what shows its state (the tag, ☑, √, the empty brackets)."""

    label: Text
    checked: bool
    mark: Text | None = None


@frozen(kw_only=True)
class Choice:
    """A question of the form with its boxes. ``multiple`` where the form allows more than one."""

    span: Span
    label: Text
    name: ChoiceName
    options: tuple[Option, ...] = ()
    selected: tuple[str, ...] = ()
    multiple: bool = False


@frozen(kw_only=True)
class FormField:
    """A labelled cell of the form that is no question."""

    label: Text
    value: Text


@frozen(kw_only=True)
class Opinion(Text):
    """The free text of the proposer, with every proposal or suggestion that it names."""

    matters: tuple[Matter, ...] = ()


@frozen(kw_only=True)
class Feedback:
    """征询意见表: the feedback form. ``blank`` where nothing on it is filled in (a specimen)."""

    span: Span
    title: Text | None = None
    proposer: Text | None = None
    number: Text | None = None
    matter_title: Text | None = None
    organ: Text | None = None
    place: Text | None = None
    date: DateText | None = None
    phone: Text | None = None
    choices: tuple[Choice, ...] = ()
    fields: tuple[FormField, ...] = ()
    opinion: Opinion | None = None
    blank: bool = False
