"""Baselines: how many findings of each rule each document had when checking began. They are counted and told, and never fail.

A baseline knows no lines, so that text may move. Where a rule finds more in a document than the baseline holds, nobody can
say which of them is new, and all are findings.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, frozen, mutable

from govreply.errors import BilingualUsageError
from govreply.findings import Finding, Result, RuleState, Severity, Waived, Waiver
from govreply.language import Bilingual
from govreply.rules.registry import ALL
from govreply.rules.verdict import verdict
from govreply.syntax_errors import syntax_words
from govreply.system_errors import words_of

FILE_NAME: Final = "govreply-baseline.json"
VERSION: Final = 1
REASON: Final = "基线 baseline"
_NOT_RUN: Final = (RuleState.UNDETERMINED, RuleState.CRASHED)
_RULES: Final = frozenset(rule.name for rule in ALL)

Counts = Mapping[str, int]
"""Name of a rule → number of findings."""


class BaselineError(BilingualUsageError):
    """A baseline cannot be used; ``words`` says which and why."""


@frozen
class Change:
    """A rule in a document of which something else was found than a baseline holds."""

    document: str
    rule: str
    held: int
    found: int


@mutable
class Baseline:
    """The counts of one file, and what a run found of them.

    Attributes:
        path: of the file; documents are called by their paths from its folder, parted by ``/``.
        documents: path of a document → counts.
        rules: the names of all rules that there are; what is held of others can go.
    """

    path: Path
    documents: dict[str, dict[str, int]] = field(factory=dict)
    rules: frozenset[str] = _RULES
    _found: dict[str, dict[str, int]] = field(factory=dict)
    _run: dict[str, frozenset[str]] = field(factory=dict)  # the rules that had their say

    def key(self, document: Path | str) -> str:
        """What the file calls a document: links to folders are followed, one to the document itself lies where it lies."""
        whole = os.path.abspath(document)  # noqa: PTH100
        place = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))  # noqa: PTH118, PTH119, PTH120
        try:
            return Path(os.path.relpath(place, self._folder)).as_posix()
        except ValueError:  # on another drive
            return Path(place).as_posix()

    @property
    def _folder(self) -> str:
        """Where the file lies, whatever links lead there."""
        return os.path.dirname(os.path.realpath(self.path))  # noqa: PTH120

    def counts(self, document: Path | str) -> Counts:
        """What is held of a document."""
        return self.documents.get(self.key(document), {})

    def apply(self, result: Result, *, fail_on: Severity = Severity.ERROR) -> Result:
        """`result`, after its waivers, with the findings that are held set apart and the verdict derived from the others."""
        if result.reply is None:
            return result
        run = frozenset(outcome.rule for outcome in result.outcomes if outcome.state not in _NOT_RUN)
        self.note(result.name, Counter(finding.rule for finding in result.findings), run)
        return without_known(result, self.counts(result.name), origin=str(self.path), fail_on=fail_on)

    def note(self, document: Path | str, found: Counts, run: Set[str]) -> None:
        """That so many findings of each rule were found in a document by the rules `run`; waived ones are not counted."""
        key = self.key(document)
        self._found[key] = {rule: count for rule, count in found.items() if rule in self.rules}
        self._run[key] = frozenset(run)

    def grown(self) -> list[Change]:
        """Where a run found more than is held of a rule that is held."""
        return [change for change in self._changes() if change.found > change.held]

    def shrunk(self) -> list[Change]:
        """Where a run found less than is held, and what is held of documents that no longer are; rules that did not run say nothing."""
        gone = [
            Change(document, rule, held, 0)
            for document, counts in self.documents.items()
            if document not in self._found and not self.exists(document)
            for rule, held in counts.items()
        ]
        return sorted([*gone, *(c for c in self._changes() if c.found < c.held)], key=lambda c: (c.document, c.rule))

    def written(self) -> Baseline:
        """A baseline of what a run found; what is held of documents that it did not check stays, if they still are."""
        documents = {d: counts for d, counts in self.documents.items() if d not in self._found and self.exists(d)}
        for document, found in self._found.items():
            silent = {r: n for r, n in self.documents.get(document, {}).items() if not self._had_its_say(document, r)}
            documents[document] = silent | found
        return Baseline(self.path, _without_empty(documents), self.rules)

    def pruned(self) -> Baseline:
        """The same with no more than a run found; nothing is added to it."""
        documents = {document: dict(counts) for document, counts in self.documents.items()}
        for change in self.shrunk():
            documents[change.document][change.rule] = change.found
        return Baseline(self.path, _without_empty(documents), self.rules)

    def to_json(self) -> str:
        """The text of the file: the same for the same counts."""
        plain = {
            "version": VERSION,
            "documents": {d: dict(sorted(counts.items())) for d, counts in sorted(self.documents.items())},
        }
        return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"

    def exists(self, document: str) -> bool:
        """Whether the file of a document, or the archive that it lies in, is there."""
        return (Path(self._folder) / document.split(_INSIDE)[0]).exists()

    def _changes(self) -> list[Change]:
        return [
            Change(document, rule, held, self._found[document].get(rule, 0))
            for document, counts in self.documents.items()
            if document in self._found
            for rule, held in counts.items()
            if self._had_its_say(document, rule)
        ]

    def _had_its_say(self, document: str, rule: str) -> bool:
        """Whether a rule was run over a document; one that no longer exists will never be."""
        return rule in self._run[document] or rule not in self.rules


_INSIDE: Final = "!/"


def load(path: Path, rules: frozenset[str] = _RULES) -> Baseline:
    """Read a baseline.

    Args:
        rules: the names of all rules that there are.

    Raises:
        BaselineError: if it cannot be read, or is none.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        why = words_of(error)
        raise _error(path, f"无法读取（{why.zh}）", f"cannot be read ({why.en})") from error
    except (ValueError, RecursionError) as error:  # no UTF-8, no JSON
        why = syntax_words(error)
        raise _error(path, f"不是 JSON（{why.zh}）", f"no JSON ({why.en})") from error
    if not isinstance(content, dict) or set(content) != {"version", "documents"} or content["version"] is True:
        raise _error(path, "应有且只有 version 和 documents 两项", "holds something else than version and documents")
    if content["version"] != VERSION:
        version = content["version"]
        raise _error(
            path, f"不认识版本 {version!r}，应为 {VERSION}", f"unknown version {version!r}, should be {VERSION}"
        )
    if not isinstance(content["documents"], dict):
        raise _error(path, "documents 应为对象", "documents must be an object")
    for document, counts in content["documents"].items():
        _require_counts(path, document, counts)
    return Baseline(path, content["documents"], rules)


