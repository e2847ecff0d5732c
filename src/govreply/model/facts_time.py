"""What the document says of time, besides its bare dates."""

from __future__ import annotations

from attrs import frozen

from govreply.model.texts import DateText, Text
from govreply.model.words import PageDateKind


@frozen(kw_only=True)
class PageDate:
    """A date that the page around the letter gives, with its label."""

    kind: PageDateKind
    label: str
    date: DateText


@frozen(kw_only=True)
class WeekdayClaim(Text):
    """A day with the weekday written behind it (2023年5月8日（星期三）).

    Attributes:
        weekday: 1 for Monday to 7 for Sunday.
    """

    date: DateText
    weekday: int


@frozen(kw_only=True)
class Prospect(Text):
    """Something that is said to come by a date (预计2022年10月底建成)."""

    date: DateText


@frozen(kw_only=True)
class PlanPeriod(Text):
    """The years that the text gives for a five-year plan (“十四五”期间（2021—2025年）).

    Attributes:
        plan: its short name without quotes. first, last: the years written.
    """

    plan: str
    first: int
    last: int


@frozen(kw_only=True)
class Timing:
    """Dates taken together.

    Attributes:
        prospects: what the letter itself says will come; told plans, quotations and earlier aims are left out.
        assigned: the day on which the item was handed to the organ (交办).
        follow_up: words that say that this is a further answer (再次答复), so that terms count anew.
    """

    page_dates: tuple[PageDate, ...] = ()
    weekdays: tuple[WeekdayClaim, ...] = ()
    prospects: tuple[Prospect, ...] = ()
    plan_periods: tuple[PlanPeriod, ...] = ()
    assigned: DateText | None = None
    follow_up: Text | None = None
