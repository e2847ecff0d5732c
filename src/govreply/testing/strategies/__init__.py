"""Hypothesis strategies that draw letters over all the forms replies take; needs hypothesis (``pip install hypothesis``).

``letters()`` draws a :class:`govreply.testing.Letter` whose content and surface vary independently, ``documents()`` a letter
with the format that it is to be written in. What a reader must find in it says :func:`govreply.testing.expectations.expected`.
``sound_letters()`` draws letters on which no rule may speak above ``info``; the others may well contradict themselves.
"""

from __future__ import annotations

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise ImportError("govreply.testing.strategies needs hypothesis: pip install hypothesis") from error

from typing import Any

from attrs import evolve

from govreply.model import AddresseeKind
from govreply.testing.layout import TEXT_FORMATS, Format
from govreply.testing.letter import Letter
from govreply.testing.strategies import heads, openings, outlines, tails
from govreply.testing.strategies.forms import forms
from govreply.testing.strategies.pools import AFTER, OFFICES
from govreply.testing.strategies.sound import sound_letters
from govreply.testing.surface import ClassPlace, ContactLayout, Cut, DateForm, Surface, TitlePlace
from govreply.testing.wording import title_of

__all__ = ["documents", "forms", "letters", "sound_letters"]


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """A letter in any of its forms."""
    office = draw(st.sampled_from(OFFICES))
    year = draw(st.integers(2018, 2026))
    item = draw(heads.items(office))
    marks, head_look = draw(heads.letterheads(office, year))
    title_look = draw(heads.titles(item, office))
    honorific = "委员" if item["assembly"].endswith("政协") else "代表"
    addressed, addressee_look = draw(openings.addressees(honorific))
    person = addressed["addressee_kind"] is AddresseeKind.PERSON
    joint, receipt_look = draw(openings.receipts(item, office, person))
    signed, signature_look = draw(tails.signatures(office, year))
    people, contact_look = draw(tails.contacts(office))
    ended, end_look = draw(tails.ends(office, signed["date"] is not None))
    look = Surface(
        **head_look,
        **title_look,
        **addressee_look,
        **receipt_look,
        **signature_look,
        **contact_look,
        **end_look,
        **draw(_finishes()),
    )
    letter = Letter(
        **item,
        **marks,
        **addressed,
        **joint,
        **signed,
        **people,
        **ended,
        issuer=office.name,
        sections=draw(outlines.bodies()),
        form=draw(
            st.one_of(
                st.none(), st.none(), forms(item["number"], "提案" if item["assembly"].endswith("政协") else "建议")
            )
        ),
        surface=look,
    )
    if letter.disposition and look.title_place is TitlePlace.LINE and draw(st.integers(0, 4)) == 0:
        in_title = draw(st.sampled_from(heads.TITLES_WITH_CLASS))
        look = look.but(class_place=ClassPlace.TITLE, title=in_title, title_back="")
        letter = letter.but(surface=look)
    if draw(st.integers(0, 9)) == 0:
        return draw(_flattened(letter))
    title = "" if look.title_place is TitlePlace.NONE else title_of(letter)
    metadata, page_look = draw(
        heads.pages(office, letter.document_number, title, look.title_place is TitlePlace.METADATA)
    )
    return letter.but(**metadata, surface=look.but(**page_look))


@st.composite
def _flattened(draw: st.DrawFn, letter: Letter) -> Letter:
    """The letter on one line, as pages print it that lost their paragraphs.

    Without line ends nobody can tell a heading without a full stop from the text behind it, where a title in two lines or an
    addressee without colon ends, or to which person a phone on the next line belonged; a lone letter for the class is lost
    among the words; a space is the only trace of a line end, so that none is set for the looks, nor between two phones; and
    the signature comes first, for an organ behind a contact may be where that person works: all this is left out.
    """
    look = letter.surface
    plain: dict[str, Any] = {
        "title_place": TitlePlace.LINE,
        "title_back": "",
        "number": "第{n}号",
        "number_form": None,
        "class_place": ClassPlace.LINE,
        "class_form": "类别：{code}",
        "signer_form": "签发人：{name}",
        "addressee": "{names}{honorific}：",
        "separator": "、",
        "padded_names": False,
        "greeting": "",
        "spaced_figures": False,
        "organ_gap": None,
        "date": DateForm.PLAIN if look.date is DateForm.SPACED else look.date,
        "contact_label_gap": "",
        "copies": "抄送：{list}。",
    }
    if look.title in heads.TITLES_WITH_CLASS:
        plain["title"] = "关于{session}{no}{item}的答复"
    return letter.but(
        sections=draw(outlines.run_in_bodies()),
        form=None,
        attachments=(),
        people=tuple(evolve(person, phones=person.phones[:1]) for person in letter.people[:1]),
        contacts=(),
        disclosure=None if letter.disclosure == "公开" else letter.disclosure,
        surface=look.but(
            flat=draw(st.sampled_from((" ", "　　", "  "))),
            cuts=(),
            before=(),
            after=(),
            contact_layout=ContactLayout.ONE_LINE,
            signature_line=None,
            contacts_first=False,
            **plain,
        ),
    )


@st.composite
def _finishes(draw: st.DrawFn) -> dict[str, Any]:
    """Page breaks, punctuation, levels of headings, the page's footer."""
    page_line = st.sampled_from(("", "- 2 -", "— 3 —", "第 2 页"))
    cut = st.builds(Cut, paragraph=st.integers(0, 9), at=st.integers(200, 900), page_line=page_line)
    return {
        "half_width": draw(st.integers(0, 5)) == 0,
        "spaced_figures": draw(st.integers(0, 4)) == 0,
        "depths": draw(st.lists(st.integers(1, 4), max_size=3).map(tuple)),
        "cuts": draw(st.lists(cut, max_size=2).map(tuple)),
        "after": draw(st.lists(st.sampled_from(AFTER), max_size=2, unique=True).map(tuple)),
    }


@st.composite
def documents(draw: st.DrawFn) -> tuple[Letter, Format]:
    """A letter and the text format it is to be written in."""
    return draw(letters()), draw(st.sampled_from(TEXT_FORMATS))