def without_known(result: Result, held: Counts, *, origin: str, fail_on: Severity) -> Result:
    """`result` with the findings set apart of rules that found no more than is `held`, and the verdict of the others."""
    found = Counter(finding.rule for finding in result.findings)
    rules = {
        outcome.rule for outcome in result.outcomes
    }  # what the engine itself tells, of a rule that broke, is never known
    known = {rule for rule, count in found.items() if rule in rules and count <= held.get(rule, 0)}
    if not known or result.reply is None:
        return result
    kept = tuple(finding for finding in result.findings if finding.rule not in known)
    apart = tuple(_known(finding, origin) for finding in result.findings if finding.rule in known)
    return evolve(
        result,
        findings=kept,
        waived=(*result.waived, *apart),
        verdict=verdict(kept, result.outcomes, result.reply, fail_on),
    )


def _known(finding: Finding, origin: str) -> Waived:
    return Waived(finding=finding, waiver=Waiver(rule=finding.rule, reason=REASON, origin=origin, baseline=True))


def _require_counts(path: Path, document: str, counts: Any) -> None:
    if not isinstance(counts, dict) or not counts:
        raise _error(path, f"{document} 应为 规则 → 处数", f"{document} must map rules to counts")
    for rule, count in counts.items():
        if not isinstance(count, int) or isinstance(count, bool) or count < 1:
            raise _error(
                path, f"{document} 的 {rule} 应为正整数", f"{rule} of {document} must be a whole number above 0"
            )


def _without_empty(documents: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    kept = {document: {rule: n for rule, n in counts.items() if n} for document, counts in documents.items()}
    return {document: counts for document, counts in kept.items() if counts}


def _error(path: Path, zh: str, en: str) -> BaselineError:
    return BaselineError(Bilingual(f"{path}：{zh}", f"{path}: {en}"))
