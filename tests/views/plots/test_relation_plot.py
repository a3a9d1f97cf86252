"""The plot of a relation: the same bytes each time, with the weightiest acts named, whatever the periods hold."""

from __future__ import annotations

import builtins
from datetime import date, timedelta
from typing import Any

import pytest

from dateline.errors import StageError
from dateline.model import Event, EventType, Judgement, Modality, Verdict
from dateline.store import StoredMention
from dateline.store.reader import ReportHead
from dateline.views.dyads import Length, Period, periods_of
from dateline.views.events import assemble_events
from dateline.views.plots.figure import shortened
from dateline.views.plots.relation import draw_relation
from tests.records import days, telling

NAMES = ("Norway", "Peru")
JUDGEMENT = Judgement(verdict=Verdict.NONE, author="test", score=1.0)


def event(day: date, act: EventType, mode: str | None, modality: Modality = Modality.OCCURRED) -> Event:
    mention = telling(act=act, mode=mode, rule="", happened=days(day.isoformat()), modality=modality)
    head = ReportHead(id="doc:1", name="r", outlet=None, agency=None, dated=None, order="2023-05-01T00:00:00Z")
    stored = StoredMention(mention=mention, event=f"evt:{day}{act}", judgement=JUDGEMENT, document=head, entities={})
    return assemble_events([stored], {}, as_of=None, today=None)[0]


def periods(count: int) -> list[Period]:
    kinds = ((EventType.CONSULT, "visit"), (EventType.SANCTION, None), (EventType.COOPERATE, None))
    told = [event(date(2023, 1, 2) + timedelta(days=9 * number), *kinds[number % 3]) for number in range(count)]
    return periods_of(told, by=Length.WEEK)


@pytest.mark.parametrize("count", [1, 2, 12], ids=["one event", "two events", "twelve events"])
def test_svg_is_the_same_twice_and_tells_no_day_of_making(count: int) -> None:
    first, second = (draw_relation(periods(count), names=NAMES) for _ in range(2))
    assert first == second
    assert first.startswith(b"<?xml")
    assert b"<dc:date>" not in first


def test_plot_names_the_two_sides_and_the_weightiest_act() -> None:
    drawn = draw_relation(periods(12), names=NAMES).decode()
    assert "Norway and Peru" in drawn
    assert "each counted once" in drawn
    heaviest = max((act for period in periods(12) for act in period.acts), key=lambda act: act.score or 0.0)
    assert heaviest.event.headline in drawn


def test_what_is_not_counted_is_said() -> None:
    told = [event(date(2023, 1, 2), EventType.CONSULT, "visit", Modality.PLANNED)]
    drawn = draw_relation(periods_of(told, by=Length.WEEK), names=NAMES).decode()
    assert "0 events" in drawn
    assert "1 not counted" in drawn


def test_names_are_never_read_as_mathematics() -> None:
    assert "$x_1$ and $y$" in draw_relation(periods(2), names=("$x_1$", "$y$")).decode()


def test_png_is_one() -> None:
    assert draw_relation(periods(2), names=NAMES, format_="png").startswith(b"\x89PNG")


def test_other_format_is_refused() -> None:
    with pytest.raises(StageError, match="svg or png"):
        draw_relation(periods(1), names=NAMES, format_="gif")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ModuleNotFoundError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(StageError, match=r"dateline\[plot\]"):
        draw_relation(periods(1), names=NAMES)


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [("Norway visits Peru", 40, "Norway visits Peru"), ("Norwegian", 5, "Nor …"), ("a  b\nc", 9, "a b c")],
    ids=["short enough", "one long word", "white space"],
)
def test_shortened(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short
