"""How an event is told in one line."""

from __future__ import annotations

import pytest

from dateline.model import EventType
from dateline.resources.events import frames
from dateline.resources.headlines import headline, in_a_sentence, name_of_act
from dateline.resources.tables import cells, read_table


@pytest.mark.parametrize(
    ("act", "mode", "rule", "line"),
    [
        (EventType.CONSULT, "visit", "visit", "Peru: visit to Chile"),
        (EventType.CONSULT, "visit", "host", "Peru: received by Chile"),
        (EventType.CONSULT, "phone", "call-phone", "Peru and Chile: call"),
        (EventType.REJECT, "change", "veto", "Peru: veto on a text of Chile"),
        (EventType.SUPPORT, None, "become-member", "Peru: membership of Chile"),
        (EventType.ASSAULT, None, "nothing", "Peru: attack on Chile"),
    ],
    ids=lambda value: str(value),
)
def test_line_follows_the_row_that_fired_then_act_and_mode(act: EventType, mode: str, rule: str, line: str) -> None:
    assert headline(act, mode=mode, rule=rule, actors="Peru", recipients="Chile") == line


def test_line_without_recipients_names_none() -> None:
    assert headline(EventType.AGREE, mode=None, rule="invite", actors="Peru", recipients="") == "Peru: invitation"


@pytest.mark.parametrize("act", EventType, ids=str)
def test_every_act_has_a_name(act: EventType) -> None:
    assert name_of_act(act, mode=None, rule="")


def test_rows_name_rules_of_the_lexicon() -> None:
    named = {rule for row in read_table("headlines.tsv") for rule in cells(row["rule"])}
    assert named <= {frame.key for frame in frames()}


@pytest.mark.parametrize(
    ("name", "told"),
    [("United States", "the United States"), ("Supreme Court", "the Supreme Court"), ("Peru", "Peru"), ("", "")],
    ids=["state", "body", "plain name", "nothing"],
)
def test_name_takes_its_article_in_a_sentence(name: str, told: str) -> None:
    assert in_a_sentence(name) == told
