"""Long answers a page at a time: all pages together are the whole answer, in any order, as of any day, while the record grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from dateline.model import (
    Document,
    EntityType,
    EventType,
    KeyedLink,
    LinkKind,
    Modality,
    Span,
    Status,
    StorySoFar,
)
from dateline.store import Store, Walk, Writer, walking
from dateline.views.record import Record
from dateline.views.walking import Part, Walks
from tests.records import CHILE, NORWAY, PERU, days, fill, link, naming, quoting, report, telling

Ask = Callable[[Walk], Part[Any]]
ANSWERS = ["reports", "entities", "events", "quotations"]


def event(number: int) -> str:
    return f"evt:{number:016x}"


def add(store: Store, day: int, *, times: int = 3) -> None:
    """Add the reports of a day, one of which tells again of the first event of the day before."""
    for number in range(times):
        words = f"Norway visited Peru {number} on {day}. “So {number} it is {day},” it said."
        outlet = "Andes Post" if number else "The Fjord"
        document = report(words, id=f"r{day}-{number}", published_at=f"2023-03-{day:02}", outlet=outlet)
        quoted = quoting(document, Span(words.index("“") + 1, words.index(",”")), speaker=NORWAY)
        actor = CHILE if number == 1 else NORWAY
        told = [
            telling(document, actors=[actor], happened=days(f"2023-03-{day:02}")),
            telling(document, actors=[actor], modality=Modality.PLANNED, act=EventType.AGREE, at=3),
        ]
        events = [
            event(100 * (day - 1 if number == 2 else day) + (0 if number == 2 else number)),
            event(5000 + 10 * day + number),
        ]
        named = [naming(document, Span(0, 6), actor), naming(document, Span(15, 19), PERU)]
        fill(store, document, mentions=named, tellings=told, quotations=[quoted], events=events)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store() as store:
        for day in range(1, 8):
            add(store, day)
        yield store


@pytest.fixture(scope="module")
def record(store: Store) -> Record:
    return Record(store)


def pages(ask: Ask, *, limit: int, newest: bool = False, as_of: date | None = None) -> list[list[str]]:
    found, after = [], None
    while True:
        part = ask(Walk(as_of=as_of, after=after, newest=newest, limit=limit))
        found.append([row["id"] for row in part.table.rows()])
        after = part.next
        if after is None:
            return found
        assert len(found) < 200


def together(found: list[list[str]]) -> list[str]:
    return [one for page in found for one in page]


@pytest.mark.parametrize("limit", [1, 4, 1000])
@pytest.mark.parametrize("as_of", [None, date(2023, 3, 4)], ids=["all", "as of a day"])
@pytest.mark.parametrize("answer", ANSWERS)
def test_pages_together_are_the_whole_answer(record: Record, answer: str, as_of: date | None, limit: int) -> None:
    found = pages(getattr(Walks(record), answer), limit=limit, as_of=as_of)
    whole = [row["id"] for row in getattr(record, answer)(as_of=as_of).rows()]
    assert whole
    assert sorted(together(found)) == sorted(whole)
    assert all(len(page) <= limit for page in found)


@pytest.mark.parametrize("answer", ANSWERS)
def test_newest_first_is_the_same_the_other_way_round(record: Record, answer: str) -> None:
    ask = getattr(Walks(record), answer)
    assert together(pages(ask, limit=3, newest=True)) == together(pages(ask, limit=5))[::-1]


def test_event_stands_where_it_was_first_told_of(record: Record) -> None:
    found = together(pages(Walks(record).events, limit=4))
    assert found.index(event(100)) < found.index(event(101)) < found.index(event(200)) < found.index(event(700))
    assert found.count(event(100)) == 1


@pytest.mark.parametrize("few", [5_000, 0], ids=["few", "many"])
@pytest.mark.parametrize(
    "question",
    [
        {"entity": "Chile"},
        {"entity": "Norway", "since": date(2023, 3, 3), "until": date(2023, 3, 4)},
        {"since": date(2023, 3, 6)},
        {"until": date(2023, 3, 2)},
    ],
    ids=["entity", "entity and days", "since", "until"],
)
def test_events_are_those_of_the_whole_answer_to_the_same_question(
    record: Record, question: dict[str, Any], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "FEW", few)
    whole = [row["id"] for row in record.events(**question).rows()]
    assert whole
    assert sorted(together(pages(lambda walk: Walks(record).events(walk, **question), limit=2))) == sorted(whole)


def test_events_are_narrowed_by_act_and_status(record: Record) -> None:
    part = Walks(record).events(Walk(limit=1000), act=EventType.AGREE, statuses=[Status.EXPECTED])
    assert len(part.table) == 21
    assert {found.status for found in part.table} == {Status.EXPECTED}
    assert not Walks(record).events(Walk(), act=EventType.ASSAULT).table
    assert not Walks(record).events(Walk(), statuses=[Status.DISPUTED]).table


def test_page_that_leaves_much_out_ends_early_and_says_where_to_go_on(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "IDS_AT_ONCE", 5)
    monkeypatch.setattr("dateline.views.walking.MOST_STRETCHES", 1)
    found = pages(lambda walk: Walks(record).events(walk, entity="Chile", statuses=[Status.HAPPENED]), limit=50)
    assert [] in found or min(map(len, found)) < 7
    assert len(together(found)) == 7


@pytest.mark.parametrize("few", [5_000, 0], ids=["few", "many"])
@pytest.mark.parametrize("newest", [False, True])
def test_quotations_of_a_speaker_about_words(
    record: Record, newest: bool, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "FEW", few)

    def ask(walk: Walk) -> Part[Any]:
        return Walks(record).quotations(walk, speaker="Norway", about="it is 3")

    whole = [row["id"] for row in record.quotations(speaker="Norway", about="it is 3").rows()]
    assert len(whole) == 3
    assert together(pages(ask, limit=2, newest=newest)) == (whole[::-1] if newest else whole)


def test_words_are_taken_as_they_are_whatever_full_text_search_makes_of_them(record: Record) -> None:
    for about in ('"', "OR", "*", "\0", "NEAR(", "it* -is"):
        assert Walks(record).quotations(Walk(), about=about).next is None


def test_reports_of_an_outlet_and_entities_of_a_type_and_state(record: Record) -> None:
    walks = Walks(record)
    assert together(pages(lambda walk: walks.reports(walk, outlet="The Fjord"), limit=2)) == [
        row["id"] for row in record.reports(outlet="The Fjord").rows()
    ]
    assert [row["id"] for row in walks.entities(Walk(), kind=EntityType.STATE, country="PER").table.rows()] == [PERU.id]
    assert not walks.entities(Walk(), kind=EntityType.PERSON).table


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("newest", [False, True])
def test_nothing_is_lost_or_told_twice_while_the_record_grows(answer: str, newest: bool) -> None:
    with Store() as store:
        for day in (3, 4, 6):
            add(store, day)
        ask = getattr(Walks(Record(store)), answer)
        before = together(pages(ask, limit=100, newest=newest))
        part = ask(Walk(limit=2, newest=newest))
        seen = [row["id"] for row in part.table.rows()]
        add(store, 5)
        add(store, 9)
        while part.next:
            part = ask(Walk(limit=2, newest=newest, after=part.next))
            seen += [row["id"] for row in part.table.rows()]
    assert len(seen) == len(set(seen))
    assert [one for one in seen if one in before] == before


def join(store: Store, documents: list[Document], quoted: list[str]) -> None:
    """Put the reports into two stories, and two quotations of different reports into one utterance."""
    stories = [(document.id, "sto:a" if number < 4 else "sto:b") for number, document in enumerate(documents)]
    utterances = [(quoted[0], "utt:a"), (quoted[1], "utt:b"), (quoted[3], "utt:a")]
    so_far = StorySoFar(reports=1, terms={"norway": 1.0}).written()
    with store.transaction() as connection:
        writer = Writer(connection, run="run:1")
        for kind, joined in ((LinkKind.SAME_STORY, stories), (LinkKind.SAME_UTTERANCE, utterances)):
            for number, (left, right) in enumerate(joined):
                known_from = documents[number if kind is LinkKind.SAME_STORY else int(number == 2) * 3].order
                writer.save_link(number + 1, KeyedLink(link=link(left, right, kind), data=so_far), order=known_from)


def test_stories_and_utterances_are_those_of_the_whole_answer() -> None:
    with Store() as store:
        for day in (1, 2):
            add(store, day)
        whole = Record(store)
        quoted = [row["id"] for row in whole.quotations().rows()]
        documents = list(whole.reports())
        join(store, documents, quoted)
        walks = Walks(whole)
        assert together(pages(walks.stories, limit=1)) == ["sto:a", "sto:b"]
        assert sorted(together(pages(walks.stories, limit=1))) == sorted(row["id"] for row in whole.stories().rows())
        assert (
            together(pages(walks.utterances, limit=1)) == [row["id"] for row in whole.utterances().rows()] == ["utt:a"]
        )
        assert (
            walks.stories(Walk(limit=5)).table[0].events == next(s for s in whole.stories() if s.id == "sto:a").events
        )
