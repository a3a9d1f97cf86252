"""How certain a predicate is: negation, modality, and what governs it."""

from __future__ import annotations

import pytest
from tests.factories import make_document, parse

from dateline.annotations.factuality import FactualityAnnotator
from dateline.model import Modality, Predicate
from dateline.resources.factuality import event_nouns, governing_nouns, governors
from dateline.settings import Settings


def predicates_in(text: str) -> list[Predicate]:
    document = make_document(text)
    return list(FactualityAnnotator(Settings())(document, parse(document)))


def predicate(text: str, word: str) -> Predicate:
    found = [predicate for predicate in predicates_in(text) if predicate.text == word]
    assert found, f"no predicate {word!r} in {text!r}"
    return found[-1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The minister visited Oslo.", "visited", id="past-tense"),
        pytest.param("The minister has signed the treaty.", "signed", id="perfect"),
        pytest.param("The two held talks in Oslo.", "talks", id="noun-under-a-verb-of-holding"),
        pytest.param("They managed to leave the city.", "leave", id="managed-to"),
        pytest.param("The minister condemned the invasion.", "invasion", id="object-of-a-factive-verb"),
        pytest.param("The ministry said that the army had withdrawn.", "withdrawn", id="reported-as-done"),
        pytest.param("He refused to resign.", "refused", id="the-refusal-itself"),
        pytest.param("The king did not come, but the queen spoke.", "spoke", id="second-clause-after-a-negation"),
    ],
)
def test_told_as_a_fact_has_occurred(text: str, word: str) -> None:
    found = predicate(text, word)
    assert found.modality is Modality.OCCURRED
    assert found.factuality > 2.5


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        pytest.param("The minister did not visit Oslo.", "visit", "not", id="not"),
        pytest.param("No one claimed the prize.", "claimed", "no", id="no-one"),
        pytest.param("The minister never apologised.", "apologised", "never", id="never"),
        pytest.param("He refused to resign.", "resign", "refuse", id="refused-to"),
        pytest.param("The envoy failed to appear.", "appear", "fail", id="failed-to"),
        pytest.param("The minister denied having met the rebels.", "met", "deny", id="denied-doing"),
        pytest.param("The police prevented an attack.", "attack", "prevent", id="prevented"),
        pytest.param("The sides reached no agreement.", "agreement", "no", id="no-agreement"),
        pytest.param("She was unable to attend.", "attend", "unable", id="unable-to"),
    ],
)
def test_told_as_not_done_is_denied(text: str, word: str, cue: str) -> None:
    found = predicate(text, word)
    assert found.modality is Modality.DENIED
    assert found.factuality < 0
    assert cue in found.cues


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        pytest.param("The minister will visit Oslo.", "visit", "will", id="will"),
        pytest.param("The minister is due to visit Oslo.", "visit", "due", id="is-due-to"),
        pytest.param("The minister plans to visit Oslo.", "visit", "plan", id="plans-to"),
        pytest.param("The two leaders are expected to sign the treaty.", "sign", "expect", id="are-expected-to"),
        pytest.param("The government plans a visit to Oslo.", "visit", "plan", id="plans-a-visit"),
        pytest.param("The visit will take place in June.", "visit", "will", id="subject-of-will-take-place"),
        pytest.param("They discussed the planned meeting.", "meeting", "planned", id="planned-meeting"),
        pytest.param("The ministry said that he would visit Oslo.", "visit", "would", id="reported-future"),
        pytest.param("The minister will visit Oslo and sign a treaty.", "sign", "will", id="shared-auxiliary"),
    ],
)
def test_told_as_to_come_is_planned(text: str, word: str, cue: str) -> None:
    found = predicate(text, word)
    assert found.modality is Modality.PLANNED
    assert 0 < found.factuality < 3
    assert cue in found.cues


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The minister could visit Oslo.", "visit", id="could"),
        pytest.param("The minister may visit Oslo.", "visit", id="may"),
        pytest.param("The minister wants to visit Oslo.", "visit", id="wants-to"),
        pytest.param("The council called for a ceasefire.", "ceasefire", id="called-for"),
        pytest.param("The general threatened to attack the port.", "attack", id="threatened-to"),
        pytest.param("The council urged the army to withdraw.", "withdraw", id="urged-to"),
        pytest.param("Diplomats fear an invasion.", "invasion", id="feared"),
    ],
)
def test_told_as_wished_or_possible_is_hypothetical(text: str, word: str) -> None:
    found = predicate(text, word)
    assert found.modality is Modality.HYPOTHETICAL
    assert -1 < found.factuality < 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("If the talks fail, the army will attack.", "fail", id="in-the-if-clause"),
        pytest.param("The council will impose sanctions if the army attacks.", "impose", id="under-an-if-clause"),
        pytest.param("The council plans to sanction the bank if it lends.", "sanction", id="plan-under-a-condition"),
    ],
)
def test_told_on_a_condition_is_conditional(text: str, word: str) -> None:
    assert predicate(text, word).modality is Modality.CONDITIONAL


def test_present_progressive_is_ongoing() -> None:
    assert predicate("The two ministers are meeting in Oslo.", "meeting").modality is Modality.ONGOING


def test_negated_negative_verb_makes_its_complement_likely() -> None:
    assert predicate("He did not fail to appear.", "appear").factuality > 0


def test_helping_verbs_are_no_predicates() -> None:
    assert [found.text for found in predicates_in("She has been elected.")] == ["elected"]


def test_nouns_that_name_no_event_are_no_predicates() -> None:
    assert predicates_in("A red house on the hill.") == []


@pytest.mark.parametrize("text", ["", "\n", "?", "Visit", "…", "𝔘𝔫 will not", "not not not"], ids=repr)
def test_odd_text_never_raises_and_offsets_slice_back(text: str) -> None:
    assert all(found.span.of(text) == found.text and -3 <= found.factuality <= 3 for found in predicates_in(text))


def test_very_long_coordination_never_raises() -> None:
    assert len(predicates_in("They held " + "talks and talks, " * 400 + "and left.")) > 400


def test_tables_stay_on_the_scale() -> None:
    values = [value for effect in governors().values() for value in (effect.positive, effect.negative)]
    assert all(-3 <= value <= 3 for value in [*values, *(cue.value for cue in governing_nouns().values())])
    assert "visit" in event_nouns()
