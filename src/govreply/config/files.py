"""Files of configuration: which one is the nearest, and what it says with all that it extends."""

from __future__ import annotations

import os
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from govreply.config.errors import ConfigError, at
from govreply.config.keys import EXTENDS, PER_FILE, Key, Reader, rule_names
from govreply.config.layers import Layer, Origin, OriginKind, Value
from govreply.config.toml_lines import line_of
from govreply.language import Bilingual
from govreply.plugins import Plugins
from govreply.syntax_errors import syntax_words
from govreply.system_errors import words_of

FILE_NAME: Final = "govreply.toml"
PROJECT: Final = "pyproject.toml"
_SECTION: Final = ("tool", "govreply")


@frozen(slots=False)
class _File:
    """One file that has been read."""

    path: Path
    text: str
    content: dict[str, Any]

    @property
    def section(self) -> Key:
        """The table of the configuration in it."""
        return _SECTION if self.path.name == PROJECT else ()

    @cached_property
    def table(self) -> dict[str, Any] | None:
        """The configuration in it, ``None`` for a project without one."""
        inner: Any = self.content
        for key in self.section:
            if not isinstance(inner, dict) or key not in inner:
                return None
            inner = inner[key]
        if not isinstance(inner, dict):
            raise self.refuse((), Bilingual("[tool.govreply] 应为表", "[tool.govreply] must be a table"), None)
        return inner

    def line(self, path: Key, item: str | None = None) -> int | None:
        """Where a key stands, from 1."""
        return line_of(self.text, (*self.section, *path), item)

    def refuse(self, path: Key, words: Bilingual, item: str | None) -> ConfigError:
        """The error for a key of this file."""
        line = self.line(path, item)
        return at(f"{shown(self.path)}:{line}" if line else shown(self.path), words)


def find(folder: Path) -> Path | None:
    """The nearest file of configuration in `folder` or one above it; ``govreply.toml`` goes before ``pyproject.toml``.

    Raises:
        ConfigError: if a ``pyproject.toml`` on the way cannot be read, or what is called ``govreply.toml`` is no file.
    """
    start = Path(os.path.abspath(folder))  # noqa: PTH100 - a link to a document lies where it lies
    for above in (start, *start.parents):
        if os.path.lexists(above / FILE_NAME):
            return _regular(above / FILE_NAME)
        project = above / PROJECT
        if project.is_file() and _read(project).table is not None:
            return project
    return None


def _regular(path: Path) -> Path:
    """`path`, unless it only looks as if there were a file: settings must not be passed over without a word."""
    if path.is_file():
        return path
    if path.exists():
        raise at(shown(path), Bilingual("不是文件", "is no file"))
    raise at(shown(path), Bilingual("链接指向的文件不存在", "is a link to what does not exist"))


def load(path: Path, plugins: Plugins) -> Layer:
    """What a file says, with all that it extends.

    Raises:
        ConfigError: if it or one that it extends cannot be read, is no TOML, or has a key or value that there is not.
    """
    file = _read(Path(os.path.abspath(path)))  # noqa: PTH100
    if file.table is None:
        raise at(shown(path), Bilingual("没有 [tool.govreply] 表", "no table [tool.govreply]"))
    return _layer(file, (), plugins)


def shown(path: Path) -> str:
    """A path as messages have it: from the current folder, where it lies in that."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path)


def _layer(file: _File, above: tuple[Path, ...], plugins: Plugins) -> Layer:
    table = file.table or {}
    reader = Reader(file.refuse, file.path.parent, plugins)
    own = reader.read(table)
    merged: Layer = {}
    for name in reader.names((EXTENDS,), table[EXTENDS]) if EXTENDS in table else ():
        merged |= _extended(file, name, (*above, file.path), plugins)
    return merged | {key: Value(value, _origin(file, key, plugins)) for key, value in own.items()}


def _extended(file: _File, name: str, above: tuple[Path, ...], plugins: Plugins) -> Layer:
    path = Path(os.path.abspath(file.path.parent / name))  # noqa: PTH100
    if path in above:
        chain = " → ".join(shown(one) for one in (*above, path))
        words = Bilingual(f"extends 绕回自身：{chain}", f"extends leads back to itself: {chain}")
        raise file.refuse((EXTENDS,), words, name)
    try:
        base = _read(path)
    except ConfigError as error:
        words = Bilingual(f"extends：{error.words.zh}", f"extends: {error.words.en}")
        raise file.refuse((EXTENDS,), words, name) from error
    if base.table is None:
        words = Bilingual(f"{shown(path)} 没有 [tool.govreply] 表", f"{shown(path)} has no table [tool.govreply]")
        raise file.refuse((EXTENDS,), words, name)
    return _layer(base, above, plugins)


def _origin(file: _File, key: Key, plugins: Plugins) -> Origin:
    return Origin(OriginKind.FILE, str(file.path), lambda: file.line(_written(file.table or {}, key, plugins)))


def _written(table: dict[str, Any], key: Key, plugins: Plugins) -> Key:
    """The path as the file has it: without the folder of a pattern, a rule or a column by the word that it is called there."""
    if key[0] == PER_FILE:
        return (key[0], *key[2:])
    if key[0] == "severities" and key[1] not in table["severities"]:
        names = rule_names(plugins)
        return (key[0], next(word for word in table["severities"] if names[word] == key[1]))
    if key[0] == "catalogue-columns" and key[1] not in table["catalogue-columns"]:
        from govreply.batch.catalogue.fields import field_named  # only for those who name one

        return (key[0], next(word for word in table["catalogue-columns"] if field_named(word) == key[1]))
    return key


def _read(path: Path) -> _File:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return _File(path, text, tomllib.loads(text))
    except OSError as error:
        why = words_of(error)
        raise at(shown(path), Bilingual(f"无法读取（{why.zh}）", f"cannot be read ({why.en})")) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        why = syntax_words(error)
        raise at(shown(path), Bilingual(f"不是 TOML（{why.zh}）", f"no TOML ({why.en})")) from error
