"""Reading and checking in one call; pure functions of their input, and what they return can be pickled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from os import PathLike

from govreply.blocks import Document
from govreply.errors import Cause, UnreadableError, one_of
from govreply.files import read_file
from govreply.findings import Failure, Result, Severity, Verdict
from govreply.grammar.assemble import read_reply
from govreply.language import Language
from govreply.limits import DEFAULT_LIMITS, Limits
from govreply.model import Reply
from govreply.patterns import PatternTimeout
from govreply.plugins import NONE, Plugins
from govreply.profiles import Profile, place_of
from govreply.readers import read
from govreply.rules import engine
from govreply.rules.verdict import verdict

IN_MEMORY = "<memory>"


def parse(
    data: bytes | str, name: str = IN_MEMORY, *, media_type: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Reply:
    """Read one document.

    Args:
        data: the file's bytes, or text that the caller has decoded; then spans count in that very string.
        name: shown in messages; its ending helps to tell text formats apart.
        media_type: what the caller knows the format to be; goes before the ending.
        limits: bounds for this document.

    Raises:
        UnreadableError: for unreadable bytes and passed limits. A document that is no reply is read all the same, with
            ``is_reply`` false.
        TypeError: for `data` that is neither bytes nor text.
    """
    return _read(data, name, media_type, limits)[1]


def parse_file(path: str | PathLike[str], *, media_type: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Reply:
    """Read the document in a file; as :func:`parse`.

    Raises:
        UnreadableError: as :func:`parse`, and if there is no such file or it may not be read.
    """
    return parse(read_file(path, limits.bytes), str(path), media_type=media_type, limits=limits)


def check(
    data: bytes | str,
    name: str = IN_MEMORY,
    *,
    profile: Profile | str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    language: Language | str = Language.ZH,
    fail_on: Severity | str = Severity.ERROR,
    today: date | None = None,
    severities: Mapping[str, Severity | str] | None = None,
    plugins: Plugins | None = None,
    media_type: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Result:
    """Read one document and run the rules over it.

    No content makes this raise: what cannot be read gives a result with ``failure`` and the verdict ``undetermined``.

    Args:
        data, name, media_type, limits: as for :func:`parse`.
        profile: what the place prescribes, its name, or a file that ends in ``.toml``; by default that of the document's
            own place, see :func:`govreply.profiles.place_of`.
        select, ignore: names, codes or families of rules to run, and of those not to run.
        language: of the messages.
        fail_on: the severity from which on the verdict is ``fail``.
        today: the day that rules on dates may judge by; the clock is never asked.
        severities: name or code of a rule → the severity of its findings, in place of the one it declares.
        plugins: what other packages add, such as ``govreply.plugins.installed()``; nothing by default.

    Raises:
        UsageError: for a rule, profile, language or severity that does not exist, and if no rule is left to run.
        TypeError: for `data` that is neither bytes nor text, and a `today` that is no date.
    """
    (result,) = check_in(
        (one_of(Language, language, "language"),),
        data,
        name,
        profile=profile,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        today=today,
        severities=severities,
        plugins=plugins,
        media_type=media_type,
        limits=limits,
    )
    return result


def check_in(
    languages: Sequence[Language],
    data: bytes | str,
    name: str = IN_MEMORY,
    *,
    profile: Profile | str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    fail_on: Severity | str = Severity.ERROR,
    today: date | None = None,
    severities: Mapping[str, Severity | str] | None = None,
    plugins: Plugins | None = None,
    media_type: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Result, ...]:
    """As :func:`check`, one result a language: the document is read and checked once, the findings are told in each."""
    plugins = plugins or NONE
    rules = engine.select(select, ignore=ignore, rules=plugins.all_rules)
    changed = engine.severities_of(severities or {}, rules=plugins.all_rules)
    _must_be_day(today)
    given = plugins.profile(profile) if isinstance(profile, str) else profile
    threshold = one_of(Severity, fail_on, "fail_on")
    try:
        document, reply = _read(data, name, media_type, limits, plugins)
    except UnreadableError as error:
        return (_unread(name, error),) * len(languages)
    chosen = given or plugins.choose(place_of(reply), _issuer(reply))
    told, outcomes = engine.run_in(languages, reply, rules=rules, profile=chosen, today=today, severities=changed)
    return tuple(
        Result(
            name=name,
            verdict=verdict(findings, outcomes, reply, threshold),
            source=document.source,
            reply=reply,
            findings=findings,
            outcomes=outcomes,
            profile=chosen.name,
        )
        for findings in told
    )


def check_file(
    path: str | PathLike[str],
    *,
    profile: Profile | str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    language: Language | str = Language.ZH,
    fail_on: Severity | str = Severity.ERROR,
    today: date | None = None,
    severities: Mapping[str, Severity | str] | None = None,
    plugins: Plugins | None = None,
    media_type: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Result:
    """Check the document in a file; as :func:`check`. A file that is missing or may not be read is a failure, too."""
    try:
        data = read_file(path, limits.bytes)
    except UnreadableError as error:
        return _unread(str(path), error)
    return check(
        data,
        str(path),
        profile=profile,
        select=select,
        ignore=ignore,
        language=language,
        fail_on=fail_on,
        today=today,
        severities=severities,
        plugins=plugins,
        media_type=media_type,
        limits=limits,
    )


def check_many(
    paths: Iterable[str | PathLike[str]],
    *,
    profile: Profile | str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    language: Language | str = Language.ZH,
    fail_on: Severity | str = Severity.ERROR,
    today: date | None = None,
    severities: Mapping[str, Severity | str] | None = None,
    plugins: Plugins | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Result]:
    """Check file after file, in order, one result each as soon as it is there; as :func:`check_file`.

    Raises:
        TypeError: as :func:`check`, and for one path in place of several.
    """
    if isinstance(paths, str | bytes | PathLike):
        raise TypeError(f"paths must be several paths, not {paths!r}; check_file takes one")
    chosen = select if select is None or isinstance(select, str) else tuple(select)
    skipped = ignore if isinstance(ignore, str) else tuple(ignore)
    return (
        check_file(
            path,
            profile=profile,
            select=chosen,
            ignore=skipped,
            language=language,
            fail_on=fail_on,
            today=today,
            severities=severities,
            plugins=plugins,
            limits=limits,
        )
        for path in paths
    )


def _read(
    data: bytes | str, name: str, media_type: str | None, limits: Limits, plugins: Plugins = NONE
) -> tuple[Document, Reply]:
    if not isinstance(data, bytes | str):
        raise TypeError(f"data must be bytes or str, not {type(data).__name__}; parse_file and check_file take a path")
    document = read(data, name, media_type=media_type, limits=limits, further=plugins.readers)
    try:
        return document, read_reply(document)
    except PatternTimeout as error:
        detail = f"a search took longer than {limits.pattern_seconds} s (pattern_seconds): {error}"
        raise UnreadableError(name, Cause.LIMIT, detail) from error


def _unread(name: str, error: UnreadableError) -> Result:
    return Result(name=name, verdict=Verdict.UNDETERMINED, failure=Failure(cause=error.cause, detail=error.detail))


def _must_be_day(today: date | None) -> None:
    if today is not None and (isinstance(today, datetime) or not isinstance(today, date)):
        raise TypeError(f"today must be a datetime.date, not {type(today).__name__}")


def _issuer(reply: Reply) -> str | None:
    return (reply.issuer.canonical or reply.issuer.text) if reply.issuer else None
