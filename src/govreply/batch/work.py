"""Checking one input, as a pure function of what is sent: the same on this machine and on another.

What an input holds is read once. Its digest is taken before anything is parsed, so that it is known even of a document
that takes the worker down, and a document that is as it was need not be parsed again.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Generator, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attrs
from attrs import Factory, field, frozen

from govreply import api
from govreply.baseline import Counts, without_known
from govreply.batch import members
from govreply.batch.likeness import bands, body_text
from govreply.batch.members import INSIDE
from govreply.batch.record import Checked, Digest, Record, Row, lost_record, record_of, unread_record
from govreply.errors import Cause, UnreadableError, fault
from govreply.files import read_file
from govreply.findings import Severity
from govreply.language import Language
from govreply.limits import DEFAULT_LIMITS, Limits
from govreply.plugins import NONE as NO_PLUGINS
from govreply.plugins import Plugins
from govreply.profiles import Profile
from govreply.version import VERSION
from govreply.waivers import WaiverFile, Waivers

NO_WAIVERS: Final = WaiverFile(Path(), ())
NOTHING_HELD: Final[Counts] = MappingProxyType({})
_BOTH: Final = (Language.ZH, Language.EN)


@frozen(kw_only=True)
class Options:
    """How every document of a run is checked.

    Attributes:
        profile, select, ignore, fail_on, today, limits, severities, plugins: as for :func:`govreply.api.check`.
        show_private: whether findings and texts are kept as they are, without masks.
    """

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    today: date | None = None
    limits: Limits = DEFAULT_LIMITS
    show_private: bool = False
    severities: Mapping[str, Severity] = Factory(dict)
    plugins: Plugins = NO_PLUGINS

    def to_json(self) -> str:
        """All of it as JSON, the same text for the same options."""
        return self._json

    @cached_property
    def _json(self) -> str:
        plain = {
            "profile": None if self.profile is None else {"name": self.profile.name, **self.profile.values()},
            "select": sorted(self.select),
            "ignore": sorted(self.ignore),
            "fail_on": self.fail_on.value,
            "today": self.today.isoformat() if self.today else None,
            "limits": attrs.asdict(self.limits),
            "show_private": self.show_private,
            "severities": dict(self.severities),
            "plugins": self.plugins.names(),
        }
        return json.dumps(plain, ensure_ascii=False, sort_keys=True)


@frozen(kw_only=True)
class Task:
    """One input to check.

    Attributes:
        input: its id in the store. path: as it was found. member: of the archive `path`, ``""`` for the file itself.
        absolute: where it lies, whatever folder this is run in; waivers know it by this path.
        data: its bytes, where they are sent along; ``None`` to read them from `path`.
        known: the SHA-256 of the bytes that a record with `fingerprint` is held of already; they are not checked again.
        verdict: of that record, ``unread`` for one of what could not be read.
        fingerprint: see :func:`fingerprint`.
        waivers: those it comes under. day: by which they expire.
        held: what a baseline holds of it. baseline: the name of that.
    """

    input: int
    path: str
    absolute: str
    member: str = ""
    data: bytes | None = field(default=None, repr=False)
    known: str | None = None
    verdict: str | None = None
    fingerprint: str = ""
    waivers: WaiverFile = NO_WAIVERS
    day: date
    held: Counts = Factory(dict)
    baseline: str = ""
    options: Options = Options()

    @property
    def name(self) -> str:
        """What the document is called."""
        return f"{self.path}{INSIDE}{self.member}" if self.member else self.path


def prepare() -> None:
    """Load and compile what checking a letter takes, for processes that are forked afterwards: it takes as long as a dozen of them."""
    from govreply.testing import Letter

    api.check(Letter().to_markdown(), "letter.md")


def fingerprint(options: Options, waivers: WaiverFile, day: date, held: Counts = NOTHING_HELD) -> str:
    """What tells whether a document has to be checked again though it is the same: version, options, waivers in force, baseline."""
    entries = [
        (index, w.document, w.rule, w.reason, w.who)
        for index, w in enumerate(waivers.waivers)
        if w.until is None or w.until >= day
    ]
    file = str(waivers.path) if entries else ""
    told = json.dumps([VERSION, options.to_json(), file, entries, sorted(held.items())], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def check_one(task: Task) -> Record | Digest:
    """The record of an input, or nothing but its digest where that is the one already known. Never raises on content."""
    try:
        *_, answer = _answers(task)
    except MemoryError:
        limit = task.options.limits.memory
        return unread_record(None, task.fingerprint, Cause.MEMORY, f"limit memory is {limit} bytes: more was asked for")
    return answer


def _answers(task: Task) -> Iterator[Digest | Record]:
    record = yield from check_in_steps(task)
    if record is not None:
        yield record


def check_in_steps(task: Task) -> Generator[Digest, None, Record | None]:
    """Yields the digest and returns the record unless the digest is the one already known; no digest where nothing is read.

    Raises:
        MemoryError: where there is not enough; this process should be given up then.
    """
    started = time.perf_counter()
    try:
        data = bytes_of(task)
    except UnreadableError as error:
        return lost_record(None, task.fingerprint, error)
    digest = Digest(size=len(data), sha256=hashlib.sha256(data).hexdigest())
    yield digest
    if digest.sha256 == task.known:
        return None
    try:
        return _record(task, data, digest, started)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not take the others with it; the outcome says why
        return unread_record(digest, task.fingerprint, Cause.CRASHED, fault(error))


def bytes_of(task: Task) -> bytes:
    """What the input holds: sent along, or read from its file.

    Raises:
        UnreadableError: if it cannot be read, or is larger than allowed.
    """
    if task.member and task.data is None:
        return members.unpack(task.absolute, task.path, task.member, task.options.limits)
    members.let_go()
    most = task.options.limits.bytes
    data = read_file(task.absolute, most) if task.data is None else task.data
    if len(data) > most:
        raise UnreadableError(task.name, Cause.LIMIT, f"limit bytes is {most}: the file is larger")
    return data


def _record(task: Task, data: bytes, digest: Digest, started: float) -> Record:
    options = task.options
    zh, en = api.check_in(
        _BOTH,
        data,
        task.name,
        profile=options.profile,
        select=options.select or None,
        ignore=options.ignore,
        fail_on=options.fail_on,
        today=options.today,
        severities=options.severities,
        plugins=options.plugins,
        limits=options.limits,
    )
    waivers = Waivers(today=task.day, given=task.waivers)
    path = Path(task.absolute)
    zh, en = (
        waivers.apply(result, path, fail_on=options.fail_on, language=language)
        for result, language in zip((zh, en), _BOTH, strict=True)
    )
    zh, en = (without_known(r, task.held, origin=task.baseline, fail_on=options.fail_on) for r in (zh, en))
    reply = zh.reply
    uses: tuple[Row, ...] = tuple((str(file), entry, int(used)) for file, entry, used in waivers.uses())
    checked = Checked(
        zh=zh,
        en=en,
        families=_families(options.plugins),
        waiver_uses=uses,
        seconds=round(time.perf_counter() - started, 4),
        bands=bands(body_text(reply)) if reply is not None and reply.is_reply else (),
    )
    return record_of(checked, digest, task.fingerprint, show_private=options.show_private)


def _families(plugins: Plugins) -> dict[str, Any]:
    return {rule.name: rule.family for rule in plugins.all_rules}
