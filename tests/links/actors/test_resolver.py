"""Who words mean: names, offices, descriptions, people of no office, and what cannot be known."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.links.actors import ActorResolver
from dateline.model import Actor, EntityType
from dateline.resources.gazetteer import gazetteer


@pytest.fixture(scope="module")
def resolver() -> ActorResolver:
    return ActorResolver(gazetteer())


def codes(actor: Actor) -> str:
    """Return country and sectors in one string, a dash for an empty country."""
    return " ".join(code for code in (actor.country or "-", actor.code, actor.code_2) if code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finnish police", "FIN COP"),
        ("Chilean soldiers", "CHL MIL"),
        ("two Peruvian nurses", "PER MED"),
        ("Ghanaian fishermen", "GHA AGR"),
        ("Nepali students", "NPL EDU"),
        ("Croatian journalists", "HRV JRN"),
        ("Dutch judges", "NLD JUD"),
        ("Kenyan lawmakers", "KEN LEG"),
        ("Latvian spies", "LVA SPY"),
        ("Irish priests", "IRL REL"),
        ("Swiss bankers", "CHE BUS"),
        ("Thai refugees", "THA REF"),
        ("Bolivian miners", "BOL LAB"),
        ("Ugandan protesters", "UGA CVL"),
        ("Romanian smugglers", "ROU CRM"),
        ("Slovenia's Foreign Ministry", "SVN GOV"),
        ("the Ministry of Health of Ecuador", "ECU GOV MED"),
        ("Zambia's Supreme Court", "ZMB JUD"),
        ("the parliament of Iceland", "ISL LEG"),
        ("the Hungarian army", "HUN MIL"),
        ("a spokesman for the Finnish army", "FIN MIL"),
        ("Gambian opposition party", "GMB PTY OPP"),
        ("a Nigerian drone", "NGA MIL"),
        ("the Swedish embassy in Cairo", "SWE GOV"),
        ("the mayor of Lisbon", "PRT GOV"),
        ("a court in Oslo", "NOR JUD"),
        ("a hospital in Nairobi", "KEN MED"),
        ("Scottish nurses", "GBR MED"),
        ("Greenland's government", "DNK GOV"),
    ],
)
def test_description_tells_state_and_sector(resolver: ActorResolver, text: str, expected: str) -> None:
    actor = resolver(text)
    assert codes(actor) == expected
    assert actor.name is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unidentified gunmen", "- UAF"),
        ("rebels", "- REB"),
        ("a dozen monks", "- REL"),
        ("the widow of a farmer", "- CVL"),
        ("fishermen", "- AGR"),
    ],
)
def test_description_without_a_state_has_a_sector_alone(resolver: ActorResolver, text: str, expected: str) -> None:
    assert codes(resolver(text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Estonia", "Estonia", "EST"),
        ("the Estonians", "Estonia", "EST"),
        ("Kremlin", "Russia", "RUS GOV"),
        ("Downing Street", "United Kingdom", "GBR GOV"),
        ("Elysee", "France", "FRA GOV"),
        ("Kazakstan", "Kazakhstan", "KAZ"),
        ("Transnistria", "Transnistria", "MDA PRE"),
        ("NATO", "NATO", "IGO"),
        ("the European Union", "European Union", "EUR"),
        ("World Health Organization", "World Health Organization", "UNO MED"),
        ("Hezbollah", "Hezbollah", "LBN REB"),
        ("Mossad", "Mossad", "ISR SPY"),
        ("Reuters", "Reuters", "GBR JRN"),
        ("Samsung", "Samsung", "KOR BUS"),
        ("the International Criminal Court", "International Criminal Court", "IGO JUD"),
    ],
)
def test_name_is_found_in_the_tables(resolver: ActorResolver, text: str, name: str, expected: str) -> None:
    actor = resolver(text)
    assert (actor.name, codes(actor)) == (name, expected)
    assert actor.grounds


@pytest.mark.parametrize(
    ("text", "day", "name", "expected"),
    [
        ("German defence minister", "2023-03-20", "Boris Pistorius", "DEU GOV MIL"),
        ("German defence minister", "2012-03-20", "Thomas de Maizière", "DEU GOV MIL"),
        ("the Norwegian prime minister", "2015-05-01", "Erna Solberg", "NOR GOV"),
        ("the prime minister of Norway", "2022-02-01", "Jonas Gahr Støre", "NOR GOV"),
        ("Italy's president", "2020-01-10", "Sergio Mattarella", "ITA GOV"),
        ("the Kenyan president", "2010-06-01", "Mwai Kibaki", "KEN GOV"),
        ("the French leader", "2021-06-01", "Emmanuel Macron", "FRA GOV"),
        ("the British leader", "2018-06-01", "Theresa May", "GBR GOV"),
        ("the Polish foreign minister", "2024-06-01", "Radosław Sikorski", "POL GOV"),
        ("UN Secretary-General", "2012-06-01", "Ban Ki-moon", "UNO"),
        ("the head of NATO", "2016-01-01", "Jens Stoltenberg", "IGO"),
        ("Foreign Minister Penny Wong", "2023-01-01", "Penny Wong", "AUS GOV"),
        ("the Danish finance minister", "2021-05-01", "Nicolai Wammen", "DNK GOV"),
        ("the mayor of Milan", "2020-01-01", "Giuseppe Sala", "ITA GOV"),
        ("Michigan's governor", "2020-01-01", "Gretchen Whitmer", "USA GOV"),
        ("Lavrov", "2019-01-01", "Sergey Lavrov", "RUS GOV"),
    ],
)
def test_office_is_answered_as_of_the_day(
    resolver: ActorResolver, text: str, day: str, name: str, expected: str
) -> None:
    actor = resolver(text, on=date.fromisoformat(day))
    assert (actor.name, codes(actor), actor.type) == (name, expected, EntityType.PERSON)
    assert actor.grounds[0].source == "offices.tsv"


@pytest.mark.parametrize(
    ("text", "before", "after", "day", "later"),
    [
        ("Angela Merkel", "DEU GOV", "DEU ELI", "2010-01-01", "2023-01-01"),
        ("Antony Blinken", "USA GOV", "USA ELI", "2022-01-01", "2025-06-01"),
        ("the Taliban", "AFG REB", "AFG GOV", "2010-01-01", "2022-01-01"),
        ("Labour Party in Norway", "NOR PTY OPP", "NOR PTY GOV", "2018-01-01", "2022-06-01"),
    ],
)
def test_standing_changes_with_the_day(
    resolver: ActorResolver, text: str, before: str, after: str, day: str, later: str
) -> None:
    found = [codes(resolver(text, on=date.fromisoformat(on))) for on in (day, later)]
    assert found == [before, after]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a former Danish minister", "DNK ELI"),
        ("former Colombian president", "COL ELI"),
        ("the widow of a Greek minister", "GRC ELI"),
        ("a retired Belgian teacher", "BEL EDU"),
    ],
)
def test_former_officials_and_their_families_are_elites(resolver: ActorResolver, text: str, expected: str) -> None:
    assert codes(resolver(text)) == expected


@pytest.mark.parametrize("text", ["John Smith", "Jordan Hadleigh", "yesterday", "Maria Lopez", "the weather"])
def test_who_is_not_known_has_no_name_country_or_sector(resolver: ActorResolver, text: str) -> None:
    actor = resolver(text)
    assert not actor.known
    assert actor.entity is None


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Governor Newsom", "2022-03-01", "Gavin Newsom"),
        ("Deputy Secretary Hicks", "2023-03-01", "Kathleen Hicks"),
        ("Deputy Secretary Hicks", "2012-03-01", None),
        ("Mayor Hidalgo", "2019-03-01", "Anne Hidalgo"),
        ("Gov. Whitmer", "2020-03-01", "Gretchen Whitmer"),
        ("Sen. Whitmer", "2020-03-01", None),
        ("Governor Abbott", "2020-03-01", "Greg Abbott"),
        ("Prime Minister Abbott", "2014-03-01", "Tony Abbott"),
        ("Senator Hidalgo", "2019-03-01", None),
        ("Governor Nobodyson", "2019-03-01", None),
    ],
)
def test_family_name_after_a_title_means_who_bears_both_on_the_day(
    resolver: ActorResolver, text: str, day: str, name: str | None
) -> None:
    assert resolver(text, on=date.fromisoformat(day)).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J. Trudeau", "Justin Trudeau"),
        ("G.W. Bush", "George W. Bush"),
        ("Q. Trudeau", None),
    ],
)
def test_initials_before_a_family_name_mean_the_one_who_bears_them(
    resolver: ActorResolver, text: str, name: str | None
) -> None:
    assert resolver(text).name == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Zambian Human Rights League", "ZMB SOC"),
        ("Nakuru Self-Defense Forces", "KEN PRM"),
        ("the Self-Defense Forces", "JPN MIL"),
        ("Japan's Self-Defense Forces", "JPN MIL"),
    ],
)
def test_a_name_inside_a_longer_one_is_not_the_body_it_means_alone(
    resolver: ActorResolver, text: str, expected: str
) -> None:
    assert codes(resolver(text)) == expected


def test_given_names_before_an_unknown_name_are_not_a_king(resolver: ActorResolver) -> None:
    assert resolver("Minister Juan Carlos Rantasalo").name is None


def test_state_after_a_party_only_says_where_it_is(resolver: ActorResolver) -> None:
    actor = resolver("the Labour Party Norway")
    assert (actor.name, actor.country) == ("Labour Party", "NOR")


def test_the_head_of_a_state_is_not_whoever_heads_a_part_of_it(resolver: ActorResolver) -> None:
    actor = resolver("the Russian chief", on=date(2023, 3, 1))
    assert (actor.name, actor.country) == (None, "RUS")


def test_office_with_two_holders_on_a_day_names_neither(resolver: ActorResolver) -> None:
    actor = resolver("a Portuguese minister", on=date(2020, 5, 5))
    assert (actor.name, codes(actor)) == (None, "PRT GOV")


def test_context_tells_bodies_of_one_name_apart(resolver: ActorResolver) -> None:
    countries = [resolver("the Labour Party", context=context).country for context in ("Norway", "Netherlands", "")]
    assert countries == ["NOR", "NLD", "GBR"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "’s",
        "'s",
        ",",
        "((",
        "of",
        "of of",
        "the",
        "a",
        "\u200b",
        "𝔊𝔢𝔯𝔪𝔞𝔫𝔶",
        "é" * 400,
        "x " * 300,
        "-",
        "7",
        "U.S.'s",
    ],
    ids=repr,
)
def test_odd_words_raise_nothing(resolver: ActorResolver, text: str) -> None:
    actor = resolver(text, context=text)
    assert actor.text == text
    assert actor.known == (text == "U.S.'s")
