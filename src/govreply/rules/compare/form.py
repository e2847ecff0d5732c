"""What the rules on the feedback form need to know of it."""

from __future__ import annotations

from govreply.model import Choice, ChoiceName, Feedback

# ways of meeting and talking may be several at once
_SEVERAL = (ChoiceName.CONTACT_BEFORE, ChoiceName.OTHER)


def returned(form: Feedback) -> bool:
    """Whether the proposer has filled it in at all: ticks, an opinion, a date. A form only sent along has none of these."""
    if form.blank:
        return False
    opinion = form.opinion is not None and bool(form.opinion.text.strip())
    ticked = any(option.checked for choice in form.choices for option in choice.options)
    return ticked or opinion or (form.date is not None and bool(form.date.text.strip()))


def single(choice: Choice) -> bool:
    """Whether the question allows exactly one tick."""
    return not choice.multiple and choice.name not in _SEVERAL and len(choice.options) > 1
