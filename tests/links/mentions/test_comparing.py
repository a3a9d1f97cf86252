"""What speaks for two mentions telling of one happening."""

from __future__ import annotations

import pytest

from dateline.links.mentions.comparing import Comparer, derived, related
from dateline.links.mentions.views import MentionView
from dateline.resources.kin import kinds_by_word


def view(head: str, *, report: int = 0, sentence: int = 0, arguments: str = "", numbers: str = "") -> MentionView:
    return MentionView(
        report=report,
        sentence=sentence,
        head=head,
        words=frozenset({head}),
        kinds=kinds_by_word().get(head, frozenset()),
        arguments=frozenset(arguments.split()),
        context=tuple(arguments.split()),
        numbers=frozenset(numbers.split()),
    )


def likelihood(first: MentionView, second: MentionView, *, near: float = 0.3) -> float:
    comparer = Comparer({}, [{1: near}, {0: near}])
    return comparer.likelihood(comparer.prepare(first), comparer.prepare(second))


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("resign", "resignation", True),
        ("collide", "collision", True),
        ("arrest", "arrest", True),
        ("port", "portray", False),
        ("act", "action", False),
    ],
)
def test_words_that_differ_by_an_ending_are_derived(first: str, second: str, one: bool) -> None:
    assert derived(first, second) is one


@pytest.mark.parametrize(("first", "second"), [("die", "death"), ("sack", "dismissal"), ("quake", "tremor")])
def test_near_synonyms_are_related(first: str, second: str) -> None:
    assert related(view(first), view(second))


def test_words_of_different_happenings_are_not_related() -> None:
    assert not related(view("wedding"), view("quake"))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(
            (view("arrest", arguments="osei"), view("arrest", report=1, arguments="osei")),
            (view("arrest", arguments="osei"), view("arrest", report=1, arguments="lind")),
            id="those it happened to are shared",
        ),
        pytest.param(
            (view("arrest", numbers="3"), view("arrest", report=1, numbers="3")),
            (view("arrest", numbers="3"), view("arrest", report=1, numbers="8")),
            id="numbers agree",
        ),
        pytest.param(
            (view("arrest"), view("arrest", report=1)), (view("say"), view("say", report=1)), id="no reporting verb"
        ),
        pytest.param(
            (view("arrest"), view("arrest", sentence=1)), (view("arrest"), view("arrest")), id="two sentences"
        ),
    ],
)
def test_sign_makes_one_happening_likelier(
    more: tuple[MentionView, MentionView], less: tuple[MentionView, MentionView]
) -> None:
    assert likelihood(*more) > likelihood(*less)


def test_nearer_reports_make_one_happening_likelier() -> None:
    pair = view("arrest"), view("arrest", report=1)
    assert likelihood(*pair, near=0.5) > likelihood(*pair, near=0.1)
