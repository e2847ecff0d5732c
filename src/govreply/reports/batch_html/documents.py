"""One document as its page in the report needs it: text, findings with their places, fields, all as plain data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from govreply.convert import converter
from govreply.findings import RuleState, Severity
from govreply.language import Bilingual
from govreply.model import Personal
from govreply.private import hider
from govreply.reports.base import RuleHelp
from govreply.reports.batch_html.fields import Line, form_lines, lines_of, outline_of, ticks_of
from govreply.reports.batch_links import page_link, target
from govreply.reports.batch_rows import STATUSES, CrossIssue, Document, Issue, Spot, name_of
from govreply.reports.batch_view import BatchView
from govreply.reports.batch_words import advice, format_name, remark
from govreply.reports.safe import visible
from govreply.reports.words import STATES

LONGEST_TEXT: Final = 300_000  # code points; a browser lays out no more without a pause
_WITH_MARKUP: Final = ("text/html", "text/markdown")
_BEYOND_BMP: Final = "\U00010000"
Plain = dict[str, Any]


@frozen(kw_only=True)
class Teller:
    """Makes the data of documents.

    Attributes:
        folder: of the report, absolute. rules: what is known of rules, by name. places: index of each rule by its name.
    """

    view: BatchView
    folder: Path
    rules: Mapping[str, RuleHelp]
    places: Mapping[str, int]

    def row(self, document: Document, issues: list[Issue], file: int) -> list[Any]:
        """A document as the list shows it; `file` is the number of the file that holds the rest of it."""
        rules = sorted({self.places[issue.rule] for issue in issues if issue.waiver is None})
        return [
            visible(document.name),
            STATUSES.index(document.status),
            visible(document.title or ""),
            visible(document.document_number or ""),
            visible(document.issuer or ""),
            visible(document.date or ""),
            visible(document.class_mark or ""),
            *(document.counts[severity] for severity in Severity),
            document.waived,
            document.matter or "",
            rules,
            file,
            document.cause or "",
            int(document.is_reply),
        ]

    def page(self, document: Document, issues: list[Issue]) -> Plain:
        """All that the view of a document shows."""
        found = target(document.path, self.folder, self.view.here)
        data: Plain = {
            "number": document.number,
            "name": visible(document.name),
            "link": page_link(found) if found else None,
            "status": document.status,
            "title": visible(document.title or ""),
            "remark": visible(remark(document, self.view.language)),
            "advice": advice(document, self.view.language),
            "facts": list(self._facts(document)),
            "open": [
                [self._title(one["rule"]), STATES[RuleState(one["state"])].within(self.view.language), one["detail"]]
                for one in self.view.open_rules(document)
            ],
            "cross": [self.cross(issue) for issue in self.view.cross(document)],
        }
        content = self.view.content(document)
        if content is None:
            return data
        text, reply, places = content
        units = _units(text)
        hide = self._hider(reply)
        return data | {
            "text": text[:LONGEST_TEXT],
            "cut": len(text) - LONGEST_TEXT if len(text) > LONGEST_TEXT else 0,
            "markup": document.media_type in _WITH_MARKUP,
            "places": list(_landmarks(places, units)),
            "issues": [self._issue(issue, units) for issue in issues],
            "fields": [_shown(line, hide, units) for line in lines_of(reply, self.view.language)],
            "form": [_shown(line, hide, units) for line in form_lines(reply, self.view.language)],
            "ticks": [
                {
                    "label": hide(tick["label"]),
                    "place": _span(tick["place"], units),
                    "options": [[hide(label), on, _span(span, units)] for label, on, span in tick["options"]],
                }
                for tick in ticks_of(reply)
            ],
            "outline": [[depth, hide(told), units(a), units(b)] for depth, told, a, b in outline_of(reply)],
        }

    def cross(self, issue: CrossIssue) -> Plain:
        """A finding over many documents."""
        return {
            "number": issue.number,
            "rule": self.places[issue.rule],
            "severity": issue.severity.value,
            "message": issue.message,
            "suggestion": issue.suggestion or "",
            "waiver": issue.waiver,
            "places": [
                {
                    "label": place.label,
                    "document": place.document,
                    "name": visible(name_of(place.path, place.member)) if place.path else "",
                    "start": place.start,
                    "end": place.end,
                    "row": " ".join(part for part in (place.sheet, str(place.row or "")) if part),
                }
                for place in issue.places
            ],
        }

    def _facts(self, document: Document) -> Iterator[list[str]]:
        def fact(zh: str, en: str, value: object) -> list[str]:
            return [Bilingual(zh, en).within(self.view.language), "" if value is None else str(value)]

        facts = (
            fact("格式", "format", format_name(document.media_type) or None),
            fact("页数", "pages", document.pages),
            fact("字数", "characters", document.characters),
            fact("大小（字节）", "bytes", document.size),
            fact("地方规定", "profile", document.profile),
            fact("SHA-256", "SHA-256", document.sha256),
        )
        return (one for one in facts if one[1])

    def _issue(self, issue: Issue, units: Callable[[int], int]) -> Plain:
        return {
            "rule": self.places[issue.rule],
            "severity": issue.severity.value,
            "message": issue.message,
            "suggestion": issue.suggestion or "",
            "fix": issue.fix or "",
            "waiver": issue.waiver,
            "places": [self._spot(spot, units) for spot in (issue.spot, *issue.related)],
        }

    def _spot(self, spot: Spot, units: Callable[[int], int]) -> Plain:
        return {
            "label": spot.label,
            "start": units(spot.start),
            "end": units(spot.end),
            "where": spot.where(self.view.language),
            "quote": spot.quote,
        }

    def _hider(self, reply: Plain) -> Callable[[str], str]:
        """What masks the private things of a document in its fields, as they are in its text."""
        personal = reply.get("personal") or []
        if not personal or self.view.show_private:
            return str
        return hider(tuple(converter().structure(one, Personal) for one in personal))

    def _title(self, rule: str) -> str:
        known = self.rules.get(rule)
        return known.title if known else visible(rule)


def _shown(line: Line, hide: Callable[[str], str], units: Callable[[int], int]) -> list[Any]:
    label, value, start, end = line
    return [label, hide(value), _span([start, end] if start is not None else None, units)]


def _span(span: list[Any] | None, units: Callable[[int], int]) -> list[int] | None:
    return [units(span[0]), units(span[1])] if span else None


def _units(text: str) -> Callable[[int], int]:
    """What turns an offset in code points into one in units of UTF-16, in which pages count."""
    wide = [at for at, sign in enumerate(text) if sign >= _BEYOND_BMP] if max(text, default="") >= _BEYOND_BMP else []
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else lambda offset: offset


def _landmarks(places: list[Plain], units: Callable[[int], int]) -> Iterator[list[int | None]]:
    """Where a page or paragraph begins: offset, page, paragraph."""
    last: tuple[Any, ...] = ()
    for place in places:
        here = (place.get("page"), place.get("paragraph"), place.get("story"))
        if here != last:
            yield [units(place["span"][0]), here[0], here[1]]
            last = here
