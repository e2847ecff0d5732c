"""Where settings come from: the command line, the environment, and files of configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click
from attrs import frozen

from govreply.cli.command import Refusal, option
from govreply.cli.extensions import plugins
from govreply.cli.language import OPTION, current, is_chosen, say, speak
from govreply.config.configuration import Configuration, Settings
from govreply.config.environment import file_from_environment, from_environment
from govreply.config.files import FILE_NAME
from govreply.config.layers import Layer, Origin, OriginKind, Value
from govreply.language import Bilingual, Language
from govreply.reports.safe import visible

CONFIG: Final = "--config"
ISOLATED: Final = "--isolated-config"

config_options: Final[tuple[Callable[[Any], Any], ...]] = (
    option(
        CONFIG,
        "config_file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        words=Bilingual(
            f"配置文件；默认取文件所在或最近上级文件夹里的 {FILE_NAME}，或 pyproject.toml 的 [tool.govreply]",
            f"file of configuration; by default the nearest {FILE_NAME}, or [tool.govreply] of a pyproject.toml, in the folder "
            "of the document or above",
        ),
    ),
    option(
        ISOLATED,
        "isolated",
        is_flag=True,
        words=Bilingual(
            "不用任何配置文件；检查别人交来的文件夹时宜用",
            "use no file of configuration; for folders that others hand in",
        ),
    ),
)


@frozen(kw_only=True)
class Given:
    """What the command line says of settings.

    Attributes:
        options: keys of the configuration → the option that sets them, and what it says.
        file: the file of configuration. isolated: no file is used.
    """

    options: Mapping[tuple[str, ...], tuple[str, Any]]
    file: Path | None
    isolated: bool

    def configuration(self) -> Configuration:
        """The settings for every place.

        Raises:
            ConfigError: if a variable of the environment cannot be used.
            Refusal: if a file is given and refused at once.
        """
        if self.file is not None and self.isolated:
            raise Refusal(say(f"{CONFIG} 与 {ISOLATED} 只能用一个", f"use one of {CONFIG} and {ISOLATED}"))
        return Configuration(
            plugins=plugins(),
            above=from_environment(plugins()) | self._layer(),
            given=None if self.isolated else self.file or file_from_environment(),
            isolated=self.isolated,
        )

    def _layer(self) -> Layer:
        options = dict(self.options)
        if is_chosen(by_option=True):
            options[("language",)] = OPTION, current().value
        return {key: Value(value, Origin(OriginKind.COMMAND_LINE, name)) for key, (name, value) in options.items()}


def adopt_language(settings: Settings) -> None:
    """Speak the language of a file of configuration from here on, unless the user has chosen one."""
    if not is_chosen():
        speak(Language(settings.get("language").value))


def tell_files(configuration: Configuration, run: Settings) -> None:
    """Say on standard error which files of configuration were used: one among the documents may be someone else's.

    A file nearer to some documents cannot say what holds for the whole `run`; what it says of that in vain is told, too.
    """
    files = configuration.files_used()
    if files:
        told = say("、", ", ").join(visible(name) for name in files)
        click.echo(say(f"配置：{told}", f"configuration: {told}"), err=True)
    for name, key in configuration.overruled(run):
        file = visible(name)
        words = say(
            f"{file} 里的 {key} 没有起作用：它对一次检查的全部文件只能有一个值，取自所查文件夹的配置",
            f"{key} in {file} had no effect: it has one value for all documents of a run, that of the folder which is checked",
        )
        click.echo(words, err=True)
