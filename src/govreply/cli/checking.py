"""Checking one document after another in one run, each in a worker that can be killed where that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from attrs import field, frozen, mutable

from govreply import api
from govreply.cli import exit_codes
from govreply.cli.extensions import plugins
from govreply.cli.inputs import Member, failed
from govreply.cli.judging import Judging
from govreply.cli.language import current
from govreply.errors import Cause, UnreadableError, UsageError, fault
from govreply.findings import Result, Severity
from govreply.isolation import Isolated
from govreply.waivers import Waivers


@frozen(kw_only=True)
class Checker:
    """How each document of this run is checked; a context manager, since it may hold a worker process.

    Attributes:
        judged: what holds for the run. waivers: see :func:`waivers_of`.
        isolate: whether documents are read in a process that can be killed.
    """

    judged: Judging
    waivers: Waivers
    isolate: bool
    _worker: Isolated[Result] = field(init=False)

    @_worker.default
    def _new_worker(self) -> Isolated[Result]:
        return Isolated(_check, self.judged.limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._worker.close()

    def check(self, item: Path | Member) -> Result:
        """The result for one document, after its waivers and the baseline. A fault of the program is an outcome like any other."""
        name, path = (item.name, item.archive) if isinstance(item, Member) else (str(item), item)
        try:
            how = self._how(path)
            result = self._worker.call(name, item, **how) if self.isolate else _check(item, **how)
        except UnreadableError as error:
            return failed(name, error.cause, error.detail)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - one document must not take the others with it; the outcome says why
            return failed(name, Cause.CRASHED, fault(error))
        threshold, baseline = self.judged.fail_on, self.judged.baseline
        result = self.waivers.apply(result, path, fail_on=threshold, language=current())
        return result if baseline is None else baseline.apply(result, fail_on=threshold)

    def _how(self, path: Path) -> dict[str, Any]:
        rules = self.judged.rules_for(path)
        return {
            "language": current(),
            "profile": rules.profile,
            "select": rules.select or None,
            "ignore": rules.ignore,
            "severities": rules.severities,
            "fail_on": self.judged.fail_on,
            "today": self.judged.today,
            "limits": self.judged.limits,
            "plugins": plugins(),
        }


def waivers_of(judged: Judging, items: Iterable[Path | Member | Result]) -> Waivers:
    """The waivers of this run; a file of them or of configuration that cannot be used ends it before anything is checked.

    Raises:
        BilingualUsageError: if there is one.
    """
    paths = [item.archive if isinstance(item, Member) else item for item in items if not isinstance(item, Result)]
    waivers = Waivers(today=judged.today or date.today(), given=judged.waivers)
    waivers.prepare(paths)
    for path in paths:
        judged.rules_for(path)
    return waivers


@mutable
class Tally:
    """What the exit code depends on."""

    threshold: Severity | None
    unread: bool = False
    unwritten: bool = False
    replies: bool = False
    reached: bool = False
    empty_folders: bool = False
    may_be_empty: bool = False  # nothing to check is no failure

    def add(self, result: Result) -> None:
        """Count one document's result."""
        self.unread |= result.failure is not None
        self.replies |= result.reply is not None and result.reply.is_reply
        if self.threshold:
            self.reached |= any(finding.severity.reaches(self.threshold) for finding in result.findings)

    @property
    def exit_code(self) -> int:
        """The code of :mod:`govreply.cli.exit_codes` for the documents so far."""
        nothing = self.empty_folders or not self.replies
        if self.unread or self.unwritten or (nothing and not self.may_be_empty):
            return exit_codes.INCOMPLETE
        return exit_codes.FINDINGS if self.reached else exit_codes.OK


def _check(item: Path | Member, **how: Any) -> Result:
    if isinstance(item, Member):
        return api.check(item.data, item.name, **how)
    return api.check_file(item, **how)
