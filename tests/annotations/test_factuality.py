"""How certain a predicate is: negation, modality, and what governs it."""

from __future__ import annotations

import pytest

from dateline.annotations.factuality import FactualityAnnotator
from dateline.model import Modality, Predicate
from dateline.resources.factuality import event_nouns, governing_nouns, governors, prior
from dateline.settings import Settings
from tests.factories import make_document, parse


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
        pytest.param("The visit could not have come at a better time.", "come", id="comparison-is-no-denial"),
        pytest.param("They not only signed the treaty, they published it.", "signed", id="not-only"),
        pytest.param("They have no doubt.", "have", id="having-none-is-told-as-a-fact"),
    ],
)
def test_told_as_a_fact_has_occurred(text: str, word: str) -> None:
    found = predicate(text, word)
    assert found.modality is Modality.OCCURRED
    assert found.factuality > 2.5


def test_gerund_that_tells_when_is_not_denied_with_its_verb() -> None:
    assert predicate("They cancelled the party after signing the pact.", "signing").modality is Modality.OCCURRED


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
        pytest.param("The group has no plans to leave.", "leave", "plans", id="no-plans-to"),
        pytest.param("A visit was called off.", "visit", "call off", id="called-off"),
        pytest.param("A planned visit was cancelled.", "visit", "cancel", id="planned-and-cancelled"),
        pytest.param("They had no reason to flee.", "flee", "reason", id="no-reason-to"),
        pytest.param("The witness was too weak to speak.", "speak", "too", id="too-weak-to"),
        pytest.param("Instead of signing the treaty, they left.", "signing", "instead", id="instead-of"),
        pytest.param("They decided against attending the summit.", "attending", "decide", id="decided-against"),
        pytest.param("They rejected any deal.", "deal", "reject", id="rejected-any"),
        pytest.param("Neither minister signed the treaty.", "signed", "neither", id="neither"),
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
        pytest.param("They insisted that she be freed.", "freed", id="subjunctive"),
        pytest.param("She has the right to appeal.", "appeal", id="right-to"),
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


def test_giving_no_reason_is_less_than_not_giving() -> None:
    given, denied = predicate("They gave no reason.", "gave"), predicate("They did not give it.", "give")
    assert denied.factuality < 0 < given.factuality < 2
    assert given.modality is Modality.DENIED


def test_unreal_condition_is_no_fact() -> None:
    assert predicate("Had they come, he would have left.", "come").factuality < 0


def test_noun_that_modifies_a_plan_is_planned() -> None:
    assert predicate("They discussed evacuation plans.", "evacuation").modality is Modality.PLANNED


def test_a_known_event_is_more_certain_than_a_new_one_under_the_same_governor() -> None:
    known, new = predicate("They fear the attack.", "attack"), predicate("They fear attacks.", "attacks")
    assert known.factuality > new.factuality


@pytest.mark.parametrize(
    ("surer", "looser"),
    [
        pytest.param(("They met.", "met"), ("After meeting, they left.", "meeting"), id="finite-over-gerund"),
        pytest.param(("The attack failed.", "attack"), ("Attack rumours spread.", "Attack"), id="noun-over-modifier"),
    ],
)
def test_form_tells_how_certain_an_event_is_that_nothing_speaks_of(
    surer: tuple[str, str], looser: tuple[str, str]
) -> None:
    assert predicate(*surer).factuality > predicate(*looser).factuality > 1


def test_every_form_has_a_prior() -> None:
    verbs = [prior("VERB", tag, dep, definite=False) for tag in ("VBD", "VBG", "XX") for dep in ("ROOT", "amod", "x")]
    nouns = [prior("NOUN", "NN", dep, definite=flag) for dep in ("pobj", "x") for flag in (True, False)]
    assert all(row is not None and -3 <= row.negated <= row.doubted <= row.certain <= 3 for row in verbs + nouns)


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
