"""By what documents are judged: what the command line, the environment and files of configuration say, looked over."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from govreply.baseline import FILE_NAME, Baseline
from govreply.cli.baselines import opened
from govreply.cli.command import Refusal, nearest
from govreply.cli.configuring import Given, adopt_language
from govreply.cli.extensions import all_rules, plugins
from govreply.cli.language import say
from govreply.cli.safety import limit_values
from govreply.config.configuration import Configuration, Rules, Settings
from govreply.errors import UsageError
from govreply.findings import Severity
from govreply.limits import Limits
from govreply.rules import engine
from govreply.waivers import WaiverFile
from govreply.waivers import load as load_waivers

NEVER: Final = "never"


@frozen(kw_only=True)
class Judging:
    """What holds for a run.

    Attributes:
        threshold: severity from which on a document fails; ``None`` for never.
        settings: of the run as a whole. rules: those of them, which rules over many documents go by.
        configuration: knows the rules for each document.
        today: the day to judge by, ``None`` where none is given.
        waivers: the file that holds for all documents, ``None`` for the nearest of each.
        baseline: holds findings that are known. shrink_only: whether one that holds more than is found fails.
        zipped: whether archives are opened.
        catalogue_columns: field of a catalogue → its column, as files of configuration say.
    """

    threshold: Severity | None
    settings: Settings
    rules: Rules
    configuration: Configuration
    today: date | None
    show_private: bool
    waivers: WaiverFile | None
    baseline: Baseline | None
    shrink_only: bool
    zipped: bool
    limits: Limits
    catalogue_columns: Mapping[str, str]

    @property
    def fail_on(self) -> Severity:
        """The severity that verdicts go by; what never fails a run still tells a bad document from a good one."""
        return self.threshold or Severity.ERROR

    @property
    def own_rules(self) -> Rules:
        """:attr:`rules` over one document."""
        return self.rules.among(_names_over_one())

    def rules_for(self, document: Path) -> Rules:
        """The rules that run over a document.

        Raises:
            ConfigError: if a file of configuration cannot be used, or leaves no rule.
        """
        return self.configuration.rules_for(document)


@frozen(kw_only=True)
class JudgingOptions:
    """What the command line says, looked over as far as that can be done before it is known what is checked.

    Attributes:
        given: what files of configuration can say as well. today, waivers, zipped, shrink_only: as of :class:`Judging`.
        without_baseline: no baseline is used, whatever a file says.
    """

    given: Given
    today: date | None
    waivers: WaiverFile | None
    zipped: bool
    shrink_only: bool
    without_baseline: bool

    def over(self, paths: Sequence[Path], *, needs_baseline: bool = False, makes_baseline: bool = False) -> Judging:
        """What holds for a run over `paths`: the configuration of the deepest folder that holds them all.

        Args:
            needs_baseline: there has to be a baseline; one that nothing names has its usual name in the current folder.
            makes_baseline: the same, and one without a file is an empty one.

        Raises:
            BilingualUsageError: if a file of configuration or the baseline cannot be used.
            Refusal: if there is a contradiction between options.
        """
        configuration = self.given.configuration()
        settings = configuration.of_run(paths)
        adopt_language(settings)
        fail_on = settings.get("fail-on").value
        return Judging(
            threshold=None if fail_on == NEVER else Severity(fail_on),
            settings=settings,
            rules=settings.rules(),
            configuration=configuration,
            today=self.today,
            show_private=settings.get("show-private").value,
            waivers=self.waivers,
            baseline=self._baseline(settings, needs=needs_baseline or makes_baseline, makes=makes_baseline),
            shrink_only=self.shrink_only,
            zipped=self.zipped,
            limits=Limits(**{name: value.value for name, value in settings.table("limits").items()}),
            catalogue_columns={name: value.value for name, value in settings.table("catalogue-columns").items()},
        )

    def _baseline(self, settings: Settings, *, needs: bool, makes: bool) -> Baseline | None:
        named = None if self.without_baseline else settings.get("baseline").value
        if named is None and not needs:
            if self.shrink_only:
                raise Refusal(say("--shrink-only 要与 --baseline 同用", "--shrink-only needs --baseline"))
            return None
        return opened(Path(named or FILE_NAME), may_be_new=makes)


def looked_over(
    further: set[str],
    *,
    fail_on: str | None,
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: str | None,
    show_private: bool | None,
    waiver_file: Path | None,
    baseline: Path | None,
    without_baseline: bool,
    shrink_only: bool,
    zipped: bool,
    written_limits: tuple[str, ...],
    config_file: Path | None,
    isolated: bool,
) -> JudgingOptions:
    """The options of a command.

    Args:
        further: names, codes and families of rules that can be selected beside those over one document.

    Raises:
        Refusal, BilingualUsageError: if one of them says what cannot be.
    """
    if profile is not None:
        plugins().profile(profile)
    _require_rules(select, ignore, further)
    if baseline is not None and without_baseline:
        raise Refusal(say("--baseline 与 --no-baseline 只能用一个", "use one of --baseline and --no-baseline"))
    said: dict[tuple[str, ...], tuple[str, Any]] = {
        ("select",): ("--select", select or None),
        ("ignore",): ("--ignore", ignore or None),
        ("profile",): ("--profile", profile),
        ("fail-on",): ("--fail-on", fail_on),
        ("show-private",): ("--show-private", show_private),
        ("baseline",): ("--baseline", None if baseline is None else str(baseline)),
    }
    said |= {("limits", name): ("--limit", value) for name, value in limit_values(written_limits).items()}
    return JudgingOptions(
        given=Given(
            options={key: value for key, value in said.items() if value[1] is not None},
            file=config_file,
            isolated=isolated,
        ),
        today=_day(today),
        waivers=None if waiver_file is None else load_waivers(waiver_file),
        zipped=zipped,
        shrink_only=shrink_only,
        without_baseline=without_baseline,
    )


def _require_rules(select: tuple[str, ...], ignore: tuple[str, ...], further: set[str]) -> None:
    own = _names_over_one()
    for name in (*select, *ignore):
        if name not in own | further:
            raise Refusal(say(f"没有规则或类别 {name}", f"no rule or family {name}") + nearest(name, own | further))
    if select and not any(name in own for name in select):
        raise Refusal(
            say(
                "--select 里至少要有一条针对单份文件的规则",
                "--select has to name at least one rule over single documents",
            )
        )
    try:
        engine.select(
            (select and [n for n in select if n in own]) or None,
            ignore=[n for n in ignore if n in own],
            rules=all_rules(),
        )
    except UsageError as error:
        raise Refusal(
            say("--select 与 --ignore 合起来一条规则也不剩", "--select and --ignore together leave no rule to run")
        ) from error


@functools.cache
def _names_over_one() -> frozenset[str]:
    return frozenset(word for rule in all_rules() for word in (rule.name, rule.code, rule.family))


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Refusal(
            say(
                f"--today 的值 {written!r} 不是日期，应写作 2023-06-12",
                f"--today: {written!r} is no date such as 2023-06-12",
            )
        ) from error
