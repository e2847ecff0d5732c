"""The keys of a configuration: what each may hold. ``schemas/config.schema.json`` says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import frozen

from govreply.config.errors import Refuse, unknown
from govreply.findings import Severity
from govreply.language import Bilingual, Language
from govreply.limits import Limits
from govreply.plugins import Plugins
from govreply.profiles import ProfileError

Key = tuple[str, ...]

NEVER: Final = "never"
EXTENDS: Final = "extends"
PER_FILE: Final = "per-file"
UNITS: Final = {"K": 1024, "M": 1024**2, "G": 1024**3}
BYTES: Final = ("bytes", "unpacked_bytes", "memory")
OF_THE_RUN: Final = ("fail-on", "language", "show-private", "baseline", "limits", "catalogue-columns")
"""What cannot differ from one document of a run to the next."""

FAIL_ON: Final = (*(severity.value for severity in Severity), NEVER)
LIMITS: Final = attrs.fields_dict(Limits)


def rule_words(plugins: Plugins) -> set[str]:
    """What rules over one document answer to in ``select`` and ``ignore``: names, codes, families."""
    return {word for rule in plugins.all_rules for word in (rule.name, rule.code, rule.family)}


def further_words() -> set[str]:
    """What rules over many documents answer to."""
    from govreply.batch.cross.registry import ALL  # only for those who name one

    return {word for rule in ALL for word in (rule.name, rule.code, rule.family)}


def rule_names(plugins: Plugins) -> dict[str, str]:
    """Names and codes of all rules → name."""
    from govreply.batch.cross.registry import ALL

    names = [(rule.name, rule.code) for rule in plugins.all_rules] + [(rule.name, rule.code) for rule in ALL]
    return {word: name for name, code in names for word in (name, code)}


@frozen
class Reader:
    """Reads the keys of one table into values by their paths.

    Attributes:
        refuse: makes errors. folder: relative paths count from it. plugins: may add rules and profiles.
    """

    refuse: Refuse
    folder: Path
    plugins: Plugins

    def read(self, table: Mapping[str, Any]) -> dict[Key, Any]:
        """The values of all keys but ``extends``; those of tables one by one.

        Raises:
            ConfigError: for the first key that does not exist or holds what it cannot.
        """
        values: dict[Key, Any] = {}
        for key, value in table.items():
            if key == EXTENDS:
                self.names((key,), value)
            elif key in _PLAIN:
                values[(key,)] = _PLAIN[key](self, (key,), value)
            elif key in _TABLES:
                for inner, one in self._table((key,), value).items():
                    path, read = _TABLES[key](self, (key, inner), one)
                    values |= {path: read} if path else read
            else:
                raise self.refuse((key,), unknown("配置项", "key", key, (EXTENDS, *_PLAIN, *_TABLES)), None)
        return values

    def names(self, path: Key, value: Any) -> tuple[str, ...]:
        """A text or several: those of ``extends``."""
        if isinstance(value, str) and value:
            return (value,)
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        raise self._wrong(path, "文件名，或文件名的列表", "a file name or a list of them")

    def rules(self, path: Key, value: Any) -> tuple[str, ...]:
        """Names, codes or families of rules."""
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._wrong(path, '列表，如 ["dates", "FRM001"]', 'a list such as ["dates", "FRM001"]')
        known = rule_words(self.plugins)
        if not known.issuperset(value):
            known |= further_words()
        for one in value:
            if one not in known:
                raise self.refuse(path, unknown("规则或类别", "rule or family", one, known), one)
        return tuple(value)

    def profile(self, path: Key, value: Any) -> str:
        """The name of a profile that exists, or the absolute path of a file with one."""
        name = self._text(path, value)
        if name.endswith(".toml"):
            name = str(self.folder / name)
        try:
            self.plugins.profile(name)
        except ProfileError as error:
            raise self.refuse(path, error.words, None) from error
        return name

    def one_of(self, path: Key, value: Any, known: Iterable[str]) -> str:
        """One of a few words."""
        words = tuple(known)
        if value not in words:
            raise self._wrong(path, "、".join(words) + " 之一", "one of " + ", ".join(words))
        return str(value)

    def switch(self, path: Key, value: Any) -> bool:
        """True or false."""
        if not isinstance(value, bool):
            raise self._wrong(path, "true 或 false", "true or false")
        return value

    def file(self, path: Key, value: Any) -> str:
        """The absolute path of a file, which need not exist."""
        return str(self.folder / self._text(path, value))

    def severity(self, path: Key, value: Any) -> tuple[Key, str]:
        """The severity of a rule, by the rule's name."""
        known = rule_names(self.plugins)
        if path[-1] not in known:
            raise self.refuse(path, unknown("规则", "rule", path[-1], known), None)
        return (path[0], known[path[-1]]), self.one_of(path, value, Severity)

    def limit(self, path: Key, value: Any) -> tuple[Key, int | float]:
        """A bound; a number of bytes may have a unit."""
        name = path[-1]
        if name not in LIMITS:
            raise self.refuse(path, unknown("上限", "limit", name, LIMITS), None)
        number = _number(name, value)
        try:
            if number is not None:
                Limits(**{name: number})  # type: ignore[arg-type]
                return path, number
        except ValueError:  # it goes beyond what is possible
            pass
        zh, en = _wanted(name)
        raise self._wrong(path, zh, en)

    def column(self, path: Key, value: Any) -> tuple[Key, str]:
        """The column of a catalogue that holds a field."""
        from govreply.batch.catalogue.fields import WORDS, field_named  # only for those who name one

        field = field_named(path[-1])
        if field is None:
            raise self.refuse(
                path,
                unknown("目录栏目", "field of a catalogue", path[-1], (word.zh for word in WORDS.values()), also=WORDS),
                None,
            )
        if isinstance(value, bool) or (
            not (isinstance(value, int) and value > 0) and not (isinstance(value, str) and value)
        ):
            raise self._wrong(path, "列号、列标或表头", "a number, a letter or a heading")
        return (path[0], field.value), str(value)

    def per_file(self, path: Key, value: Any) -> tuple[Key, dict[Key, Any]]:
        """What holds for documents whose paths fit a pattern: rules to select and to ignore."""
        values: dict[Key, Any] = {}
        for key, names in self._table(path, value).items():
            if key not in ("select", "ignore"):
                raise self.refuse((*path, key), unknown("配置项", "key", key, ("select", "ignore")), None)
            values[(path[0], str(self.folder), path[1], key)] = self.rules((*path, key), names)
        return (), values

    def _table(self, path: Key, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(path, f"表，写作 [{path[0]}]", f"a table, written [{path[0]}]")
        return value

    def _text(self, path: Key, value: Any) -> str:
        if not isinstance(value, str) or not value:
            raise self._wrong(path, "文本", "a text")
        return value

    def _wrong(self, path: Key, zh: str, en: str) -> Exception:
        name = ".".join(path)
        return self.refuse(path, Bilingual(f"{name} 应为 {zh}", f"{name} must be {en}"), None)


_PLAIN: Final[dict[str, Callable[[Reader, Key, Any], Any]]] = {
    "select": Reader.rules,
    "ignore": Reader.rules,
    "profile": Reader.profile,
    "fail-on": lambda reader, path, value: reader.one_of(path, value, FAIL_ON),
    "language": lambda reader, path, value: reader.one_of(path, value, Language),
    "show-private": Reader.switch,
    "baseline": Reader.file,
}
_TABLES: Final[dict[str, Callable[[Reader, Key, Any], tuple[Key, Any]]]] = {
    "severities": Reader.severity,
    "limits": Reader.limit,
    PER_FILE: Reader.per_file,
    "catalogue-columns": Reader.column,
}
KEYS: Final = (*_PLAIN, *_TABLES)


def _number(name: str, value: Any) -> int | float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and isinstance(LIMITS[name].default, float) and value < float("inf"):
        return value
    if isinstance(value, str) and name in BYTES:
        digits, unit = (value[:-1], UNITS[value[-1].upper()]) if value[-1:].upper() in UNITS else (value, 1)
        return int(digits) * unit if digits.isascii() and digits.isdigit() else None
    return None


def _wanted(name: str) -> tuple[str, str]:
    if isinstance(LIMITS[name].default, float):
        return "大于 0、不超过一千万的数", "a number above zero, up to ten million"
    if name in BYTES:
        return '正整数，或带单位的文本，如 "512M"', 'a whole number above zero, or a text with a unit such as "512M"'
    if name == "xml_nesting":
        return "1 至 240 的整数", "a whole number from 1 to 240"
    return "正整数", "a whole number above zero"
