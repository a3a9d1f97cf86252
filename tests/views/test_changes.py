"""What became known between two days, and the page on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from dateline.model import EntityRef, Event, Modality
from dateline.store import Store
from dateline.views.briefs import render_brief
from dateline.views.changes import ChangeKind
from dateline.views.record import Record
from tests.records import CHILE, NORWAY, PERU, days, fill, report, telling

VISIT, TALKS, TRIP = (f"evt:00000000000000{letter}" for letter in ("aa", "bb", "cc"))


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """Norway's visit announced on the 1st, made on the 6th, told again on the 8th; Chile's talks announced, never reported."""
    with Store() as store:
        planned = report("Norway will visit Peru.", id="plan", published_at="2023-05-01", outlet="Fjord Times")
        visit = telling(planned, happened=days("2023-05-06"), modality=Modality.PLANNED)
        fill(store, planned, tellings=[visit], events=[VISIT])
        talks = report("Chile will meet <Peru> & *others*.", id="talks", published_at="2023-05-02", outlet="Andes Post")
        due = telling(talks, actors=[CHILE], happened=days("2023-05-05"), modality=Modality.PLANNED)
        fill(store, talks, tellings=[due], events=[TALKS])
        made = report("Norway visited Peru.", id="made", published_at="2023-05-06", outlet="Andes Post")
        fill(store, made, tellings=[telling(made, happened=days("2023-05-06"))], events=[VISIT])
        again = report("Norway has been to Peru.", id="again", published_at="2023-05-08", outlet="Quito Star")
        fill(store, again, tellings=[telling(again, happened=days("2023-05-06"))], events=[VISIT])
        trip = report("Peru will visit Norway.", id="trip", published_at="2023-05-08", outlet="Quito Star")
        back = telling(trip, actors=[PERU], recipients=[NORWAY], happened=days("2023-05-20"), modality=Modality.PLANNED)
        fill(store, trip, tellings=[back], events=[TRIP])
        yield Record(store)


def kinds(record: Record, since: str, until: str) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.id) for change in record.changes(since=since, until=until)]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2023-04-30", "2023-05-01", [(ChangeKind.EXPECTED, VISIT)]),
        ("2023-05-01", "2023-05-06", [(ChangeKind.HAPPENED, VISIT), (ChangeKind.OVERDUE, TALKS)]),
        ("2023-05-05", "2023-05-06", [(ChangeKind.HAPPENED, VISIT), (ChangeKind.OVERDUE, TALKS)]),
        ("2023-05-06", "2023-05-08", [(ChangeKind.EXPECTED, TRIP), (ChangeKind.CONFIRMED, VISIT)]),
        ("2023-05-06", "2023-05-07", []),
        ("2023-04-30", "2023-05-06", [(ChangeKind.NEW, VISIT), (ChangeKind.OVERDUE, TALKS)]),
    ],
    ids=["announced", "happened and overdue", "passing of a day", "told again", "nothing", "both at once"],
)
def test_change_is_what_the_two_days_differ_in(
    record: Record, since: str, until: str, expected: list[tuple[ChangeKind, str]]
) -> None:
    assert kinds(record, since, until) == expected


def test_lines_are_such_as_a_person_would_write(record: Record) -> None:
    lines = [change.line for change in record.changes(since="2023-05-01", until="2023-05-08")]
    assert lines[0].endswith("(2023-05-06), told by Andes Post and Quito Star. It had been expected (2023-05-06).")
    assert lines[1].endswith(": due 2023-05-20, announced 2023-05-08 by Quito Star.")
    assert lines[2].endswith(": was due 2023-05-05, and nobody has reported it.")


@pytest.mark.parametrize(
    ("claimant", "words"),
    [(CHILE, "foreseen by Chile, told 2023-05-01 by Fjord Times"), (NORWAY, "announced 2023-05-01 by Fjord Times")],
    ids=["another", "a party"],
)
def test_what_others_will_do_is_foreseen_not_announced(claimant: EntityRef, words: str) -> None:
    document = report("Norway will visit Peru.", id="plan", published_at="2023-05-01", outlet="Fjord Times")
    mention = replace(telling(document, modality=Modality.PLANNED), claimant=claimant)
    with Store() as store:
        fill(store, document, tellings=[mention], events=[VISIT])
        (change,) = Record(store).changes(since="2023-04-30", until="2023-05-01")
    assert change.line.endswith(f", {words}; no day is given.")


@pytest.mark.parametrize(("since", "until"), [("2023-05-08", "2023-05-08"), ("2023-05-09", "2023-05-01")])
def test_period_without_days_is_refused(record: Record, since: str, until: str) -> None:
    with pytest.raises(ValueError, match="expected a day before"):
        list(record.changes(since=since, until=until))


def test_brief_tells_what_is_due_within_so_many_days(record: Record) -> None:
    brief = record.brief(since="2023-05-06")
    assert (brief.since, brief.as_of, brief.reports) == (date(2023, 5, 6), date(2023, 5, 8), 2)
    assert ids(brief.due) == [TRIP]
    assert record.brief(since="2023-05-06", ahead=3).due == ()


def ids(events: tuple[Event, ...]) -> list[str]:
    return [event.id for event in events]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_page_quotes_the_sentence_each_line_rests_on(record: Record, form: str) -> None:
    page = render_brief(record.brief(since="2023-05-06"), form)
    assert "Norway has been to Peru" in page
    assert "Quito Star" in page


def test_report_text_is_only_text_in_html(record: Record) -> None:
    page = render_brief(record.brief(since="2023-05-01", until="2023-05-02"), "html")
    assert "&lt;Peru&gt; &amp; *others*" in page


def test_unknown_form_is_refused(record: Record) -> None:
    with pytest.raises(ValueError, match="expected text, markdown or html"):
        render_brief(record.brief(since="2023-05-06"), "pdf")
