"""What linkers ask: entities by name key, linked mentions by event key, always oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations

import pytest

from dateline.model import Document, EntityRef, Judgement, KeyedLink, KnownEntity, Link, LinkKind, Span, Verdict
from dateline.store import LinkLookups, Lookups, Store, Writer
from dateline.store.lookups import MOST_OF_A_KEY
from tests.records import NORWAY, PERU, fill, naming, person, report, telling


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        yield opened


def test_readings_of_a_report_come_back_as_it_read_them(store: Store) -> None:
    document = report("Norway received Ana Quispe.")
    quispe = EntityRef(id="ent:q", name="Ana Quispe", type=person("x").type, country="PER", wikidata="Q1")
    pk = fill(store, document, mentions=[naming(document, Span(16, 26), quispe), naming(document, Span(0, 6), NORWAY)])
    with store.reading() as connection:
        assert sorted(Lookups(connection).readings(pk), key=lambda ref: ref.id) == sorted(
            [quispe, NORWAY], key=lambda ref: ref.id
        )


def test_party_that_no_mention_names_is_a_reading_too(store: Store) -> None:
    document = report("It received them.")
    pk = fill(store, document, tellings=[telling(document, actors=[NORWAY], recipients=[PERU])])
    with store.reading() as connection:
        assert [ref.id for ref in Lookups(connection).readings(pk)] == [NORWAY.id, PERU.id]


def test_entity_is_found_by_its_key_once_it_is_founded(store: Store) -> None:
    document = report("Norway spoke.")
    with store.reading() as connection:
        assert Lookups(connection).entities_named(["name Norway"]) == []
    fill(store, document, mentions=[naming(document, Span(0, 6), NORWAY)])
    with store.reading() as connection:
        found = Lookups(connection).entities_named(["name Oslo", "name Norway"])
    assert found == [KnownEntity(id=NORWAY.id, name="Norway", type=NORWAY.type, country="NOR")]


def test_no_keys_find_nothing(store: Store) -> None:
    with store.reading() as connection:
        assert Lookups(connection).entities_named([]) == []
        assert Lookups(connection).mentions_keyed([]) == []


def test_mention_is_found_by_its_key_with_its_event_day_and_canonical_parties(store: Store) -> None:
    document = report("Norge spoke.", published_at="2023-03-20T10:00:00Z")
    norge = person("Norge")
    founding = report("Norway spoke.", published_at="2023-03-01")
    fill(store, founding, mentions=[naming(founding, Span(0, 6), NORWAY)])
    mention = telling(document, actors=[norge], recipients=[])
    fill(store, document, tellings=[mention], events=["evt:1"], same={norge.id: NORWAY.id})
    with store.reading() as connection:
        (known,) = Lookups(connection).mentions_keyed(["act CONSULT"])
    assert (known.event, known.mention, known.published) == ("evt:1", mention, date(2023, 3, 20))
    assert known.entities == {norge.id: NORWAY.id}


def test_mention_of_an_undated_report_has_no_day(store: Store) -> None:
    document = report("Norway spoke.", published_at=None)
    fill(store, document, tellings=[telling(document)])
    with store.reading() as connection:
        (known,) = Lookups(connection).mentions_keyed(["act CONSULT"])
    assert known.published is None


def test_mention_of_several_keys_is_found_once(store: Store) -> None:
    document = report("Norway spoke.")
    fill(store, document, tellings=[telling(document)])
    with store.reading() as connection:
        assert len(Lookups(connection).mentions_keyed(["act CONSULT", "act CONSULT", "act AID"])) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_mentions_come_oldest_first_whatever_order_they_were_entered_in(order: tuple[int, ...]) -> None:
    """Reports of one day stand in order of id, as they are linked: else a late report could change a link."""
    documents = [
        report("One.", published_at="2023-03-20"),
        report("Two.", published_at="2023-03-20"),
        report("Three.", published_at="2023-03-02"),
    ]

    def rank(document: Document) -> tuple[str, str]:
        return document.order, document.id

    with Store() as store:
        for number in order:
            fill(store, documents[number], tellings=[telling(documents[number])])
        with store.reading() as connection:
            found = [known.mention.document_id for known in Lookups(connection).mentions_keyed(["act CONSULT"])]
    assert found == [document.id for document in sorted(documents, key=rank)]


def keyed(left: str, right: str, *keys: str) -> KeyedLink:
    judgement = Judgement(verdict=Verdict.POSITIVE, author="test", score=1.0)
    link = Link(kind=LinkKind.COPY_OF, left=left, right=right, judgement=judgement)
    return KeyedLink(link=link, keys=keys, data=f"of {left}")


@pytest.fixture
def copies(store: Store) -> Store:
    for number, link in enumerate([keyed("a", "a", "k1", "k2"), keyed("b", "a", "k2"), keyed("c", "c", "k3")], start=1):
        document = report(f"Report {number}.", published_at=f"2023-03-0{number}")
        pk = fill(store, document)
        with store.transaction() as connection:
            Writer(connection, run="run:1").save_link(pk, link, order=document.order)
    return store


@pytest.mark.parametrize(
    ("keys", "limit", "lefts"),
    [(["k1", "k2"], 9, ["b", "a"]), (["k1", "k2"], 1, ["a"]), (["k9"], 9, []), ([], 9, [])],
    ids=["newest first", "most keys stay within the limit", "unknown key", "no keys"],
)
def test_links_are_found_by_their_keys(copies: Store, keys: list[str], limit: int, lefts: list[str]) -> None:
    with copies.reading() as connection:
        found = LinkLookups(connection, LinkKind.COPY_OF).links_keyed(keys, limit=limit)
    assert [known.link.left for known in found] == lefts
    assert [known.data for known in found] == [f"of {left}" for left in lefts]


def test_key_of_very_many_links_leads_to_the_newest_of_them(store: Store) -> None:
    pk = fill(store, report("One."))
    with store.transaction() as connection:
        writer = Writer(connection, run="run:1")
        for number in range(MOST_OF_A_KEY + 2):
            writer.save_link(pk, keyed(f"{number}", "a", "k", "old" if number < 2 else "new"), order="2023-03-01")
        found = LinkLookups(connection, LinkKind.COPY_OF).data_keyed(["k"], limit=2 * MOST_OF_A_KEY)
        older = LinkLookups(connection, LinkKind.COPY_OF).data_keyed(["k", "old"], limit=2 * MOST_OF_A_KEY)
    assert len(found) == MOST_OF_A_KEY
    assert {data for _, data in older} - {data for _, data in found} == {"of 0", "of 1"}


def test_links_of_another_kind_are_not_found(copies: Store) -> None:
    with copies.reading() as connection:
        assert LinkLookups(connection, LinkKind.SAME_STORY).links_keyed(["k1"], limit=9) == []
        assert LinkLookups(connection, LinkKind.SAME_STORY).links_to("a", limit=9) == []


def test_links_are_found_by_what_they_lead_to(copies: Store) -> None:
    with copies.reading() as connection:
        found = LinkLookups(connection, LinkKind.COPY_OF).links_to("a", limit=9)
    assert [(known.link.left, known.known_from[:10]) for known in found] == [("b", "2023-03-02"), ("a", "2023-03-01")]


def test_data_of_links_are_found_without_the_links(copies: Store) -> None:
    with copies.reading() as connection:
        lookups = LinkLookups(connection, LinkKind.COPY_OF)
        assert lookups.data_keyed(["k1", "k2"], limit=9) == [("a", "of b"), ("a", "of a")]
        assert (lookups.data_to("a"), lookups.data_to("z")) == ("of b", "")


def test_links_from_a_day_on_are_taken_back_with_their_keys(copies: Store) -> None:
    with copies.transaction() as connection:
        Writer(connection, run="run:1").unlink_from("2023-03-02")
        lookups = LinkLookups(connection, LinkKind.COPY_OF)
        assert [known.link.left for known in lookups.links_keyed(["k1", "k2", "k3"], limit=9)] == ["a"]
        assert connection.exec_driver_sql("SELECT count(*) FROM link_keys").scalar() == 2
