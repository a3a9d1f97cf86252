"""Where reports cannot both be right: planted disagreements, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dateline.model import (
    AttributeName,
    EntityRef,
    EntityType,
    EventMention,
    EventType,
    Happened,
    HappenedBasis,
    Modality,
    Moment,
    Place,
    Quantity,
    Span,
)
from dateline.model.details import Attribute
from dateline.model.disagreements import Disagreement, DisagreementKind
from dateline.store import ReportHead, StoredMention
from dateline.views.disagreements import Assembled, find_disagreements
from dateline.views.events import assemble_events
from tests.records import CHILE, NORWAY, PERU, days, person, report, telling
from tests.views.test_relations import JUDGEMENT

K = DisagreementKind
ANA, BEA = person("Ana", "CHL"), person("Bea", "PER")
LIMA = Place(name="Lima", country="PER", latitude=-12.04, longitude=-77.03, geonames=3936456)
CUSCO = Place(name="Cusco", country="PER", latitude=-13.52, longitude=-71.97, geonames=3941584)
COAST = EntityRef(id="ent:arica", name="Arica", type=EntityType.PLACE)


def told(
    text: str,
    word: str,
    *,
    outlet: str = "Fjord Times",
    published: str = "2023-05-08",
    day: str | None = "2023-05-06",
    cue: str | None = None,
    event: str = "evt:1",
    act: EventType = EventType.SUPPORT,
    rule: str = "sign",
    mode: str | None = None,
    actors: Sequence[EntityRef] = (NORWAY, PERU),
    recipients: Sequence[EntityRef] = (),
    place: Place | None = None,
    modality: Modality = Modality.OCCURRED,
    agency: str | None = None,
    killed: Quantity | None = None,
) -> StoredMention:
    """Return a telling whose anchor is *word* of the text, its day told by *cue* if that stands there."""
    document = report(text, id=f"{outlet} {published}", published_at=published, outlet=outlet)
    mention = telling(
        document,
        act=act,
        rule=rule,
        mode=mode,
        actors=actors,
        recipients=recipients,
        place=place,
        modality=modality,
        at=text.index(word),
    )
    mention = replace(mention, happened=_happened(text, day, cue), attributes=_killed(killed))
    return StoredMention(
        mention=mention,
        event=event,
        judgement=JUDGEMENT,
        document=ReportHead(
            id=document.id,
            name=document.name,
            outlet=outlet,
            agency=agency,
            dated=Moment(published),
            order=Moment(published).end,
        ),
        entities={},
    )


def _happened(text: str, day: str | None, cue: str | None) -> Happened | None:
    if day is None:
        return None
    first = text.find(cue) if cue else -1
    cues = (Span(first, first + len(cue or "")),) if first >= 0 else ()
    return Happened(interval=days(day), basis=HappenedBasis.EXPRESSION, cues=cues)


def _killed(quantity: Quantity | None) -> tuple[Attribute, ...]:
    if quantity is None:
        return ()
    return (
        Attribute(
            name=AttributeName.KILLED, value=quantity.told, span=quantity.span, text=quantity.text, quantity=quantity
        ),
    )


def number(low: float, high: float | None = None, *, approximate: bool = False, exact: bool = True) -> Quantity:
    top = low if exact else high
    return Quantity(low=low, high=top, unit="person", approximate=approximate, span=Span(0, 1), text=str(low))


def signed(day: str, weekday: str, outlet: str, **others: object) -> StoredMention:
    text = f"Norway and Peru signed a treaty on {weekday}."
    return told(text, "signed", day=day, cue=weekday, outlet=outlet, **others)  # type: ignore[arg-type]


def found(*members: StoredMention) -> list[Disagreement]:
    events = assemble_events(members, {}, as_of=None, today=None)
    return find_disagreements(
        [Assembled(event, [m for m in members if m.event == event.id]) for event in events], names={}
    )


def kinds(*members: StoredMention) -> list[DisagreementKind]:
    return [disagreement.kind for disagreement in found(*members)]


SATURDAY = signed("2023-05-06", "Saturday", "Fjord Times")


def test_two_days_of_one_signing_are_a_disagreement_with_both_sentences() -> None:
    (one,) = found(SATURDAY, signed("2023-05-07", "Sunday", "Andes Post"))
    assert (one.kind, [side.says for side in one.sides]) == (K.DATE, ["on 2023-05-06", "on 2023-05-07"])
    assert [side.origins[0].name for side in one.sides] == ["Fjord Times", "Andes Post"]
    assert one.sides[1].tellings[0].mention.evidence.quote == "Norway and Peru signed a treaty on Sunday."


@pytest.mark.parametrize(
    "other",
    [
        signed("2023-05-06", "Saturday", "Andes Post"),
        signed("2023-05-07", "Sunday", "Fjord Times", published="2023-05-09"),
        signed("2023-05-07", "yesterday", "Andes Post"),
        told("The treaty was signed late on Sunday.", "signed", day="2023-05-07", cue="Sunday", outlet="Andes Post"),
        signed("2023-05-07", "Sunday", "Andes Post", modality=Modality.PLANNED),
        replace(signed("2023-05-07", "Sunday", "Andes Post"), copied_from=SATURDAY.document),
    ],
    ids=["the same day", "corrected", "day counted from the report's", "near midnight", "only planned", "a copy"],
)
def test_what_only_looks_like_two_days_is_none(other: StoredMention) -> None:
    assert kinds(SATURDAY, other) == []


def test_visits_and_talks_may_take_days() -> None:
    texts = ("Ana met Bea on Saturday.", "Ana met Bea on Sunday.")
    members = [
        told(
            text, "met", day=day, cue=cue, outlet=cue, act=EventType.CONSULT, rule="meet", actors=(ANA, BEA), place=LIMA
        )
        for text, day, cue in zip(texts, ("2023-05-06", "2023-05-07"), ("Saturday", "Sunday"), strict=True)
    ]
    assert kinds(*members) == []


def met(place: Place | None, outlet: str, **others: object) -> StoredMention:
    text = "Ana met Bea on Saturday."
    given = {"act": EventType.CONSULT, "rule": "meet", "actors": (ANA, BEA), "cue": "Saturday", **others}
    return told(text, "met", outlet=outlet, place=place, **given)  # type: ignore[arg-type]


def test_two_towns_for_one_meeting_are_a_disagreement() -> None:
    assert kinds(met(LIMA, "Fjord Times"), met(CUSCO, "Andes Post")) == [K.PLACE]


def test_two_towns_are_a_disagreement_where_the_record_keeps_the_meetings_apart() -> None:
    (one,) = found(met(LIMA, "Fjord Times"), met(CUSCO, "Andes Post", event="evt:2"))
    assert (one.kind, one.events) == (K.PLACE, ("evt:1", "evt:2"))


@pytest.mark.parametrize(
    "other",
    [
        met(None, "Andes Post"),
        met(Place(name="Peru", country="PER"), "Andes Post"),
        met(replace(LIMA, name="Callao", latitude=-12.05, longitude=-77.12, geonames=3946083), "Andes Post"),
        met(CUSCO, "Andes Post", day="2023-05-07"),
        met(CUSCO, "Fjord Times", published="2023-05-09"),
    ],
    ids=["no place", "the country", "next to it", "another day", "corrected"],
)
def test_what_only_looks_like_two_towns_is_none(other: StoredMention) -> None:
    assert kinds(met(LIMA, "Fjord Times"), other) == []


def test_reports_of_one_agency_do_not_disagree() -> None:
    assert kinds(met(LIMA, "Fjord Times", agency="AFP"), met(CUSCO, "Andes Post", agency="AFP")) == []


def bombed(text: str, killed: Quantity | None = None, **others: object) -> StoredMention:
    given = {"act": EventType.ASSAULT, "rule": "bomb", "actors": (CHILE,), "recipients": (COAST,), **others}
    return told(text, "bombed", killed=killed, **given)  # type: ignore[arg-type]


STRIKE = "Chile bombed a market in Arica on Saturday."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (number(12), number(20), [K.NUMBER]),
        (number(12), number(12), []),
        (number(12, exact=False), number(15), []),
        (number(20, approximate=True), number(19), []),
        (number(12), number(2), [K.NUMBER]),
    ],
    ids=["more", "the same", "at least", "about", "fewer"],
)
def test_numbers_of_the_same_day_clash_unless_they_agree(
    first: Quantity, second: Quantity, expected: list[DisagreementKind]
) -> None:
    assert kinds(bombed(STRIKE, first), bombed(STRIKE, second, outlet="Andes Post")) == expected


def test_toll_that_rises_from_day_to_day_is_no_disagreement() -> None:
    assert (
        kinds(bombed(STRIKE, number(12)), bombed(STRIKE, number(20), outlet="Andes Post", published="2023-05-09")) == []
    )


def test_toll_that_falls_is_one() -> None:
    later = bombed(STRIKE, number(12), outlet="Andes Post", published="2023-05-09")
    assert kinds(bombed(STRIKE, number(20)), later) == [K.NUMBER]


def test_numbers_of_different_places_are_not_compared() -> None:
    elsewhere = bombed("Chile bombed a village near Tacna on Saturday.", number(20), outlet="Andes Post", recipients=())
    assert kinds(bombed(STRIKE, number(12)), elsewhere) == []


def test_one_target_laid_at_two_doors_is_a_disagreement() -> None:
    other = bombed("Peru bombed the market of Arica.", actors=(PERU,), outlet="Andes Post", event="evt:2", day=None)
    (one,) = found(bombed(STRIKE), other)
    assert (one.kind, [side.says for side in one.sides]) == (K.WHO, ["Chile did it", "Peru did it"])


@pytest.mark.parametrize(
    "text", ["Peru bombed a hill near Arica.", "Peru bombed a bridge in Arica."], ids=["no target", "another target"]
)
def test_two_sides_may_hit_one_town(text: str) -> None:
    assert kinds(bombed(STRIKE), bombed(text, actors=(PERU,), outlet="Andes Post", event="evt:2")) == []


DENIED = "Ana did not meet Bea on Saturday."


def test_flat_denial_is_a_disagreement() -> None:
    denied = told(
        DENIED,
        "meet",
        outlet="Andes Post",
        act=EventType.CONSULT,
        rule="meet",
        actors=(ANA, BEA),
        modality=Modality.DENIED,
    )
    (one,) = found(met(LIMA, "Fjord Times"), denied)
    assert (one.kind, [side.says for side in one.sides]) == (K.HAPPENED, ["it happened", "it did not happen"])


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Ana will not meet Bea.", "2023-05-08", None),
        ("Ana refused to meet Bea.", "2023-05-08", None),
        ("Ana had not been seen to meet Bea.", "2023-05-02", None),
        ("Ana did not meet Bea on Friday.", "2023-05-08", "2023-05-05"),
    ],
    ids=["a plan", "a refusal", "before it", "another day"],
)
def test_what_only_looks_like_a_denial_is_none(text: str, published: str, day: str | None) -> None:
    given = {"act": EventType.CONSULT, "rule": "meet", "actors": (ANA, BEA), "modality": Modality.DENIED}
    denied = told(text, "meet", outlet="Andes Post", published=published, day=day, **given)  # type: ignore[arg-type]
    assert K.HAPPENED not in kinds(met(LIMA, "Fjord Times"), denied)


def denial(text: str, **others: object) -> StoredMention:
    given = {"act": EventType.REJECT, "rule": "deny", "actors": (CHILE,), "event": "evt:2", "outlet": "Andes Post"}
    return told(text, "denied", **{**given, **others})  # type: ignore[arg-type]


def test_denial_of_a_deed_stands_on_the_word_of_who_denies() -> None:
    (one,) = found(bombed(STRIKE), denial("Chile denied bombing the market of Arica."))
    assert (one.kind, one.events) == (K.HAPPENED, ("evt:1", "evt:2"))
    assert [side.origins[0].name for side in one.sides] == ["Fjord Times", "Chile"]


@pytest.mark.parametrize(
    "other",
    [
        denial("Chile denied bombing Tacna."),
        denial("Chile denied stealing from Arica."),
        denial("Peru denied bombing Arica.", actors=(PERU,)),
        denial("Chile denied a theft, and Peru bombed Arica."),
        denial("Chile denied bombing Arica.", published="2023-07-08"),
        denial("Chile denied bombing Arica.", published="2023-05-06"),
    ],
    ids=["another town", "another deed", "somebody else", "another clause", "much later", "before"],
)
def test_denial_of_something_else_is_no_disagreement(other: StoredMention) -> None:
    assert kinds(bombed(STRIKE), other) == []


def test_mention_without_evidence_found_in_the_text_is_not_taken_for_a_denial() -> None:
    mention: EventMention = denial("Chile denied bombing Arica.").mention
    lost = replace(mention, evidence=replace(mention.evidence, span=None))
    assert kinds(bombed(STRIKE), replace(denial("Chile denied bombing Arica."), mention=lost)) == []
