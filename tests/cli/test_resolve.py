"""dateline resolve: words or a file of cases to actors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dateline
from tests.cli.conftest import Run


def test_words_are_answered_with_their_grounds(run: Run) -> None:
    said = run("resolve", "German defence minister", "--as-of", "2023-03-20")
    assert said.code == 0
    assert said.out.splitlines()[0].split() == ["Boris", "Pistorius", "person", "DEU", "GOV", "MIL", *_wikidata()]
    assert "offices.tsv: Boris Pistorius" in said.out


def _wikidata() -> list[str]:
    entity = dateline.resolve("Boris Pistorius").entity
    return [entity.wikidata] if entity and entity.wikidata else []


def test_json_has_the_public_fields(run: Run) -> None:
    [found] = run("resolve", "Estonian police", "--json").objects
    assert found["grounds"]
    assert {key: found[key] for key in ("entity", "name", "type", "country", "code", "code_2", "wikidata")} == {
        "entity": None,
        "name": None,
        "type": "organization",
        "country": "EST",
        "code": "COP",
        "code_2": "",
        "wikidata": None,
    }


def test_words_that_mean_nobody_end_with_nothing_found(run: Run) -> None:
    said = run("resolve", "Ann Nobody")
    assert (said.code, said.out) == (4, "")
    assert "names no actor" in said.err


@pytest.mark.parametrize("as_of", ["tomorrow", "2023-13-01", ""])
def test_what_is_no_day_is_misuse(run: Run, as_of: str) -> None:
    assert run("resolve", "Estonia", "--as-of", as_of).code == 2


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a file of cases of which the second is none."""
    lines = [
        json.dumps({"case": "one", "text": "the Norwegian prime minister", "date": "2015-05-01"}),
        json.dumps({"case": "two", "text": 7}),
        "",
        json.dumps({"case": "three", "text": "Ann Nobody", "date": None, "context": "Peru"}),
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_cases_are_answered_in_order_and_what_is_none_is_told(run: Run, cases: Path) -> None:
    said = run("resolve", cases)
    assert said.code == 3
    assert [(found["case"], found["name"], found["country"]) for found in said.objects] == [
        ("one", "Erna Solberg", "NOR"),
        ("three", None, ""),
    ]
    assert "cases.jsonl:2" in said.err


def test_answers_are_written_to_a_file(run: Run, cases: Path, tmp_path: Path) -> None:
    said = run("resolve", cases, "-o", "out.jsonl")
    assert (said.code, said.out) == (3, "")
    assert [json.loads(line)["case"] for line in (tmp_path / "out.jsonl").read_text().splitlines()] == ["one", "three"]


@pytest.mark.parametrize(
    "line",
    ["[]", "{", "7", '{"case": "a"}', '{"case": 1, "text": "x"}', '{"case": "a", "text": "x", "date": "soon"}'],
)
def test_line_that_is_no_case_is_a_failure(run: Run, tmp_path: Path, line: str) -> None:
    (tmp_path / "c.jsonl").write_text(line + "\n")
    said = run("resolve", "c.jsonl")
    assert said.code == 3
    assert "c.jsonl:1" in said.err
    assert said.out == ""


def test_users_own_office_is_answered(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.csv").write_text(
        "what,name,title,body,from\noffice,Ingrid Example,prime minister,Norway,2031-01-02\n"
    )
    monkeypatch.setenv("DATELINE_RESOURCES", '["own.csv"]')
    [found] = run("resolve", "the Norwegian prime minister", "--as-of", "2031-02-01", "--json").objects
    assert (found["name"], found["country"], found["code"]) == ("Ingrid Example", "NOR", "GOV")
    assert found["grounds"][0]["source"] == "own.csv:2"


def test_users_file_with_a_mistake_is_misuse_and_names_the_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wrong.csv").write_text("what,name,title,body,from\noffice,Ann Example,mayor,Nowhere,2031\n")
    monkeypatch.setenv("DATELINE_RESOURCES", '["wrong.csv"]')
    said = run("resolve", "Estonia")
    assert said.code == 2
    assert "wrong.csv:2" in said.err


def test_reports_of_a_store_tell_who_holds_an_office(run: Run, tmp_path: Path) -> None:
    text = "Danish Agriculture Minister Veikko Rantasalo flew to Lima."
    reports = tmp_path / "reports.jsonl"
    reports.write_text(json.dumps({"id": "one", "text": text, "published_at": "2031-03-03"}), encoding="utf-8")
    store = str(tmp_path / "r.db")
    assert run("build", str(reports), "--store", store).code == 0
    asked = ("resolve", "the Danish agriculture minister", "--store", store, "--json", "--as-of")
    [after], [before] = run(*asked, "2031-03-04").objects, run(*asked, "2031-03-02").objects
    assert (after["name"], after["country"], after["code"], before["name"]) == ("Veikko Rantasalo", "DNK", "GOV", None)
    assert "2031-03-03" in after["grounds"][0]["words"]
