"""The configuration of a run: for each document what the command line, the environment and its nearest file say."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Any, Final

from attrs import Factory, field, frozen, mutable

from govreply.config.errors import at
from govreply.config.files import find, load, shown
from govreply.config.keys import OF_THE_RUN, PER_FILE, rule_words
from govreply.config.layers import Layer, Origin, OriginKind, Value
from govreply.errors import UsageError
from govreply.findings import Severity
from govreply.globs import matches
from govreply.language import Bilingual, Language
from govreply.plugins import NONE, Plugins
from govreply.profiles import Profile
from govreply.rules import engine

_FOLDERS_KEPT: Final = 10_000  # documents of one folder follow each other, so old entries are of no use
_STRONG: Final = (OriginKind.COMMAND_LINE, OriginKind.ENVIRONMENT)
DEFAULTS: Final[Mapping[str, Any]] = {
    "select": (),
    "ignore": (),
    "profile": None,
    "fail-on": Severity.ERROR.value,
    "language": Language.ZH.value,
    "show-private": False,
    "baseline": None,
}


@frozen(kw_only=True)
class Rules:
    """Which rules run over a document and how much they matter.

    Attributes:
        select, ignore: names, codes and families; none selected means all.
        severities: name of a rule → severity of its findings.
    """

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = Factory(dict)

    def among(self, words: Set[str]) -> Rules:
        """The same, without names that are not among `words`."""
        return Rules(
            profile=self.profile,
            select=tuple(name for name in self.select if name in words),
            ignore=tuple(name for name in self.ignore if name in words),
            severities={name: severity for name, severity in self.severities.items() if name in words},
        )


@frozen
class PerFile:
    """What holds for documents whose paths, counted from `folder`, fit `pattern`."""

    folder: str
    pattern: str
    select: tuple[str, ...] | None
    ignore: tuple[str, ...]
    origin: Origin

    def holds_for(self, document: Path) -> bool:
        """Whether it speaks of `document`."""
        try:
            relative = os.path.relpath(document, self.folder)
        except ValueError:  # on another drive
            return False
        return matches(Path(relative).as_posix(), self.pattern)


@frozen
class Settings:
    """All values that hold in one place, and the file that is the nearest there."""

    layer: Layer
    file: Path | None = None
    plugins: Plugins = NONE

    def get(self, key: str) -> Value:
        """The value of a key that holds one, its default where nothing says otherwise."""
        return self.layer.get((key,)) or Value(DEFAULTS[key], Origin(OriginKind.DEFAULT))

    def table(self, key: str) -> dict[str, Value]:
        """The values of a key that is a table, by their names."""
        return {path[1]: value for path, value in self.layer.items() if path[0] == key}

    def per_file(self) -> list[PerFile]:
        """The patterns, those of extended files first."""
        found: dict[tuple[str, str], dict[str, Value]] = {}
        for path, value in self.layer.items():
            if path[0] == PER_FILE:
                found.setdefault((path[1], path[2]), {})[path[3]] = value
        return [
            PerFile(
                folder,
                pattern,
                said["select"].value if "select" in said else None,
                said["ignore"].value if "ignore" in said else (),
                next(iter(said.values())).origin,
            )
            for (folder, pattern), said in found.items()
        ]

    def rules(self, document: Path | None = None) -> Rules:
        """The rules for `document`, or for a run as a whole.

        Who selects rules on the command line or in the environment wants those: what files select and ignore is put aside.
        """
        select, ignore = self.get("select"), self.get("ignore")
        asked = bool(select.value) and select.origin.kind in _STRONG
        fitting = [one for one in self.per_file() if document and one.holds_for(document)] if not asked else []
        chosen = select.value
        if any(one.select is not None for one in fitting):
            chosen = tuple(name for one in fitting for name in one.select or ())
        ignored = () if asked and ignore.origin.kind not in _STRONG else ignore.value
        profile = self.get("profile").value
        return Rules(
            profile=None if profile is None else self.plugins.profile(profile),
            select=chosen,
            ignore=(*ignored, *(name for one in fitting for name in one.ignore)),
            severities={name: Severity(value.value) for name, value in self.table("severities").items()},
        )


@mutable
class Configuration:
    """Finds what holds for a document; remembers the files it has read.

    Attributes:
        plugins: may add rules and profiles. above: what is stronger than any file.
        given: the file that holds for all documents; else each has the nearest one.
        isolated: no file is looked for.
    """

    plugins: Plugins = NONE
    above: Layer = field(factory=dict)
    given: Path | None = None
    isolated: bool = False
    _files: dict[Path, Layer] = field(factory=dict)
    _of_folder: dict[Path, Settings] = field(factory=dict)
    _rules: dict[tuple[Path | None, tuple[bool, ...]], Rules] = field(factory=dict)

    def in_folder(self, folder: Path) -> Settings:
        """What holds in `folder`.

        Raises:
            ConfigError: if a file of configuration cannot be used.
        """
        folder = Path(os.path.abspath(folder))  # noqa: PTH100 - a link to a document lies where it lies
        if folder not in self._of_folder:
            if len(self._of_folder) >= _FOLDERS_KEPT:
                self._of_folder.clear()
            path = self.given or (None if self.isolated else find(folder))
            self._of_folder[folder] = Settings(self._layer(path) | self.above, path, self.plugins)
        return self._of_folder[folder]

    def of_run(self, paths: Sequence[Path]) -> Settings:
        """What holds for a run over `paths` as a whole: in the deepest folder that holds them all, or the current one.

        Raises:
            ConfigError: see :meth:`in_folder`.
        """
        return self.in_folder(common_folder(paths))

    def rules_for(self, document: Path) -> Rules:
        """The rules over single documents that run over this one.

        Raises:
            ConfigError: see :meth:`in_folder`, and if no rule is left.
        """
        settings = self.in_folder(document.parent)
        absolute = Path(os.path.abspath(document))  # noqa: PTH100
        fits = tuple(one.holds_for(absolute) for one in settings.per_file())
        key = (settings.file, fits)
        if key not in self._rules:
            rules = settings.rules(absolute)
            self._rules[key] = rules.among(rule_words(self.plugins))
            self._require_some(rules, self._rules[key], settings, document)
        return self._rules[key]

    def files_used(self) -> list[str]:
        """The files that were the nearest of some document so far, from the current folder."""
        return sorted({shown(settings.file) for settings in self._of_folder.values() if settings.file is not None})

    def overruled(self, run: Settings) -> list[tuple[str, str]]:
        """Keys for the whole `run` that the nearest file of some document so far sets otherwise, in vain: file and key."""
        found: set[tuple[str, str]] = set()
        for settings in self._of_folder.values():
            if settings.file is None or settings.file == run.file:
                continue
            for path, value in settings.layer.items():
                held = run.layer.get(path)
                is_other = value.origin.kind is OriginKind.FILE and value.value != (held and held.value)
                if path[0] in OF_THE_RUN and is_other:
                    found.add((shown(settings.file), ".".join(path)))
        return sorted(found)

    def _require_some(self, asked: Rules, own: Rules, settings: Settings, document: Path) -> None:
        try:
            if asked.select and not own.select:
                raise UsageError("rules over many documents alone are selected")
            engine.select(own.select or None, ignore=own.ignore, rules=self.plugins.all_rules)
        except UsageError as error:
            place = shown(settings.file) if settings.file else shown(document)
            words = Bilingual(
                f"对 {shown(document)} 一条规则也不剩（select、ignore、per-file）",
                f"no rule is left to run over {shown(document)} (select, ignore, per-file)",
            )
            raise at(place, words) from error

    def _layer(self, path: Path | None) -> Layer:
        if path is None:
            return {}
        if path not in self._files:
            self._files[path] = load(path, self.plugins)
        return self._files[path]


def common_folder(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all of `paths`; the current one where there is none."""
    if not paths:
        return Path.cwd()
    absolute = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
    try:
        return Path(os.path.commonpath([path if path.is_dir() else path.parent for path in absolute]))
    except ValueError:  # on several drives
        return Path.cwd()
