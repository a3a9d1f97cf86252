"""Settings: arguments before environment before dateline.toml; wrong values named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import SettingsError
from dateline.settings import Settings, colour_wanted, load_settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults_are_in_force_when_nothing_is_said() -> None:
    assert load_settings() == Settings()
    assert load_settings().jobs == 0


def test_file_in_the_working_folder_is_read(folder: Path) -> None:
    (folder / "dateline.toml").write_text('jobs = 3\ndate_order = "dmy"\n')
    assert (load_settings().jobs, load_settings().date_order) == (3, "dmy")


def test_environment_goes_before_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "dateline.toml").write_text("jobs = 3\n")
    monkeypatch.setenv("DATELINE_JOBS", "4")
    assert load_settings().jobs == 4


def test_argument_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_JOBS", "4")
    assert load_settings(jobs=5).jobs == 5


def test_argument_that_is_none_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_JOBS", "4")
    assert load_settings(jobs=None).jobs == 4


def test_variable_that_only_the_command_line_knows_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "r.db")
    assert load_settings() == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [("jobs", -1), ("jobs", "many"), ("date_order", "ymd"), ("batch_characters", 1), ("colour", "blue")],
    ids=["too few", "no number", "no such order", "too small", "no such setting"],
)
def test_wrong_value_is_an_error_that_names_the_setting(name: str, value: object) -> None:
    with pytest.raises(SettingsError, match=name):
        load_settings(**{name: value})


@pytest.mark.parametrize("content", ["jobs = ", "jobs = 3\njobs = 4"], ids=["cut off", "said twice"])
def test_file_that_is_no_toml_is_an_error_that_names_it(folder: Path, content: str) -> None:
    (folder / "dateline.toml").write_text(content)
    with pytest.raises(SettingsError, match=r"dateline\.toml"):
        load_settings()


def test_unknown_name_in_the_file_is_an_error_that_names_it(folder: Path) -> None:
    (folder / "dateline.toml").write_text("jbos = 3\n")
    with pytest.raises(SettingsError, match="jbos"):
        load_settings()


@pytest.mark.parametrize(
    "change",
    [{"jobs": 7}, {"batch_characters": 5_000}, {"finders": ("quotations.rules",)}],
    ids=lambda c: next(iter(c)),
)
def test_what_cannot_change_an_answer_does_not_change_the_digest(change: dict[str, object]) -> None:
    assert load_settings(**change).digest == load_settings().digest


def test_what_can_change_an_answer_changes_the_digest() -> None:
    assert load_settings(date_order="dmy").digest != load_settings(date_order="mdy").digest


def test_leaving_similar_words_out_changes_the_digest() -> None:
    assert load_settings(strict=True).digest != load_settings().digest


def test_content_of_the_users_files_is_part_of_the_digest(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    digests = set()
    for name in ("Ann", "Ben"):
        file.write_text(f"[[person]]\nname = '{name} Example'\n", encoding="utf-8")
        digests.add(load_settings(resources=(str(file),)).digest)
    assert len(digests) == 2


@pytest.mark.parametrize(("value", "wanted"), [("1", False), ("", True)])
def test_no_color_is_obeyed_when_not_empty(monkeypatch: pytest.MonkeyPatch, value: str, wanted: bool) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    assert colour_wanted() is wanted
