"""What other packages add: rules, profiles, readers and report formats, found by their entry points.

A package names them in the groups ``govreply.rules``, ``govreply.profiles``, ``govreply.readers`` and
``govreply.reports``. The command line takes in what is installed; a caller of :func:`govreply.check` says so:
``check(…, plugins=govreply.plugins.installed())``. Nothing is ever replaced: what comes with govreply keeps its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from os import PathLike
from typing import Any, Final

from attrs import field, frozen

from govreply.errors import BilingualUsageError, UsageError
from govreply.language import Bilingual
from govreply.profiles import Profile, choose, load
from govreply.profiles.load import names as own_profiles
from govreply.readers.own import OwnReader
from govreply.rules.base import Rule
from govreply.rules.registry import ALL
from govreply.rules.unusable import fault_of

GROUPS: Final = ("rules", "profiles", "readers", "reports")
OWN_FORMATS: Final = ("text", "json", "jsonl", "concise", "sarif", "junit", "github", "gitlab")
"""The names of govreply's own formats of reports; what writes them is above this module."""


class PluginError(BilingualUsageError):
    """A package's plugin that cannot be used; the message names the package and says why, in both languages."""


@frozen
class PackagedReport:
    """What opens a report of an installed package, which is called by its name where it fails."""

    package: str
    open_report: Callable[..., Any]

    def __call__(self, *args: Any) -> Any:
        """A report, as the package opens it."""
        return self.open_report(*args)


@frozen(kw_only=True)
class Plugins:
    """What is taken in besides govreply's own.

    Attributes:
        rules: run after govreply's own, and chosen by name, code or family like these.
        profiles: chosen by name, and by organs and places before those of govreply.
        readers: asked in order whether a file is theirs, before govreply's own.
        reports: name of a format → what opens it, as the values of ``govreply.reports.registry.FORMATS``.
    """

    rules: tuple[Rule, ...] = ()
    profiles: tuple[Profile, ...] = ()
    readers: tuple[OwnReader, ...] = ()
    reports: Mapping[str, Any] = field(factory=dict)
    _installed: bool = field(default=False, repr=False, eq=False, alias="_installed")

    def __reduce__(self) -> Any:
        """A worker finds by itself what is installed; functions of a package need not be sent."""
        if self._installed:
            return installed, ()
        return _made, (self.rules, self.profiles, self.readers, dict(self.reports))

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """Govreply's own rules and these."""
        return (*ALL, *self.rules)

    def names(self) -> list[str]:
        """What there is, for a record of what was checked with."""
        rules = (f"rule {rule.name} ({rule.code}, {rule.since})" for rule in self.rules)
        profiles = (f"profile {profile.name} {profile.values()}" for profile in self.profiles)
        return sorted([*rules, *profiles, *(f"reader {reader.media_type}" for reader in self.readers)])

    def profile(self, name: str) -> Profile:
        """The profile of that name, or of that file.

        Raises:
            ProfileError: if there is none.
        """
        return next((profile for profile in self.profiles if profile.name == name), None) or load(name)

    def choose(self, place: str | None, organ: str | None) -> Profile:
        """As :func:`govreply.profiles.choose`, these profiles first."""
        for wanted, of in ((organ, _organs), (place, _places)):
            found = next((p for p in self.profiles if wanted is not None and wanted in of(p)), None)
            if found is not None:
                return found
        return choose(place, organ)


NONE: Final = Plugins()


@cache
def installed() -> Plugins:
    """What the installed packages add, in the order of their names.

    Raises:
        PluginError: if something cannot be loaded, is not what its group holds, or takes a name or code that is taken.
    """
    found = {group: list(_loaded(group)) for group in GROUPS}
    return Plugins(
        rules=tuple(_rules(found["rules"])),
        profiles=tuple(_profiles(found["profiles"])),
        readers=tuple(_readers(found["readers"])),
        reports=dict(_reports(found["reports"])),
        _installed=True,
    )


