"""What the event finder makes of a clause: direction, plans and refusals, parties, time and place."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.findings.events import EventFinder
from dateline.model import (
    EntityMention,
    EntityRef,
    EntityType,
    EventMention,
    EventType,
    Form,
    Interval,
    Modality,
    Place,
    PlaceKind,
    PlaceMention,
    Predicate,
    Quad,
    Quotation,
    Sentence,
    Span,
    TimeExpression,
    TimeType,
)
from dateline.settings import Settings
from tests.factories import make_document, parse
from tests.findings.events_marked import events_in, marked, words


def only(sentence: str, *records: TimeExpression | Predicate) -> EventMention:
    """Return the one event of a sentence."""
    events = events_in(sentence, records)
    assert len(events) == 1, [event.rule for event in events]
    return events[0]


def time_in(sentence: str, words_of_time: str, day: date) -> TimeExpression:
    text = marked(sentence).text
    start = text.index(words_of_time)
    return TimeExpression(
        document_id=make_document(text).id,
        span=Span(start, start + len(words_of_time)),
        text=words_of_time,
        type=TimeType.DATE,
        value=day.isoformat(),
        interval=Interval.on(day),
    )


def predicate_in(sentence: str, word: str, modality: Modality) -> Predicate:
    text = marked(sentence).text
    start = text.index(word)
    span = Span(start, start + len(word))
    document_id = make_document(text).id
    return Predicate(document_id=document_id, span=span, text=word, lemma=word, factuality=0.0, modality=modality)


DIRECTIONS = {
    "active": "<Peru> condemned {Chile}.",
    "passive": "{Chile} was condemned by <Peru>.",
    "possessive noun": "<Peru>'s invasion of {Chile} shocked many.",
    "noun with by": "The invasion of {Chile} by <Peru> shocked many.",
    "adjective": "The <Peruvian> invasion of {Chile} shocked many.",
    "relative clause": "The envoy met <Peru>, which had invaded {Chile}.",
    "reduced relative": "{Chile}, invaded by <Peru> in May, lay in ruins.",
    "participle": "Angered by the delay, <Peru> condemned {Chile}.",
    "gerund": "<Peru> left the room after condemning {Chile}.",
    "control": "<Peru> decided to sanction {Chile}.",
    "several recipients": "<Peru> condemned {Chile}, {Norway} and {Iceland}.",
    "several actors": "<Peru> and <Norway> condemned {Chile}.",
    "participle of a report": "<Norway> put out a report accusing {Peru}.",
    "so many of": "<Peru> condemned dozens of {Chileans}.",
    "agent below the patient": "The torture of {Lula} by <Peru> shocked many.",
    "possessor that undergoes": "<Peru> ordered {Lula}'s release.",
    "troops without a sender": "<Peruvian troops> were deployed to {Chile}.",
    "any people": "<Police> arrested {two poachers} in May.",
    "a day is no particle": "<Boric> called {Lula} on Friday to thank him.",
}


@pytest.mark.parametrize("sentence", DIRECTIONS.values(), ids=DIRECTIONS.keys())
def test_actor_and_recipient_come_from_the_clause(sentence: str) -> None:
    found = {words(event) for event in events_in(sentence)}
    assert (marked(sentence).actors, marked(sentence).recipients) in found


CODINGS = [
    ("<Boric> will visit {Peru}.", "AGREE", "CONSULT", "visit", "036", Modality.PLANNED),
    ("<Boric> is due to visit {Peru}.", "AGREE", "CONSULT", "visit", "036", Modality.PLANNED),
    ("<Peru> agreed to meet <Chile>.", "AGREE", "CONSULT", None, "036", Modality.PLANNED),
    ("<Norway> pledged to send aid to {Peru}.", "AGREE", "AID", None, "033", Modality.PLANNED),
    ("<Peru> will release {Lula}.", "AGREE", "RETREAT", "release", "0353", Modality.PLANNED),
    ("<Peru> agreed to release {Lula}.", "AGREE", "RETREAT", "release", "0353", Modality.PLANNED),
    ("<Peru> offered to send troops to {Chile}.", "AGREE", "MOBILIZE", "troops", "0312", Modality.PLANNED),
    ("<Peru> vowed to send troops to {Chile}.", "THREATEN", "MOBILIZE", "violence", "138", Modality.PLANNED),
    ("<Peru> refused to meet {Chile}.", "REJECT", "CONSULT", "meet", "125", Modality.DENIED),
    ("<Peru> did not visit {Chile}.", "REJECT", "CONSULT", "meet", "125", Modality.DENIED),
    ("<Peru> has refused to condemn {Chile}.", "REJECT", "ACCUSE", "change", "120", Modality.DENIED),
    ("<Peru> will impose sanctions on {Chile}.", "THREATEN", "COERCE", "restrict", "1312", Modality.PLANNED),
    ("<Peru> threatened to attack {Chile}.", "THREATEN", "THREATEN", "violence", "138", Modality.OCCURRED),
    ("<Peru> urged {Chile} to release the crew.", "REQUEST", "REQUEST", "yield", "0253", Modality.OCCURRED),
    ("<Peru> demanded that {Chile} lift sanctions.", "REQUEST", "REQUEST", "yield", "1054", Modality.OCCURRED),
    ("<Boric> called off a visit to {Peru}.", "REJECT", "CONSULT", "meet", "125", Modality.DENIED),
    ("<Boric> put off a trip to {Peru}.", "REJECT", "CONSULT", "meet", "125", Modality.DENIED),
    ("<Peru> will postpone talks with {Chile}.", "REJECT", "CONSULT", "meet", "125", Modality.DENIED),
    ("<Boric> said that {Peru} must free the crew.", "REQUEST", "REQUEST", "yield", "1053", Modality.OCCURRED),
    ("<Norway> told {Peru} to lift sanctions.", "REQUEST", "REQUEST", "yield", "1054", Modality.OCCURRED),
    ("<Norway> sent food to feed {Peru}.", "AID", "AID", None, "070", Modality.OCCURRED),
    ("<Peru> was forced to sanction {Chile}.", "COERCE", "COERCE", "restrict", "163", Modality.OCCURRED),
]


@pytest.mark.parametrize(("sentence", "kind", "act", "mode", "cameo", "modality"), CODINGS, ids=[c[0] for c in CODINGS])
def test_plans_refusals_and_requests_are_coded_by_the_codebook(
    sentence: str, kind: str, act: str, mode: str | None, cameo: str, modality: Modality
) -> None:
    event = only(sentence)
    assert (event.event_type, event.act, event.mode, event.cameo, event.modality) == (kind, act, mode, cameo, modality)
    assert words(event) == (marked(sentence).actors, marked(sentence).recipients)


ORDERS = [
    ("<Judges> ordered the arrest of {Lula}.", "arrest", "COERCE", "173"),
    ("<Boric> ordered an attack on {Peru}.", "attack", "ASSAULT", "190"),
    ("<Judges> ordered the release of {Lula}.", "release", "CONCEDE", "0353"),
    ("<Boric> decided to visit {Peru}.", "visit", "AGREE", "036"),
]


@pytest.mark.parametrize(("sentence", "word", "kind", "cameo"), ORDERS, ids=[order[0] for order in ORDERS])
def test_what_is_ordered_and_yet_to_come_is_no_threat(sentence: str, word: str, kind: str, cameo: str) -> None:
    event = only(sentence, predicate_in(sentence, word, Modality.PLANNED))
    assert (event.event_type, event.cameo, event.modality) == (kind, cameo, Modality.PLANNED)


UNSIGNED = {
    "a weapon": "An air strike killed {Lula} on Friday.",
    "on an occasion": "{Lula} was killed in a drone attack.",
}


@pytest.mark.parametrize("sentence", UNSIGNED.values(), ids=UNSIGNED.keys())
def test_attack_by_nobody_knows_whom_is_told(sentence: str) -> None:
    told = [event for event in events_in(sentence) if event.event_type is EventType.ASSAULT]
    assert [words(event) for event in told] == [(frozenset(), marked(sentence).recipients)]


def test_crowd_that_protests_needs_no_name() -> None:
    assert only("The miners stopped work on Friday.").event_type is EventType.PROTEST
    assert events_in("The storms conceded on Friday.") == ()


def test_noun_that_acts_needs_no_name_where_nobody_need_be_on_the_other_side() -> None:
    assert only("The junta conceded on Friday.").actors[0].text == "junta"
    assert events_in("The valley conceded on Friday.") == ()


def test_what_others_are_ordered_to_do_is_a_demand_and_no_act() -> None:
    event = only("<Peru> ordered {Chile} to withdraw its troops from [Bolivia].")
    assert (event.event_type, event.cameo) == (EventType.REQUEST, "1056")
    assert words(event) == (frozenset({"Peru"}), frozenset({"Chile"}))


NO_EVENTS = {
    "an actor and what is his": "[Peru] and [Chile] praised their alliance.",
    "what an accord is about": "The text of an accord on deepening ties between [Peru] and [Chile] leaked.",
    "a mere statement": "[Peru] said that the weather was fine.",
    "a denied conflict": "[Peru] did not attack [Chile].",
    "a condition": "The port will close if [Peru] attacks [Chile].",
    "something to be done": "There was pressure on [Peru] to attack [Chile].",
    "a mere topic": "Analysts discussed how to promote talks between [Peru] and [Chile].",
    "an actor and itself": "[Peru] condemned [Peru].",
    "a visit that was not called off": "[Boric] did not cancel a visit to [Peru].",
    "what would have been": "[Boric] would have met [Lula] in May.",
    "what was to have been": "[Boric] was to have visited [Peru] in May.",
    "a thing not ruled out": "[Boric] did not refuse to arm [Peru].",
    "a journey at home": "[Lima] was glad that [Peruvian] ministers visited [Peru].",
}


@pytest.mark.parametrize("sentence", NO_EVENTS.values(), ids=NO_EVENTS.keys())
def test_what_is_no_deed_is_no_event(sentence: str) -> None:
    assert [event.rule for event in events_in(sentence)] == []


MODALITIES = [
    ("<Peru> is to meet <Chile> in May.", "meet", Modality.HYPOTHETICAL, Modality.PLANNED),
    ("<Peru> voted to condemn {Chile}.", "condemn", Modality.HYPOTHETICAL, Modality.OCCURRED),
    ("<Peru> chose to abstain.", "abstain", Modality.PLANNED, Modality.OCCURRED),
    ("<Peru> voted to condemn {Chile}.", "condemn", Modality.DENIED, Modality.DENIED),
]


@pytest.mark.parametrize(
    ("sentence", "word", "annotated", "told"), MODALITIES, ids=[f"{m[0]} {m[2]}" for m in MODALITIES]
)
def test_words_that_settle_an_act_outweigh_a_doubt(
    sentence: str, word: str, annotated: Modality, told: Modality
) -> None:
    found = {event.modality for event in events_in(sentence, [predicate_in(sentence, word, annotated)])}
    assert found <= {told}


def test_sentence_that_says_what_something_is_tells_no_plan() -> None:
    event = only("<Peru> became a member of {Mercosur} on Friday, when a minister signed, and the wait was over.")
    assert (event.event_type, event.modality) == (EventType.SUPPORT, Modality.OCCURRED)


def test_visit_is_made_by_those_who_are_not_at_home() -> None:
    (event,) = events_in("[Peruvian] officials and <Norway> began a visit to {Lima}.")
    assert words(event) == ({"Norway"}, {"Lima"})


def test_who_calls_to_thank_is_the_one_who_thanks() -> None:
    found = {event.rule: words(event) for event in events_in("<Boric> telephoned {Lula} to thank [Peru].")}
    assert found["thank"] == ({"Boric"}, {"Peru"})


def test_time_said_of_hours_of_talks_is_that_of_the_talks() -> None:
    sentence = "On Monday <Boric> and <Lula> held four hours of talks."
    event = only(sentence, time_in(sentence, "Monday", date(2023, 3, 20)))
    assert event.happened is not None


def test_denied_report_is_a_denial_and_no_refusal() -> None:
    event = only("<Boric> denied that [Peru] had given way.")
    assert (event.rule, words(event)) == ("deny", ({"Boric"}, frozenset()))


def test_what_an_actor_is_accused_of_is_not_coded_twice() -> None:
    assert [event.rule for event in events_in("<Peru> accused {Chile} of attacking [Bolivia].")] == ["accuse"]


def test_condemned_invasion_is_told_as_well_as_the_condemnation() -> None:
    found = events_in("<Norway> condemned [Peru]'s invasion of [Chile].")
    assert [(e.event_type, *words(e)) for e in found] == [
        ("ACCUSE", {"Norway"}, {"Peru"}),
        ("ASSAULT", {"Peru"}, {"Chile"}),
    ]


def test_negation_of_one_verb_does_not_reach_the_next() -> None:
    found = events_in("The text did not name [Chile] and was rejected by <Peru> and <Norway>.")
    assert [(event.event_type, words(event)[0]) for event in found] == [("REJECT", {"Peru", "Norway"})]


def test_who_confers_with_whom_are_all_actors() -> None:
    event = only("<Boric> and <Lula> held talks in Oslo.")
    assert (words(event), event.quad) == (({"Boric", "Lula"}, frozenset()), Quad.VERBAL_COOPERATION)


def test_group_without_names_counts_as_party_by_its_words() -> None:
    event = only("Peruvian police arrested {Lula} on Friday.")
    assert words(event) == ({"Peruvian police"}, {"Lula"})
    assert event.actors[0].entity is None


def test_organ_of_a_state_stands_for_the_state() -> None:
    event = only("[Peruvian] police arrested {Lula} on Friday.")
    assert [(party.text, party.entity and party.entity.country) for party in event.actors] == [
        ("Peruvian police", "PER")
    ]


def test_speaker_is_the_actor_where_the_words_say_we() -> None:
    event = only('"We condemn {Chile}," <Boric> said.')
    assert (words(event)[0], event.claimant and event.claimant.name) == ({"Boric"}, "Boric")


def test_time_of_the_act_is_the_one_its_verb_governs() -> None:
    sentence = "<Boric> visited {Peru} on Monday."
    event = only(sentence, time_in(sentence, "Monday", date(2023, 3, 20)))
    assert event.happened is not None
    assert event.happened.interval == Interval.on(date(2023, 3, 20))


def test_time_of_the_announcement_is_not_that_of_the_act() -> None:
    sentence = "<Peru> said on Monday that <Boric> will visit {Norway}."
    event = next(e for e in events_in(sentence, [time_in(sentence, "Monday", date(2023, 3, 20))]) if e.recipients)
    assert event.happened is None


def test_plan_without_a_time_has_none() -> None:
    assert only("<Boric> will visit {Peru}.").happened is None


def test_from_one_day_to_another_is_one_interval() -> None:
    sentence = "<Boric> will visit {Peru} from Monday to Wednesday."
    monday = time_in(sentence, "Monday", date(2023, 3, 20))
    event = only(sentence, monday, time_in(sentence, "Wednesday", date(2023, 3, 22)))
    assert event.happened is not None
    assert event.happened.interval == Interval(earliest=date(2023, 3, 20), latest=date(2023, 3, 22))


def test_place_is_where_the_locative_phrase_says() -> None:
    place = only("<Boric> met <Lula> in [Oslo].").place
    assert place is not None
    assert (place.name, place.country) == ("Oslo", "NOR")


def test_annotated_modality_wins_over_the_default() -> None:
    sentence = "<Peru> may have attacked {Chile}."
    event = only(sentence, predicate_in(sentence, "attacked", Modality.HYPOTHETICAL))
    assert (event.modality, event.event_type) == (Modality.HYPOTHETICAL, EventType.ASSAULT)


def test_refused_act_is_never_told_as_a_deed() -> None:
    sentence = "<Peru> refused to visit {Chile}."
    event = only(sentence, predicate_in(sentence, "visit", Modality.OCCURRED))
    assert event.modality is Modality.DENIED


def located(sentence: str, name: str, place: Place) -> PlaceMention:
    text = marked(sentence).text
    start = text.index(name)
    return PlaceMention(
        document_id=make_document(text).id,
        span=Span(start, start + len(name)),
        text=name,
        place=place,
        kind=PlaceKind.CITY,
    )


@pytest.mark.parametrize(
    "sentence",
    ["<Boric> met <Lula> in [Oslo].", "<Boric> arrived in {Oslo} on Friday."],
    ids=["where they met", "where a visit goes"],
)
def test_place_has_the_coordinates_of_the_place_named(sentence: str) -> None:
    oslo = Place(name="Oslo", country="NOR", latitude=59.9, longitude=10.7, geonames=3143244)
    (event,) = events_in(sentence, [located(sentence, "Oslo", oslo)])
    assert event.place == oslo


def test_event_carries_its_sentence_codes_and_derivation() -> None:
    event = only("<Boric> visited {Peru}.")
    assert (event.evidence.quote, event.goldstein, event.rule) == ("Boric visited Peru.", 1.9, "visit")
    assert "diplomatic" in event.context
    assert (event.derivation.stage, event.derivation.settings) == ("events.lexicon", Settings().digest)


def test_words_of_the_sentence_tell_further_contexts() -> None:
    assert "economic" in only("<Peru> discussed trade with <Chile>.").context


@pytest.mark.parametrize("text", ["", "visited", "\u202e\U0001f600 met \u0000", "   \n\n ", "Met. Met. Met."])
def test_odd_text_gives_no_event_and_no_error(text: str) -> None:
    document = make_document(text)
    layers = parse(document).with_records([EntityMention, PlaceMention, TimeExpression, Predicate, Quotation], [])
    assert list(EventFinder(Settings())(document, layers)) == []


def test_same_input_gives_the_same_events_in_order() -> None:
    sentence = "<Peru> condemned {Chile} and sanctioned {Norway}."
    found = events_in(sentence)
    assert found == events_in(sentence)
    assert [event.anchor.start for event in found] == sorted(event.anchor.start for event in found)
    assert len({event.id for event in found}) == len(found) == 2


def test_finder_says_what_it_needs_and_gives() -> None:
    assert EventFinder.requires == (Sentence, EntityMention, PlaceMention, TimeExpression, Predicate, Quotation)
    assert EventFinder.yields == (EventMention,)


def test_members_of_a_group_are_parties_each() -> None:
    text = "The two leaders met in Oslo on Friday."
    document = make_document(text)
    members = (
        EntityRef(id="ent:a", name="Boric", type=EntityType.PERSON),
        EntityRef(id="ent:b", name="Lula", type=EntityType.PERSON),
    )
    group = EntityMention(
        document_id=document.id,
        span=Span(0, 15),
        text=text[:15],
        form=Form.NOMINAL,
        type=EntityType.GROUP,
        members=members,
    )
    layers = parse(document).with_records([EntityMention], [group])
    layers = layers.with_records([PlaceMention, TimeExpression, Predicate, Quotation], [])
    (event,) = EventFinder(Settings())(document, layers)
    assert [party.entity for party in event.actors] == list(members)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("<Lula> said that he would stay at home, and criticised {Peru}.", Modality.OCCURRED),
        ("<Lula> will stay at home and criticise {Peru}.", Modality.PLANNED),
    ],
    ids=["past tense", "base form"],
)
def test_only_a_base_form_shares_the_auxiliary_of_the_verb_it_is_coordinated_with(
    sentence: str, modality: Modality
) -> None:
    assert [event.modality for event in events_in(sentence) if event.event_type is EventType.ACCUSE] == [modality]


def test_a_guarantee_that_is_given_is_no_aid() -> None:
    assert "give-aid" not in {event.rule for event in events_in("<Peru> gave {Chile} written guarantees.")}
