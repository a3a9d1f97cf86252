import re
from collections import Counter
from itertools import pairwise

import pytest

from dateline.errors import ResourceError
from dateline.model import Moment
from dateline.resources.tables import cells, parse_table, read_table

SECTORS = frozenset(
    cells("COP|GOV|JUD|LEG|MIL|PRM|PTY|REB|SPY|UAF|UNK|AGR|BUS|CRM|CVL|EDU|ELI|JRN|LAB|MED|REF|OPP|PRE|REL|SOC")
)
ROLES = frozenset(
    cells(
        "head-of-state|head-of-government|foreign-minister|defence-minister|spokesperson|head|minister|envoy|adviser"
        "|legislator|other"
    )
)
KINDS = frozenset(
    cells(
        "igo|bloc|alliance|court|agency|bank|ministry|legislature|military|armed-group|party|media|ngo|company|university"
        "|other"
    )
)
NAME_COLUMNS = {
    "states.tsv": ("name", "formal", "aliases", "adjectives", "people", "capital", "capital_aliases", "metonyms"),
    "organizations.tsv": ("name", "aliases"),
    "people.tsv": ("name", "aliases", "surname"),
    "outlets.tsv": ("name", "aliases"),
}
STATES = frozenset(row["iso3"] for row in read_table("states.tsv"))
LIVING = frozenset(row["iso3"] for row in read_table("states.tsv") if not row["until"])


def columns(table, *names):
    return [tuple(row[name] for name in names) for row in read_table(table)]


def test_table_is_read_by_column_without_its_comments():
    assert parse_table("# head\nname\taliases\n# more\nChina\tPRC|PR China\nChad\t\n", "x.tsv") == (
        {"name": "China", "aliases": "PRC|PR China"},
        {"name": "Chad", "aliases": ""},
    )


def test_row_with_a_missing_cell_names_file_line_and_columns():
    with pytest.raises(ResourceError, match=r"tables/x\.tsv:3: expected 2 cells \(name, aliases\), got 1: 'China'"):
        parse_table("# head\nname\taliases\nChina\n", "x.tsv")


@pytest.mark.parametrize("text", ["", "# only a comment\n", "name\tname\n", "name\t\n"])
def test_table_without_a_proper_header_is_refused(text):
    with pytest.raises(ResourceError, match="expected a header of distinct column names"):
        parse_table(text, "x.tsv")


def test_table_that_is_not_there_is_a_resource_error():
    with pytest.raises(ResourceError, match=r"tables/nowhere\.tsv: expected a readable UTF-8 table"):
        read_table("nowhere.tsv")


def test_table_is_read_once():
    assert read_table("states.tsv") is read_table("states.tsv")


def test_empty_cell_holds_no_values():
    assert cells("") == ()
    assert cells("Kiev|Kyïv") == ("Kiev", "Kyïv")


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("states.tsv", "iso3"),
        ("organizations.tsv", "key"),
        ("people.tsv", "key"),
        ("outlets.tsv", "key"),
        ("titles.tsv", "title"),
        ("states.tsv", "name"),
        ("outlets.tsv", "name"),
    ],
)
def test_keys_and_names_are_given_once(table, key):
    values = Counter(row[key] for row in read_table(table))
    assert [value for value, count in values.items() if count > 1 or not value] == []


@pytest.mark.parametrize("table", ["organizations.tsv", "people.tsv"])
def test_name_of_several_is_marked_ambiguous_in_each_row(table):
    given = Counter(row["name"] for row in read_table(table))
    shared = [row for row in read_table(table) if given[row["name"]] > 1]
    assert [row["key"] for row in shared if row["name"] not in cells(row["ambiguous"])] == []


def test_organizations_of_one_state_have_names_of_their_own():
    given = Counter(columns("organizations.tsv", "name", "country"))
    assert [name for name, count in given.items() if count > 1] == []


@pytest.mark.parametrize("table", ["states.tsv", "organizations.tsv", "people.tsv"])
def test_wikidata_ids_are_well_formed_and_given_once(table):
    ids = Counter(row["wikidata"] for row in read_table(table) if row["wikidata"])
    assert [found for found, count in ids.items() if count > 1 or not re.fullmatch(r"Q[1-9]\d*", found)] == []


def test_state_codes_are_three_capitals():
    assert [code for code in STATES if not re.fullmatch("[A-Z]{3}", code)] == []


def test_members_of_the_united_nations_and_four_others_are_there():
    assert len(LIVING) == 193 + 4
    assert {"VAT", "PSE", "TWN", "XKX"} <= LIVING
    assert all(row["wikidata"] and row["capital"] for row in read_table("states.tsv"))


