"""``govreply config show``: all settings, and where each comes from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs
import click
from rich.text import Text

from govreply.cli import exit_codes
from govreply.cli.command import Command, OneOf, argument, option
from govreply.cli.configuring import Given, adopt_language, config_options
from govreply.cli.extensions import all_rules
from govreply.cli.language import say
from govreply.config.configuration import DEFAULTS, Rules, Settings
from govreply.config.files import shown
from govreply.config.keys import PER_FILE
from govreply.config.layers import Origin, OriginKind, Value
from govreply.language import Bilingual
from govreply.limits import DEFAULT_LIMITS
from govreply.reports.safe import visible
from govreply.reports.screen import Screen
from govreply.rules import engine

_TABLES: Final = ("severities", "limits", "catalogue-columns")
_DEFAULT: Final = Origin(OriginKind.DEFAULT)


@click.command(
    name="show",
    cls=Command,
    words=Bilingual(
        "查看检查某个文件或文件夹时生效的各项配置，以及各项写在哪里：命令行、环境变量、哪个文件第几行，还是默认值。",
        "Show the settings that hold for a file or folder, and where each comes from: the environment, which line of which "
        "file, or the default.",
    ),
)
@argument(
    "path",
    type=click.Path(path_type=Path),
    default=".",
    label=Bilingual("路径", "PATH"),
    words=Bilingual("文件或文件夹；默认当前文件夹", "a file or folder; by default the current folder"),
)
@option(
    "--format",
    "form",
    type=OneOf(("text", "json")),
    default="text",
    words=Bilingual("输出格式", "format of the output"),
)
@config_options[0]
@config_options[1]
def command(path: Path, form: str, config_file: Path | None, isolated: bool) -> int:
    """Print the settings that hold for `path`; returns the exit code."""
    configuration = Given(options={}, file=config_file, isolated=isolated).configuration()
    settings = configuration.of_run([path])
    adopt_language(settings)
    is_document = not path.is_dir()
    rules = configuration.rules_for(path) if is_document else None
    if form == "json":
        told = _as_json(settings, path, rules)
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        _as_text(settings, path, rules)
    return exit_codes.OK


def _values(settings: Settings) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Every key with its value: the plain ones, then those of tables."""
    for key in DEFAULTS:
        yield (key,), settings.get(key)
    limits = {name: Value(number, _DEFAULT) for name, number in attrs.asdict(DEFAULT_LIMITS).items()}
    for table in _TABLES:
        said = (limits if table == "limits" else {}) | settings.table(table)
        yield from (((table, name), value) for name, value in said.items())
    for path, value in settings.layer.items():
        if path[0] == PER_FILE:
            yield (PER_FILE, *path[2:]), value


def _as_json(settings: Settings, path: Path, rules: Rules | None) -> dict[str, Any]:
    return {
        "path": str(path),
        "file": str(settings.file) if settings.file else None,
        "settings": [
            {
                "key": list(key),
                "value": value.value,
                "origin": value.origin.kind.value,
                "name": value.origin.name or None,
                "line": value.origin.find_line(),
            }
            for key, value in _values(settings)
        ],
        "rules": None if rules is None else _names(rules),
    }


def _as_text(settings: Settings, path: Path, rules: Rules | None) -> None:
    screen = Screen(sys.stdout)
    name = visible(shown(settings.file)) if settings.file else say("没有配置文件", "no file of configuration")
    screen.write_line(Text(say("配置：", "configuration: "), "bold"), name)
    table: tuple[str, ...] = ()
    for key, value in _values(settings):
        if key[:-1] != table:
            table = key[:-1]
            screen.write_line()
            screen.write_line(Text(f"[{'.'.join(_quoted(part) for part in table)}]", "bold"))
        screen.write_line(f"{_quoted(key[-1])} = {_toml(value.value)}  ", Text(f"# {_origin(value.origin)}", "dim"))
    if rules is not None:
        chosen = _names(rules)
        document = visible(str(path))
        screen.write_line()
        lead = say(f"{document} 适用的规则：{len(chosen)} 条", f"rules that run over {document}: {len(chosen)}")
        screen.write_line(Text(lead, "bold"))
        if len(chosen) < len(all_rules()):
            screen.write_line("  " + say("、", ", ").join(chosen))


def _names(rules: Rules) -> list[str]:
    chosen = engine.select(rules.select or None, ignore=rules.ignore, rules=all_rules())
    return [rule.name for rule in chosen]


def _origin(origin: Origin) -> str:
    if origin.kind is OriginKind.DEFAULT:
        return say("默认", "default")
    if origin.kind is OriginKind.FILE:
        line = origin.find_line()
        return visible(shown(Path(origin.name))) + (f":{line}" if line else "")
    return origin.name


def _toml(value: Any) -> str:
    """A value as a file of configuration has it; what is not set is shown as such."""
    if value is None:
        return say("（未设）", "(not set)")
    return visible(json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False))


def _quoted(name: str) -> str:
    plain = name.replace("-", "").replace("_", "")
    return name if plain.isascii() and plain.isalnum() else visible(json.dumps(name, ensure_ascii=False))
