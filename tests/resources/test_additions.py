"""People, offices and organisations in files of the user's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import SettingsError
from dateline.resources.addition_files import read_additions
from dateline.resources.gazetteer import Gazetteer


def written(tmp_path: Path, text: str, name: str = "own.toml") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_new_holder_ends_the_term_before(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        '[[office]]\nname = "Ingrid Example"\ntitle = "prime minister"\nbody = "NOR"\nfrom = 2031-01-02\n',
    )
    known = Gazetteer((file,))
    holders = {
        day: [known.people[office.person].name for office in known.holders("prime minister", "NOR", day)]
        for day in (date(2024, 1, 1), date(2031, 1, 3))
    }
    assert holders == {date(2024, 1, 1): ["Jonas Gahr Støre"], date(2031, 1, 3): ["Ingrid Example"]}


def test_row_corrects_a_person_of_the_tables_and_keeps_the_names_known(tmp_path: Path) -> None:
    file = written(tmp_path, '[[person]]\nname = "Sergey Lavrov"\naliases = ["S. V. Lavrov"]\nwikidata = "Q42"\n')
    known = Gazetteer((file,))
    [entry] = known.lookup("S. V. Lavrov")
    person = known.people[entry.key]
    assert (person.name, person.wikidata, person.country) == ("Sergey Lavrov", "Q42", "RUS")
    assert {found.key for found in known.lookup("Sergei Lavrov")} == {entry.key}


def test_new_organisation_is_known_by_all_its_names(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "what,name,aliases,country,kind,sector\norganization,Harbour Front,HF Movement,Peru,party,PTY\n",
        "own.csv",
    )
    known = Gazetteer((file,))
    [entry] = known.lookup("HF Movement")
    body = known.organizations[entry.key]
    assert (body.name, body.country, body.kind, body.sector, body.source) == (
        "Harbour Front", "PER", "party", "PTY", f"{file}:2",
    )  # fmt: skip


def test_dates_of_a_term_are_corrected(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        '[[office]]\nname = "Jonas Gahr Støre"\ntitle = "prime minister"\nbody = "Norway"\nfrom = 2021-10-14\nuntil = "2030-05"\n',
    )
    offices = Gazetteer((file,)).holders("prime minister", "NOR", date(2022, 1, 1))
    assert [(office.since, office.until) for office in offices] == [("2021-10-14", "2030-05")]


def test_tables_are_as_they_were_without_files() -> None:
    assert Gazetteer(()).organizations["nato"].source == "organizations.tsv"


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("[[office]]\nname = 'A B'\n", "o.toml", "o.toml:1: expected `name`, `title`, `body`, `from`"),
        ("\n[[person]]\nname = 'A B'\ngender = 'x'\n", "o.toml", "o.toml:2: expected `gender` to be m or f"),
        ("[[ship]]\nname = 'A'\n", "o.toml", "expected person, office or organization, got 'ship'"),
        ("[[person]]\nname = 'A'\nage = 7\n", "o.toml", "expected no others than"),
        ("[person]\nname = 'A'\n", "o.toml", "expected tables [[person]]"),
        ("[[person]]\nname = true\n", "o.toml", "expected `name` to be text"),
        ("= =", "o.toml", "expected TOML"),
        ("name\nA\n", "o.csv", "o.csv:1: expected the column `what`"),
        ("what,name\nperson\n", "o.csv", "o.csv:2: expected 2 cells"),
        ("what,name,wikidata\nperson,A B,P1\n", "o.csv", "expected `wikidata` to be an item"),
        ("what,name,country\nperson,A B,Nowhere\n", "o.csv", "expected `country` to be a state"),
        ("what,name,title,body,from\noffice,A B,mayor,NOR,soon\n", "o.csv", "expected `from` to be a date"),
        ("what,name,title,body,from,until\noffice,A B,mayor,NOR,2020,2019\n", "o.csv", "expected `until` not before"),
        ("", "o.txt", "expected files that end in .csv or .toml"),
    ],
)
def test_mistake_is_told_with_its_place(tmp_path: Path, text: str, name: str, told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        Gazetteer((written(tmp_path, text, name),))
    assert told in str(raised.value)


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="expected a readable UTF-8 file"):
        read_additions(str(tmp_path / "none.csv"))


def test_empty_lines_and_a_byte_order_mark_are_no_matter(tmp_path: Path) -> None:
    file = written(tmp_path, "\ufeffwhat,name\n\n,\nperson,Ann Example\n", "own.csv")
    assert [(addition.what, addition.cells["name"]) for addition in read_additions(file)] == [("person", "Ann Example")]