@pytest.mark.parametrize("table", NAME_COLUMNS)
def test_no_cell_repeats_a_value_or_has_stray_spaces(table):
    for row in read_table(table):
        for column in NAME_COLUMNS[table]:
            values = cells(row[column])
            assert len(set(values)) == len(values), (row["name"], column)
            assert all(value and value == " ".join(value.split()) for value in values), (row["name"], column)


@pytest.mark.parametrize("table", ["states.tsv", "organizations.tsv", "people.tsv"])
def test_what_is_called_ambiguous_is_a_name_of_its_row(table):
    for row in read_table(table):
        names = {value for column in NAME_COLUMNS[table] for value in cells(row[column])}
        assert set(cells(row["ambiguous"])) <= names, row["name"]


@pytest.mark.parametrize("table", ["organizations.tsv", "people.tsv", "outlets.tsv"])
def test_countries_are_states_or_international(table):
    allowed = STATES | {"IGO", "EUR"} | ({"", "HKG"} if table == "organizations.tsv" else set())
    assert {row["country"] for row in read_table(table)} <= allowed


def test_people_have_a_gender_and_an_office():
    assert {row["gender"] for row in read_table("people.tsv")} == {"m", "f"}
    held = {row["person"] for row in read_table("offices.tsv")}
    assert [row["key"] for row in read_table("people.tsv") if row["key"] not in held] == []


def test_offices_are_of_known_people_and_bodies():
    people = {row["key"] for row in read_table("people.tsv")}
    bodies = STATES | {row["key"] for row in read_table("organizations.tsv")}
    unknown = [row for row in read_table("offices.tsv") if row["person"] not in people or row["body"] not in bodies]
    assert unknown == []


def test_offices_have_known_roles_and_sectors():
    assert {row["role"] for row in read_table("offices.tsv")} <= ROLES
    assert {row["sector"] for row in read_table("offices.tsv")} <= SECTORS | {""}
    assert [row for row in read_table("offices.tsv") if row["body"] in STATES and not row["sector"]] == []


def test_organizations_have_known_types_kinds_and_sectors():
    assert {row["type"] for row in read_table("organizations.tsv")} <= {"organization", "group"}
    assert {row["kind"] for row in read_table("organizations.tsv")} <= KINDS
    assert {row["sector"] for row in read_table("organizations.tsv")} <= SECTORS | {""}


def test_no_office_is_held_twice_at_once_by_the_same_person():
    spells: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for person, title, body, since, until in columns("offices.tsv", "person", "title", "body", "from", "until"):
        spells.setdefault((person, title, body), []).append((since, until))
    for office, held in spells.items():
        held.sort()
        for (_, until), (since, _) in pairwise(held):
            assert until, office
            assert until <= since, office


@pytest.mark.parametrize("table", ["organizations.tsv", "offices.tsv"])
def test_dates_parse_and_run_forward(table):
    for row in read_table(table):
        since, until = (Moment.parse(row[end]) if row[end] else None for end in ("from", "until"))
        assert since is None or until is None or since.earliest <= until.latest, row
        assert all(len(row[end]) in (0, 4, 7, 10) for end in ("from", "until")), row


def test_offices_say_since_when_they_were_held():
    assert [row for row in read_table("offices.tsv") if not row["from"]] == []


def test_sector_histories_have_a_sector_and_dates():
    for (history,) in columns("organizations.tsv", "sector_history"):
        for cell in cells(history):
            sector, since, until = re.fullmatch(r"([A-Z]{3}) ([\d-]*)\.\.([\d-]*)", cell).groups()
            assert sector in SECTORS
            assert all(Moment.parse(end) for end in (since, until) if end)


def test_titles_are_lower_case_with_known_roles_and_kinds():
    for title, role, gender, kind in columns("titles.tsv", "title", "role", "gender", "kind"):
        assert title == title.lower()
        assert role in ROLES | {"honorific"}
        assert gender in ("m", "f", "")
        assert kind in ("honorific", "office")
        assert (role == "honorific") == (kind == "honorific")


def test_outlets_have_known_kinds_and_bare_domains():
    for kind, domains, owned in columns("outlets.tsv", "kind", "domain", "state_owned"):
        assert kind in ("agency", "newspaper", "broadcaster", "site")
        assert owned in ("yes", "no", "")
        assert all(re.fullmatch(r"(?!www\.)[a-z0-9.-]+\.[a-z]{2,}", domain) for domain in cells(domains))


@pytest.mark.parametrize("table", [*NAME_COLUMNS, "offices.tsv", "titles.tsv"])
def test_titles_and_spellings_hold_no_quotation_marks_or_tabs(table):
    assert all('"' not in value.replace('"Bongbong"', "") for row in read_table(table) for value in row.values())