def rules_of(value: Any) -> tuple[Rule, ...]:
    """The rules that an entry point or a module stands for: a rule, several, or a module with ``RULES`` or ``RULE``."""
    for name in ("RULES", "RULE"):
        value = getattr(value, name, value)
    if isinstance(value, Rule):
        return (value,)
    rules = tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else ()
    if not rules or not all(isinstance(rule, Rule) for rule in rules):
        raise TypeError("neither a Rule nor several, nor a module with RULES or RULE")
    return rules


def _made(rules: Any, profiles: Any, readers: Any, reports: Any) -> Plugins:
    return Plugins(rules=rules, profiles=profiles, readers=readers, reports=reports)


_Found = tuple[EntryPoint, Any]


def _loaded(group: str) -> Iterator[_Found]:
    for point in sorted(entry_points(group=f"govreply.{group}"), key=_package_and_name):
        try:
            yield point, point.load()
        except (Exception, SystemExit) as error:  # a package that leaves while it is imported ends no check in silence
            raise _refused(point, f"不能加载：{error!r}", f"cannot be loaded: {error!r}") from error


def _rules(found: Iterable[_Found]) -> Iterator[Rule]:
    taken = {word: "govreply" for rule in ALL for word in (rule.name, rule.code)}
    for point, value in found:
        try:
            rules = rules_of(value)
        except TypeError as error:
            raise _refused(point, "不是规则（Rule）", str(error)) from error
        for rule in rules:
            fault = fault_of(rule)
            if fault is not None:
                raise _refused(point, fault.zh, fault.en)
            for word in (rule.name, rule.code):
                if word in taken:
                    raise _refused(
                        point, f"规则 {word} 已由 {taken[word]} 使用", f"rule {word} is taken by {taken[word]}"
                    )
                taken[word] = _package(point)
            yield rule


def _profiles(found: Iterable[_Found]) -> Iterator[Profile]:
    taken = dict.fromkeys(own_profiles(), "govreply")
    for point, value in found:
        if isinstance(value, str | PathLike):
            try:
                value = load(str(value))
            except UsageError as error:
                raise _refused(point, f"地方规定读不了：{error}", f"the profile cannot be read: {error}") from error
        if not isinstance(value, Profile):
            raise _refused(
                point, "不是地方规定（Profile 或 .toml 的路径）", "neither a Profile nor the path of a .toml"
            )
        if value.name in taken:
            name, by = value.name, taken[value.name]
            raise _refused(point, f"地方规定 {name} 已由 {by} 使用", f"profile {name} is taken by {by}")
        taken[value.name] = _package(point)
        yield value


def _readers(found: Iterable[_Found]) -> Iterator[OwnReader]:
    for point, value in found:
        if not isinstance(value, OwnReader):
            raise _refused(point, "不是读取器（OwnReader）", "no OwnReader")
        yield value


def _reports(found: Iterable[_Found]) -> Iterator[tuple[str, PackagedReport]]:
    taken = dict.fromkeys(OWN_FORMATS, "govreply")
    for point, value in found:
        if not callable(value):
            raise _refused(point, "不是报告格式（可调用的对象）", "no format of a report: it cannot be called")
        if point.name in taken:
            by = taken[point.name]
            raise _refused(point, f"格式 {point.name} 已由 {by} 使用", f"format {point.name} is taken by {by}")
        taken[point.name] = _package(point)
        yield point.name, PackagedReport(_package(point), value)


def _organs(profile: Profile) -> tuple[str, ...]:
    return profile.organs


def _places(profile: Profile) -> tuple[str, ...]:
    return profile.places


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist is not None else point.value


def _package_and_name(point: EntryPoint) -> tuple[str, str]:
    return _package(point), point.name


def _refused(point: EntryPoint, zh: str, en: str) -> PluginError:
    where = f"{_package(point)}（{point.group}: {point.name}）"
    return PluginError(
        Bilingual(
            f"插件 {where}：{zh}；请更新或卸载它，或加 --no-plugins",
            f"plugin {_package(point)} ({point.group}: {point.name}): {en}; update or remove it, or use --no-plugins",
        )
    )
