"""Waivers: findings that a person has decided to let pass, with a reason. They are counted and told, and never fail.

They stand in a file ``govreply-waivers.toml`` of tables ``[[waiver]]``, or in the document itself (Markdown and HTML) as
a comment ``<!-- govreply: ignore[rule-name] reason -->``.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen, mutable

from govreply.errors import BilingualUsageError
from govreply.findings import Finding, Result, RuleState, Severity, Waived, Waiver, WaiverFault, WaiverRemark
from govreply.globs import matches
from govreply.language import Bilingual, Language
from govreply.lexicon.fold import fold
from govreply.patterns import compile_pattern
from govreply.rules.across import CODES as ACROSS
from govreply.rules.registry import ALL
from govreply.rules.verdict import verdict
from govreply.span import Span
from govreply.syntax_errors import syntax_words
from govreply.system_errors import words_of

FILE_NAME: Final = "govreply-waivers.toml"
INVALID: Final = "waiver-invalid"
INVALID_CODE: Final = "WVR001"

_REQUIRED = ("document", "rule", "reason", "who")
_KEYS = (*_REQUIRED, "until")
_COMMENT = compile_pattern(
    r"<!--\s{0,20}govreply\s{0,5}:\s{0,5}ignore\s{0,5}(?P<list>\[(?P<rules>[^\]<>]{0,300})\])?(?P<reason>[^<>]{0,500}?)-->"
)
_COMMENTED = ("text/markdown", "text/html")
_NOT_RUN = (RuleState.UNDETERMINED, RuleState.CRASHED)


class WaiverError(BilingualUsageError):
    """A file of waivers cannot be used; ``words`` says where and why."""


@frozen
class WaiverFile:
    """The entries of one file; patterns of paths count from the folder it lies in."""

    path: Path
    waivers: tuple[Waiver, ...]


def comment_for(text: str, media_type: str | None, name: str, rule: str) -> Waiver | None:
    """The first comment of a document that waives a rule.

    Args:
        text, media_type, name: those of its source. rule: its name.
    """
    waivers, _ = _comments(text, media_type, name, Language.ZH)
    return next((waiver for waiver in waivers if rule_named(waiver.rule) == rule), None)


def find(document: Path) -> Path | None:
    """The nearest ``govreply-waivers.toml`` in the folder of `document` or one above it."""
    for folder in Path(os.path.abspath(document)).parents:  # noqa: PTH100 - a link to a document lies where it lies
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
    return None


def load(path: Path) -> WaiverFile:
    """Read a file of waivers.

    Raises:
        WaiverError: if it cannot be read, is no TOML, lacks a key or has an unknown one, or names a rule that does not exist.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        why = words_of(error)
        raise _error(path, Bilingual(f"无法读取（{why.zh}）", f"cannot be read ({why.en})")) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        why = syntax_words(error)
        raise _error(path, Bilingual(f"不是 TOML（{why.zh}）", f"no TOML ({why.en})")) from error
    entries = content.pop("waiver", [])
    if content or not isinstance(entries, list):
        raise _error(path, Bilingual("只应有 [[waiver]] 表", "should hold tables [[waiver]] and nothing else"))
    return WaiverFile(path, tuple(_waiver(path, number, entry) for number, entry in enumerate(entries, start=1)))


