"""Stages by name: every declared one can be loaded; an unknown one is refused by name."""

from __future__ import annotations

import pytest

from dateline import registry
from dateline.errors import StageError

REGISTERED = [(group, name) for group in registry.GROUPS for name in registry.names(group)]


@pytest.mark.parametrize(("group", "name"), REGISTERED, ids=[f"{group} {name}" for group, name in REGISTERED])
def test_every_registered_stage_can_be_loaded(group: str, name: str) -> None:
    assert callable(registry.load(group, name))


@pytest.mark.parametrize("group", registry.GROUPS)
def test_every_group_has_a_built_in_member(group: str) -> None:
    assert registry.names(group)


def test_names_come_in_alphabetical_order() -> None:
    assert list(registry.names(registry.SOURCES)) == sorted(registry.names(registry.SOURCES))


def test_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(StageError, match=r"no source is called 'telex' \(known: .*jsonl"):
        registry.load(registry.SOURCES, "telex")


def test_unknown_group_says_that_nothing_is_known() -> None:
    with pytest.raises(StageError, match="is dateline installed"):
        registry.load("dateline.dreams", "x")
