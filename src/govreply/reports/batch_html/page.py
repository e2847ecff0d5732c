"""The page itself: overview and empty views, with its style, its script and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

from attrs import frozen

from govreply.errors import Cause
from govreply.findings import Severity, Verdict
from govreply.language import Bilingual, Language
from govreply.reports.advice import ADVICE
from govreply.reports.base import RuleHelp
from govreply.reports.batch_html.labels import labels
from govreply.reports.batch_html.scripts import script_json
from govreply.reports.batch_rows import STATUSES, UNREAD, WAITING, OrganCount, RuleCount
from govreply.reports.batch_view import BatchView
from govreply.reports.batch_words import STATUS_WORDS, required, run_time, skipped_words
from govreply.reports.safe import visible
from govreply.reports.words import CAUSES, SEVERITIES

_SCRIPTS: Final = ("dom.js", "data.js", "list.js", "text.js", "document.js", "cross.js", "main.js")
_MOST_BARS: Final = 12  # shown at once
_MOST_ORGANS: Final = 300  # that can be chosen in a list
Plain = dict[str, Any]


@frozen(kw_only=True)
class Page:
    """Renders ``report.html``.

    Attributes:
        names: of all rules that found anything, in the order by which the data speak of them.
        files: how many files of data there are of each kind. rows: documents in a file of the list. issues: findings in a
            file of those across documents.
    """

    view: BatchView
    rules: Mapping[str, RuleHelp]
    names: list[str]
    files: dict[str, int]
    rows: int
    issues: int

    def render(self) -> str:
        """The whole page."""
        jinja2 = required("jinja2")
        environment = jinja2.Environment(
            autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
        )
        environment.filters |= {"number": _number, "filled": _filled}
        style, script = _asset("page.css"), self._script()
        safe = {
            # our own texts, which hold nothing of a document
            "style": jinja2.utils.markupsafe.Markup(style),
            "script": jinja2.utils.markupsafe.Markup(script),
            # escaped for this place by script_json
            "data": jinja2.utils.markupsafe.Markup(self._data()),
        }
        template = environment.from_string(_asset("page.html"))
        page: str = template.render(self._context() | safe | {"policy": _policy(style, script)})
        return page

    def _script(self) -> str:
        inside = "\n".join(_asset(name) for name in _SCRIPTS)
        return f'(() => {{\n"use strict";\n{inside}}})();'

    def _data(self) -> str:
        language = self.view.language
        return script_json(
            {
                "words": labels(language),
                "statuses": [[status, STATUS_WORDS[status].within(language)] for status in STATUSES],
                "severities": {severity.value: SEVERITIES[severity].within(language) for severity in Severity},
                "causes": {cause.value: CAUSES[cause].within(language) for cause in Cause},
                "rules": [[visible(name), self._title(name), self._code(name)] for name in self.names],
                "found": self.view.store.counts().found,
                "rows": self.rows,
                "issues": self.issues,
                "files": self.files,
                "crossTotal": self.view.cross_total(),
            }
        )

    def _context(self) -> Plain:
        language = self.view.language
        counts = self.view.store.counts()
        many = {verdict.value: counts.verdicts[verdict.value] for verdict in Verdict}
        many |= {UNREAD: counts.unread.total(), WAITING: counts.waiting}
        shown = [status for status in STATUSES if many[status] or status != WAITING]
        parts = {part["key"]: part for part in _parts([(status, many[status]) for status in shown], counts.found, 1000)}
        statuses = [
            {
                "key": status,
                "label": STATUS_WORDS[status].within(language),
                "count": many[status],
                "share": f"{many[status] / counts.found:.1%}" if counts.found else "",
                **({"x": parts[status]["x"], "width": parts[status]["width"]} if status in parts else {}),
            }
            for status in shown
        ]
        most = max((counts.findings[severity.value] for severity in Severity), default=0)
        organs, across = self.view.by_organ(), self.view.by_rule(cross=True)
        named = [organ for organ in organs if organ.name]
        listed = [*named[:_MOST_ORGANS], *(organ for organ in organs if not organ.name)]
        return {
            "words": labels(language),
            "lang": "zh-CN" if language is Language.ZH else "en",
            "colon": _say(language, "：", ": "),
            "open": _say(language, "（", " ("),
            "close": _say(language, "）", ")"),
            "found": counts.found,
            "cross_total": sum(rule.total for rule in across),
            "facts": list(self._facts()),
            "statuses": statuses,
            "verdict_line": _say(language, "，", ", ").join(f"{one['label']} {one['count']}" for one in statuses),
            "most": _MOST_BARS,
            "rules": self._rule_rows(self.view.by_rule(), "list"),
            "cross_rules": self._rule_rows(across, "cross"),
            "severities": [
                {
                    "key": severity.value,
                    "label": SEVERITIES[severity].within(language),
                    "count": counts.findings[severity.value],
                    "waived": counts.waived[severity.value],
                    "parts": _parts([(severity.value, counts.findings[severity.value])], most, 100),
                }
                for severity in Severity
            ],
            "organ_statuses": [
                one
                for one in statuses
                if one["key"] in (Verdict.FAIL.value, Verdict.UNDETERMINED.value, Verdict.PASS.value)
            ],
            "organs": _organ_rows(listed),
            "organs_beyond": max(len(named) - _MOST_ORGANS, 0),
            "causes": [
                {
                    "key": cause.value,
                    "label": CAUSES[cause].within(language),
                    "count": counts.unread[cause.value],
                    "advice": ADVICE[cause].within(language),
                }
                for cause in Cause
                if counts.unread[cause.value]
            ],
            "idle_waivers": self.view.waiver_remarks,
            "notes": self._notes(),
        }

    def _facts(self) -> Iterable[tuple[str, str]]:
        words, run = labels(self.view.language), self.view.last_run()
        if folders := self.view.folders:
            yield words["folders"], folders
        if skipped := skipped_words(self.view.skipped, self.view.language):
            yield words["skipped"], skipped
        if run is not None:
            yield words["time"], run_time(run, self.view.language)
        if profile := self.view.options().get("profile"):
            yield words["profile"], visible(profile["name"])
        if run is not None:
            yield words["version"], f"govreply {run['version']}"

    def _notes(self) -> list[str]:
        words = labels(self.view.language)
        private = [] if self.view.show_private else [words["note_private"]]
        return [words["note_pass"], *private, words["note_files"]]

    def _rule_rows(self, rules: list[RuleCount], view: str) -> list[Plain]:
        most = max((rule.total for rule in rules), default=0)
        return [
            {
                "name": visible(rule.rule),
                "title": self._title(rule.rule),
                "code": visible(rule.code),
                "view": view,
                "counts": [rule.counts[severity] for severity in Severity],
                "documents": rule.documents,
                "parts": _parts([(severity.value, rule.counts[severity]) for severity in Severity], most, 100),
            }
            for rule in rules
        ]

    def _title(self, rule: str) -> str:
        known = self.rules.get(rule)
        return known.title if known else visible(rule)

    def _code(self, rule: str) -> str:
        known = self.rules.get(rule)
        return known.code if known else ""


def _organ_rows(organs: list[OrganCount]) -> list[Plain]:
    shown = (Verdict.FAIL.value, Verdict.UNDETERMINED.value, Verdict.PASS.value)
    most = max((organ.documents for organ in organs), default=0)
    return [
        {
            "name": visible(organ.name) if organ.name else None,
            "counts": [organ.statuses[status] for status in shown],
            "documents": organ.documents,
            "parts": _parts([(status, organ.statuses[status]) for status in STATUSES], most, 100),
        }
        for organ in organs
    ]


def _parts(counts: Iterable[tuple[str, int]], whole: int, width: int) -> list[Plain]:
    """Pieces of a bar, one behind the other, of which `whole` fills the `width`."""
    parts, at = [], 0
    for key, count in counts:
        if count:
            parts.append({"key": key, "x": round(at * width / whole, 2), "width": round(count * width / whole, 2)})
            at += count
    return parts


def _policy(style: str, script: str) -> str:
    """What the browser is to let in: this style, this script, and the files of data that lie beside the page.

    ``file:`` is for browsers whose ``'self'`` knows no files. The script makes the addresses of data itself, and browsers
    that know trusted types let it load nothing else.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(script)} 'self' file:",
            f"style-src {_digest(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types govreply-data",
        )
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _number(value: int) -> str:
    return f"{value:,}"


def _filled(text: str, value: object) -> str:
    return text.replace("{}", str(value), 1)


def _say(language: Language, zh: str, en: str) -> str:
    return Bilingual(zh, en).within(language)