@mutable
class Waivers:
    """The waivers of one run, which remembers what was used.

    Attributes:
        given: the file that holds for all documents; else each has the nearest one.
        today: the day to judge expiry by.
    """

    today: date
    given: WaiverFile | None = None
    _files: dict[Path, WaiverFile] = field(factory=dict)
    _met: set[tuple[Path, int]] = field(factory=set)
    _used: set[tuple[Path, int]] = field(factory=set)

    def prepare(self, documents: Sequence[Path]) -> None:
        """Load the files of `documents`, so that a broken one is told before anything is reported.

        Raises:
            WaiverError: see :func:`load`.
        """
        if self.given is not None:
            self._files[self.given.path] = self.given
            return
        folders = {Path(os.path.abspath(document)).parent: document for document in documents}  # noqa: PTH100
        for document in folders.values():
            path = find(document)
            if path is not None and path not in self._files:
                self._files[path] = load(path)

    def apply(
        self, result: Result, path: Path, *, fail_on: Severity = Severity.ERROR, language: Language = Language.ZH
    ) -> Result:
        """`result` with the waived findings set apart and the verdict derived from the others."""
        reply, source = result.reply, result.source
        if reply is None or source is None or not reply.is_reply:
            return result
        comments, faults = _comments(source.text, source.media_type, source.name, language)
        entries = list(self._entries_for(path, reply.document_number.text if reply.document_number else None))
        checked = {outcome.rule for outcome in result.outcomes if outcome.state not in _NOT_RUN}
        self._met |= {key for key, waiver in entries if rule_named(waiver.rule) in checked}
        used: set[Waiver] = set()
        kept: list[Finding] = []
        waived: list[Waived] = []
        for finding in result.findings:
            comment = next((c for c in comments if rule_named(c.rule) == finding.rule), None)
            entry = next(((k, w) for k, w in entries if self._holds(w) and rule_named(w.rule) == finding.rule), None)
            if comment is not None:
                used.add(comment)
                waived.append(Waived(finding=finding, waiver=comment))
            elif entry is not None:
                self._used.add(entry[0])
                waived.append(Waived(finding=finding, waiver=entry[1]))
            else:
                kept.append(finding)
        kept = sorted([*kept, *faults], key=_start)
        return evolve(
            result,
            findings=tuple(kept),
            waived=tuple(waived),
            waiver_remarks=tuple(
                WaiverRemark(waiver=c, fault=WaiverFault.UNUSED)
                for c in comments
                if c not in used and rule_named(c.rule) in checked
            ),
            verdict=verdict(kept, result.outcomes, reply, fail_on),
        )

    def entries(self, path: Path, number: str | None) -> Iterator[tuple[int, Waiver, bool]]:
        """The entries of :attr:`given` that speak of a document: index, entry, and whether it has not expired.

        Args:
            number: the document number, if there is one.
        """
        for (_, index), waiver in self._entries_for(path, number):
            yield index, waiver, self._holds(waiver)

    def uses(self) -> tuple[tuple[Path, int, bool], ...]:
        """The entries whose documents were checked by their rules, as file and index, and whether they let something pass."""
        return tuple((*key, key in self._used) for key in sorted(self._met))

    def note(self, path: Path, index: int, *, used: bool) -> None:
        """Take over what :meth:`uses` said elsewhere."""
        self._met.add((path, index))
        if used:
            self._used.add((path, index))

    def remarks(self) -> tuple[WaiverRemark, ...]:
        """Entries that have expired, and entries whose documents were checked and gave nothing to let pass."""
        found = []
        for file in self._files.values():
            for index, waiver in enumerate(file.waivers):
                key = (file.path, index)
                if not self._holds(waiver):
                    found.append(WaiverRemark(waiver=waiver, fault=WaiverFault.EXPIRED))
                elif key in self._met and key not in self._used:
                    found.append(WaiverRemark(waiver=waiver, fault=WaiverFault.UNUSED))
        return tuple(found)

    def _entries_for(self, path: Path, number: str | None) -> Iterator[tuple[tuple[Path, int], Waiver]]:
        file = self.given or self._files.get(find(path) or Path())
        if file is None:
            return
        folder = Path(os.path.abspath(file.path)).parent  # noqa: PTH100
        relative = Path(os.path.relpath(path, folder)).as_posix()
        for index, waiver in enumerate(file.waivers):
            wanted = waiver.document or ""
            if matches(relative, wanted) or (number is not None and _key(wanted) == _key(number)):
                yield (file.path, index), waiver

    def _holds(self, waiver: Waiver) -> bool:
        return waiver.until is None or waiver.until >= self.today


