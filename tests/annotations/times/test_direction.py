"""Past or future: which weekday, which month, as the words around it tell."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotations.times.direction import direction_of
from dateline.model import Interval, Sentence, Span
from tests.annotations.times.found import only_time_in, times_in, values_in
from tests.factories import make_document, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The minister resigned on Monday.", "2021-06-07", id="past-tense"),
        pytest.param("The minister resigned on Wednesday.", "2021-06-09", id="past-tense-on-the-day-itself"),
        pytest.param("The minister will resign on Monday.", "2021-06-14", id="will"),
        pytest.param("The minister is due to meet his counterpart on Monday.", "2021-06-14", id="is-due-to"),
        pytest.param("The two ministers are expected to meet on Friday.", "2021-06-11", id="are-expected-to"),
        pytest.param(
            "The two are set to hold talks before a dinner on Friday.", "2021-06-11", id="dinner-under-a-plan"
        ),
        pytest.param("The parties agreed to extend the truce until Friday.", "2021-06-11", id="until"),
        pytest.param("The army has held the town since Friday.", "2021-06-04", id="since"),
        pytest.param("Crowds gathered ahead of Friday's vote.", "2021-06-11", id="ahead-of"),
        pytest.param("Talks planned for Monday were moved to Geneva.", "2021-06-14", id="planned-for"),
        pytest.param("The party planned a rally in the capital on Monday.", "2021-06-14", id="planned-a-rally"),
        pytest.param("On Monday, the union plans to stop work.", "2021-06-14", id="plans-before-the-verb"),
        pytest.param("The vote is set for Monday.", "2021-06-14", id="set-for"),
        pytest.param("The rally was set for Geneva on Monday.", "2021-06-14", id="set-for-a-place"),
        pytest.param("The swimmer broke the record set on Monday.", "2021-06-07", id="record-set-on"),
        pytest.param("The election begins on Sunday.", "2021-06-13", id="scheduled-present"),
        pytest.param("The minister met him last Wednesday.", "2021-06-02", id="last-never-means-the-day-itself"),
        pytest.param("The minister will meet him next Wednesday.", "2021-06-16", id="next-never-means-the-day-itself"),
        pytest.param("The truce had been due to expire on Friday.", "2021-06-04", id="had-been-due-to"),
        pytest.param("The envoy was to have met the king on Friday.", "2021-06-04", id="was-to-have-met"),
        pytest.param("Until Tuesday, they had not named a suspect.", "2021-06-08", id="until-under-the-pluperfect"),
        pytest.param("The last guests did not leave until Sunday.", "2021-06-06", id="not-until-in-the-past"),
        pytest.param("The port remained closed until Sunday.", "2021-06-06", id="remained-until"),
        pytest.param("He will look for ways around Friday's ruling.", "2021-06-04", id="ruling-that-has-been-made"),
        pytest.param("The sale is scheduled to close Monday.", "2021-06-14", id="close-as-a-verb"),
        pytest.param("The party has been counting the votes cast on Sunday.", "2021-06-06", id="has-been-doing"),
        pytest.param("Neither he nor his lawyer could be reached Friday.", "2021-06-04", id="could-not-be-reached"),
        pytest.param("Peru was the first state to sign on Friday.", "2021-06-04", id="first-to-sign"),
        pytest.param("The protests prompted the mayor to resign on Friday.", "2021-06-04", id="prompted-to"),
        pytest.param("Markets will fall if the talks fail on Friday.", "2021-06-11", id="if-in-the-present"),
        pytest.param("The port will reopen Friday, the ministry said.", "2021-06-11", id="before-who-said-it"),
        pytest.param("The king opens the new hall of the museum in Oslo, Tuesday.", "2021-06-08", id="caption"),
        pytest.param("It wants approval for a parade on Friday.", "2021-06-11", id="approval-for-a-parade"),
        pytest.param("This Sunday the opera opens.", "2021-06-13", id="this-sunday"),
        pytest.param("They won this Sunday.", "2021-06-06", id="this-sunday-past"),
        pytest.param("They recalled Friday, when shots were fired.", "2021-06-04", id="when-explains-the-past"),
    ],
)
def test_weekday_follows_the_tense_and_cues_around_it(text: str, value: str) -> None:
    found = only_time_in(text)
    assert (found.value, found.interval) == (value, Interval.on(date.fromisoformat(value)))


def test_weekdays_of_a_plan_lie_ahead() -> None:
    text = "The president will visit Norway from Monday to Wednesday."
    assert values_in(text, published_at="2021-06-04") == ["2021-06-07", "2021-06-09"]


@pytest.mark.parametrize(
    ("text", "published_at", "value"),
    [
        pytest.param("The treaty was signed in February.", "2021-06-09", "2021-02", id="past-month-of-this-year"),
        pytest.param("The king invited her to Oslo in late December.", "2021-03-10", "2020-12", id="next-is-far"),
        pytest.param("The court will sit in April.", "2021-06-09", "2022-04", id="will-is-never-past"),
        pytest.param("She was arrested in July.", "2021-06-09", "2020-07", id="arrested-eleven-months-ago"),
        pytest.param("Traders sold crude for July.", "2021-06-09", "2021-07", id="crude-for-the-next-month"),
        pytest.param("They voted on 20 August.", "2021-06-09", "2020-08-20", id="voted-on-a-day-of-last-year"),
        pytest.param("They have plans for a visit in May.", "2021-06-09", "2022-05", id="plans-for"),
    ],
)
def test_month_without_a_year_is_the_one_that_the_verb_allows(text: str, published_at: str, value: str) -> None:
    assert only_time_in(text, published_at=published_at).value == value


def test_direction_says_which_side_was_chosen() -> None:
    found = only_time_in("The king invited her to visit Oslo in late December.", published_at="2021-03-10")
    assert (found.value, found.mod, found.direction) == ("2020-12", "END", "past")


def test_each_resolution_names_its_anchor_and_rule() -> None:
    (quoted, said) = times_in("“We sign tomorrow,” she said on Monday.")
    assert [(time.rule, time.anchor) for time in (quoted, said)] == [("deictic", "quotation"), ("weekday", "document")]


def test_sentence_of_endless_depth_tells_nothing() -> None:
    text = "They wanted " + "to try " * 400 + "on Monday."
    document = make_document(text)
    sentence = parse(document)[Sentence][-1]
    assert direction_of(sentence, Span(text.index("Monday"), len(text) - 1)) in (None, "past", "future", "later")
