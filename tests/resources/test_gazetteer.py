from datetime import date
from hashlib import blake2b

import pytest

from dateline.resources.gazetteer import Gazetteer, Organization, gazetteer


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return gazetteer()


def meant(known, surface):
    return {(entry.kind, entry.key) for entry in known.lookup(surface)}


def test_gazetteer_is_built_once():
    assert gazetteer() is gazetteer()


@pytest.mark.parametrize(
    ("surface", "kind", "key", "how"),
    [
        ("China", "state", "CHN", "name"),
        ("People's Republic of China", "state", "CHN", "alias"),
        ("Chinese", "state", "CHN", "adjective"),
        ("Beijing", "state", "CHN", "capital"),
        ("Kiev", "state", "UKR", "capital"),
        ("Russians", "state", "RUS", "people"),
        ("Downing Street", "state", "GBR", "metonym"),
        ("Kremlin", "state", "RUS", "metonym"),
        ("Xi", "person", "xi-jinping", "surname"),
        ("Zelinskyy", "person", "volodymyr-zelenskyy", "surname"),
        ("Volodymyr Zelensky", "person", "volodymyr-zelenskyy", "alias"),
        ("ICC", "organization", "international-criminal-court", "alias"),
        ("Hamas", "organization", "hamas", "name"),
        ("Russian Gazette", "organization", "rossiyskaya-gazeta", "alias"),
    ],
)
def test_name_as_written_says_what_it_may_be_and_how(known, surface, kind, key, how):
    entry = known.names[surface][0]
    assert (entry.kind, entry.key, entry.how) == (kind, key, how)


@pytest.mark.parametrize(
    ("surface", "key"),
    [
        ("CHINA", "CHN"),
        ("China’s", "CHN"),
        ("the Kremlin", "RUS"),
        ("Élysée", "FRA"),
        ("ERDOGAN", "recep-tayyip-erdogan"),
        ("Erdogan", "recep-tayyip-erdogan"),
        ("USA", "USA"),
        ("Hizbullah", "hezbollah"),
        ("xi jinping", "xi-jinping"),
    ],
)
def test_lookup_sees_past_capitals_accents_articles_and_possessives(known, surface, key):
    assert key in {key for _, key in meant(known, surface)}


@pytest.mark.parametrize("word", ["us", "Us", "who", "Who", "is", "ice", "polish", "may", "brown", "nowhere", ""])
def test_ordinary_words_are_not_taken_for_acronyms_or_surnames(known, word):
    assert known.lookup(word) == ()


@pytest.mark.parametrize(
    "name", ["Georgia", "Jordan", "Chad", "Niger", "Congo", "Korea", "Washington", "IS", "WHO", "May"]
)
def test_name_of_another_well_known_thing_is_ambiguous(known, name):
    assert all(entry.ambiguous for entry in known.lookup(name))


@pytest.mark.parametrize("name", ["China", "Beijing", "Russia", "Ukraine", "NATO", "Putin", "Montenegro", "Blinken"])
def test_plain_name_is_not_ambiguous(known, name):
    assert not known.lookup(name)[0].ambiguous


def test_surname_of_several_persons_is_ambiguous(known):
    entries = known.lookup("Kim")
    assert {"kim-jong-un", "kim-jong-il"} <= {entry.key for entry in entries}
    assert all(entry.ambiguous for entry in entries)


def test_state_that_is_no_more_comes_after_the_living_one_and_leaves_it_sure(known):
    entries = known.lookup("Moscow")
    assert [entry.key for entry in entries] == ["RUS", "SUN"]
    assert [entry.ambiguous for entry in entries] == [False, True]
    assert known.states["SUN"].until == date(1991, 12, 26)


def test_every_name_leads_to_an_entity(known):
    entities = {"state": known.states, "organization": known.organizations, "person": known.people}
    for name, entries in known.names.items():
        assert entries, name
        assert all(entry.key in entities[entry.kind] for entry in entries)


def test_entity_ids_are_hashes_of_kind_and_key_and_differ(known):
    digest = blake2b(b"state:CHN", digest_size=8).hexdigest()
    assert known.states["CHN"].entity_id == f"ent:{digest}"
    entities = [*known.states.values(), *known.organizations.values(), *known.people.values()]
    assert len({entity.entity_id for entity in entities}) == len(entities)


@pytest.mark.parametrize(
    ("role", "body", "on", "holder"),
    [
        ("head-of-state", "CHN", date(2023, 3, 20), "xi-jinping"),
        ("premier", "CHN", date(2023, 3, 21), "li-qiang"),
        ("premier", "CHN", date(2023, 3, 1), "li-keqiang"),
        ("foreign-minister", "CHN", date(2023, 3, 17), "qin-gang"),
        ("foreign-minister", "CHN", date(2023, 9, 1), "wang-yi"),
        ("president", "RUS", date(2010, 1, 1), "dmitry-medvedev"),
        ("prime minister", "RUS", date(2023, 3, 21), "mikhail-mishustin"),
        ("foreign-minister", "UKR", date(2023, 3, 16), "dmytro-kuleba"),
        ("prime minister", "JPN", date(2023, 3, 21), "fumio-kishida"),
        ("foreign-minister", "GBR", date(2024, 1, 10), "david-cameron"),
        ("foreign-minister", "CAN", date(2023, 3, 14), "melanie-joly"),
        ("secretary-general", "nato", date(2024, 11, 1), "mark-rutte"),
        ("president", "USA", date(2022, 4, 1), "joe-biden"),
    ],
)
def test_office_has_its_holder_of_the_day(known, role, body, on, holder):
    assert {office.person for office in known.holders(role, body, on)} == {holder}


def test_holders_without_a_day_are_all_who_ever_held_it(known):
    assert {"xi-jinping", "hu-jintao"} <= {office.person for office in known.holders("president", "CHN", None)}


def test_nobody_holds_an_office_before_its_first_row(known):
    assert known.holders("president", "CHN", date(1950, 1, 1)) == ()


def test_day_inside_an_imprecise_bound_counts_as_held(known):
    (ambassador,) = (office for office in known.offices_of("qin-gang", None) if office.role == "envoy")
    assert (ambassador.since, ambassador.until) == ("2021-07", "2023-01")
    held = [ambassador.held_on(date(*day)) for day in [(2021, 6, 30), (2021, 7, 1), (2023, 1, 31), (2023, 2, 1)]]
    assert held == [False, True, True, False]


def test_offices_of_a_person_follow_the_day(known):
    assert {office.title for office in known.offices_of("david-cameron", date(2024, 1, 1))} == {"foreign secretary"}
    assert {office.title for office in known.offices_of("david-cameron", None)} == {
        "foreign secretary",
        "prime minister",
    }
    assert known.offices_of("david-cameron", date(2020, 1, 1)) == ()
    assert known.offices_of("nobody", None) == ()


def test_sector_of_an_organization_follows_the_day(known):
    taliban = known.organizations["taliban"]
    days = [date(2000, 1, 1), date(2010, 1, 1), date(2023, 1, 1), None]
    assert [taliban.sector_on(day) for day in days] == ["GOV", "REB", "GOV", "GOV"]


def test_sector_without_a_history_is_that_of_the_row():
    plain = Organization(
        key="x", wikidata="", name="X", aliases=(), country="", type="organization", kind="other",
        sector="SOC", sector_history=(), since="", until="",
    )  # fmt: skip
    assert plain.sector_on(date(2020, 1, 1)) == plain.sector_on(None) == "SOC"
