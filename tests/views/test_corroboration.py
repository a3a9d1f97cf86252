"""How many independent origins an event has: copies, agencies and claimants count once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import EntityRef, EntityType, Span, Voice, VoiceKind
from dateline.model.corroboration import SourceKind
from dateline.store import ReportHead, StoredMention
from dateline.views.corroboration import corroborate
from tests.records import person, telling
from tests.views.test_relations import JUDGEMENT

ANA = person("Ana")
TIMES = EntityRef(id="ent:times", name="Reuters", type=EntityType.ORGANIZATION)


WSJ = Voice(kind=VoiceKind.OUTLET, name="The Wall Street Journal", span=Span(0, 3))
NAMELESS = Voice(kind=VoiceKind.ANONYMOUS, name="officials", span=Span(4, 8))
OFFICIALS = EntityRef(id="ent:officials", name="Officials of Peru", type=EntityType.GROUP)
OF_PERU = Voice(kind=VoiceKind.ANONYMOUS, name="Peruvian officials", span=Span(4, 8), entity=OFFICIALS)
LETTER = Voice(kind=VoiceKind.DOCUMENT, name="the letter", span=Span(4, 8), entity=ANA)


def head(name: str, outlet: str | None = None, agency: str | None = None) -> ReportHead:
    return ReportHead(
        id=f"doc:{name}", name=name, outlet=outlet, agency=agency, dated=None, order="2023-05-01T00:00:00Z"
    )


def told(
    name: str,
    outlet: str | None = None,
    agency: str | None = None,
    *,
    claimant: EntityRef | None = None,
    voices: tuple[Voice, ...] = (),
    copied_from: ReportHead | None = None,
) -> StoredMention:
    mention = replace(telling(at=len(name)), claimant=claimant, voices=voices)
    document = head(name, outlet, agency)
    return StoredMention(
        mention=mention, event="evt:1", judgement=JUDGEMENT, document=document, entities={}, copied_from=copied_from
    )


@pytest.mark.parametrize(
    ("members", "independent"),
    [
        ([told("a", "Fjord Times"), told("b", "Andes Post")], 2),
        ([told("a", "Fjord Times"), told("b", "Fjord Times")], 1),
        ([told("a", "Fjord Times", "AFP"), told("b", "Andes Post", "AFP")], 1),
        ([told("a", "Fjord Times", claimant=ANA), told("b", "Andes Post", claimant=ANA)], 1),
        ([told("a", "Fjord Times", claimant=ANA), told("b", "Andes Post")], 2),
        ([told("a", "Reuters"), told("b", "Andes Post", claimant=TIMES)], 1),
        ([told("a"), told("b")], 2),
        ([told("a", "Fjord Times", voices=(WSJ,)), told("b", "Andes Post", voices=(WSJ, NAMELESS))], 1),
        ([told("a", "The Wall Street Journal", voices=(NAMELESS,)), told("b", "Andes Post", voices=(WSJ,))], 1),
        ([told("a", "Fjord Times", voices=(NAMELESS,)), told("b", "Andes Post", voices=(NAMELESS,))], 2),
        ([told("a", "Fjord Times", voices=(OF_PERU,)), told("b", "Andes Post", voices=(OF_PERU,))], 1),
        ([told("a", "Fjord Times", voices=(LETTER,)), told("b", "Andes Post", claimant=ANA)], 1),
        ([], 0),
    ],
    ids=[
        "two outlets",
        "one outlet twice",
        "one agency",
        "one claimant",
        "a claimant and an outlet",
        "a citation",
        "no outlet known",
        "an outlet and whom it cites",
        "an outlet's nameless and a citation",
        "two outlets' nameless",
        "the nameless of one state",
        "a letter and its writer",
        "nothing",
    ],
)
def test_source_counts_once(members: list[StoredMention], independent: int) -> None:
    assert corroborate(members, {}).independent == independent


@pytest.mark.parametrize("copies", [1, 7])
def test_copies_add_nothing_however_many(copies: int) -> None:
    original = told("a", "Fjord Times")
    planted = [told(f"copy{n}", f"Site {n}", copied_from=original.document) for n in range(copies)]
    found = corroborate([original, *planted], {})
    assert found.independent == 1
    assert len(found.origins[0].attestations) == copies + 1


def test_chain_tells_every_step() -> None:
    copied = told("b", "Andes Post", claimant=ANA, copied_from=head("a", "Fjord Times"))
    (origin,) = corroborate([copied], {}).origins
    assert (origin.kind, origin.name) == (SourceKind.CLAIMANT, "Ana")
    assert origin.attestations[0].chain == ("Andes Post (b)", "a copy of Fjord Times (a)", "on the word of Ana")


def test_outlets_that_one_state_owns_are_marked() -> None:
    found = corroborate([told("a", "TASS"), told("b", "RIA Novosti"), told("c", "Fjord Times")], {})
    assert found.independent == 3
    assert found.states == ("RUS",)


def test_chain_names_every_voice() -> None:
    (origin,) = corroborate([told("a", "Fjord Times", "AFP", voices=(WSJ, NAMELESS))], {}).origins
    assert (origin.kind, origin.name) == (SourceKind.OUTLET, "The Wall Street Journal")
    assert origin.attestations[0].chain[1:] == (
        "credited to AFP",
        "citing The Wall Street Journal",
        "on the word of officials, not named",
    )


def test_origin_without_a_credit_has_the_one_that_its_copies_give() -> None:
    first = told("a", "Fjord Times")
    copy = told("bb", "Andes Post", "AFP", copied_from=first.document)
    found = corroborate([first, copy, told("ccc", "Quito Star", "AFP")], {})
    assert [(origin.kind, origin.name) for origin in found.origins] == [(SourceKind.AGENCY, "AFP")]
    assert found.origins[0].attestations[0].chain[-1] == "credited to AFP by its copies"