def _waiver(path: Path, number: int, entry: Any) -> Waiver:
    def refuse(zh: str, en: str) -> WaiverError:
        return _error(path, Bilingual(f"第 {number} 个 [[waiver]]：{zh}", f"[[waiver]] number {number}: {en}"))

    if not isinstance(entry, dict):
        raise refuse("不是表", "no table")
    for key in entry:
        if key not in _KEYS:
            known = "、".join(_KEYS)
            raise refuse(f"没有 {key} 这一项，可用：{known}", f"no key {key}; there are {', '.join(_KEYS)}")
    for key in _REQUIRED:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise refuse(f"缺 {key}", f"{key} is missing")
    until = entry.get("until")
    if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
        raise refuse("until 应写作 2025-12-31（不加引号）", "until is a date such as 2025-12-31, without quotes")
    unknown = _unknown(entry["rule"])
    if unknown is not None:
        raise refuse(unknown.zh, unknown.en)
    return Waiver(
        rule=entry["rule"],
        reason=entry["reason"],
        who=entry["who"],
        until=until,
        document=entry["document"],
        origin=str(path),
    )


def _error(path: Path, words: Bilingual) -> WaiverError:
    return WaiverError(Bilingual(f"{path}：{words.zh}", f"{path}: {words.en}"))


def _comments(text: str, media_type: str | None, name: str, language: Language) -> tuple[list[Waiver], list[Finding]]:
    """The comments of a document that waive, and findings on those that cannot."""
    waivers: list[Waiver] = []
    faults: list[Finding] = []
    if media_type not in _COMMENTED:
        return waivers, faults
    for match in _COMMENT.finditer(text):
        span, reason = Span(*match.span()), match["reason"].strip()
        rules = [rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip()]
        problems = [problem for problem in map(_unknown, rules) if problem is not None]
        if not rules:
            problems.append(Bilingual("没有写明规则", "no rule is named"))
        if not reason:
            problems.append(Bilingual("没有写明理由", "no reason is given"))
        faults.extend(_fault(span, problem, language) for problem in problems)
        if reason:
            known = [rule for rule in rules if _unknown(rule) is None]
            waivers.extend(Waiver(rule=rule, reason=reason, origin=name, span=span) for rule in known)
    return waivers, faults


def _fault(span: Span, problem: Bilingual, language: Language) -> Finding:
    message = Bilingual(f"豁免注释无效：{problem.zh}", f"this waiver cannot be used: {problem.en}")
    form = "<!-- govreply: ignore[rule-name] reason -->"
    suggestion = Bilingual(f"写作 {form}", f"write {form}")
    return Finding(
        rule=INVALID,
        code=INVALID_CODE,
        severity=Severity.ERROR,
        message=message.within(language),
        span=span,
        suggestion=suggestion.within(language),
    )


def _unknown(rule: str) -> Bilingual | None:
    """What to say of a name that no rule bears; ``None`` for one that a rule does."""
    if rule_named(rule) is not None:
        return None
    near = get_close_matches(rule, [*(known.name for known in ALL), *ACROSS], n=1, cutoff=0.6)
    zh, en = (f"；是否想写 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", "")
    return Bilingual(f"没有规则 {rule}{zh}", f"no rule {rule}{en}")


def rule_named(rule: str) -> str | None:
    """The name of the rule that `rule` names or gives the code of, be it over one reply or over many."""
    codes = ((known.name, known.code) for known in ALL)
    return next((name for name, code in chain(codes, ACROSS.items()) if rule in (name, code)), None)


def _key(number: str) -> str:
    """A document number whose brackets and spaces do not matter."""
    return fold(number).replace(" ", "").replace("（", "〔").replace("）", "〕")


def _start(finding: Finding) -> int:
    return finding.span.start
