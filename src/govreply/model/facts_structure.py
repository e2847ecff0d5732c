"""What the rules on structure and on the feedback form need to know of the wording."""

from __future__ import annotations

from attrs import frozen

from govreply.model.form import FormField
from govreply.model.texts import Text


@frozen(kw_only=True)
class Ending(Text):
    """The last words of a letter's text that do not end it.

    Attributes:
        broken: the words themselves show that more was to come (…工作的关); else merely the full stop is missing.
    """

    broken: bool


@frozen(kw_only=True)
class Requested(Text):
    """How many points the proposal raised, by the reply's own words (您提出的三点建议)."""

    count: int


@frozen(kw_only=True)
class AttachmentBody(Text):
    """The line 附件N above an attachment that is bound behind the letter; ``ordinal`` is ``None`` for a bare 附件."""

    ordinal: int | None = None


@frozen(kw_only=True)
class Voice:
    """What the opinion on the feedback form says, by the words that say it; negated words do not count.

    Attributes:
        negative: it turns the answer down (答非所问, 不予认可, 请重新办理).
        positive: it accepts it (满意, 予以认可).
        wishes: it asks for more (希望, 建议, 但).
        by_letter: it speaks of a reply that was sent (发来的答复已收悉).
        met: it speaks of a meeting or a call.
        draft: it speaks of a draft of the reply (征求意见稿).
        as_agency: it speaks as the answering organ (我局高度重视).
    """

    negative: tuple[Text, ...] = ()
    positive: tuple[Text, ...] = ()
    wishes: tuple[Text, ...] = ()
    by_letter: tuple[Text, ...] = ()
    met: tuple[Text, ...] = ()
    draft: tuple[Text, ...] = ()
    as_agency: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Structure:
    """What the parts of the letter and of its form tell when they are taken together.

    Attributes:
        ending: the end of the text, where it lacks a full stop.
        placeholders: words of a template that were never filled in (××工作).
        requested: how many points the proposal raised.
        attachment_bodies: the attachments that follow the letter.
        attachment_stops: full stops and semicolons behind the name of an attachment.
        second_disclosure: a disclosure mark that differs from the one kept.
        voice: what the opinion on the form says.
        refusal: the ticked answer that does not want the reply disclosed.
        form_signature: the place for the signature on the form; its value is ``""`` where nobody signed.
        meeting: the words that make the form one about a meeting.
        plain: the text lost its full-width punctuation or its glyphs, so that signs prove little.
    """

    ending: Ending | None = None
    placeholders: tuple[Text, ...] = ()
    requested: Requested | None = None
    attachment_bodies: tuple[AttachmentBody, ...] = ()
    attachment_stops: tuple[Text, ...] = ()
    second_disclosure: Text | None = None
    voice: Voice | None = None
    refusal: Text | None = None
    form_signature: FormField | None = None
    meeting: Text | None = None
    plain: bool = False
