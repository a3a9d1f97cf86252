"""What a description tells: the sector of its head noun, and the state that it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.links.actors.names import Named
from dateline.links.actors.nouns import Told
from dateline.links.actors.phrase import Phrase, Segment
from dateline.links.actors.standing import FORMER, body_country, body_standing, person_standing
from dateline.model import Ground
from dateline.resources.actors import NounKind
from dateline.resources.gazetteer import Gazetteer

_OFFICIAL = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "ELI"))
_ARMED = frozenset(("MIL", "REB", "UAF", "PRM"))
_NO_STATE = frozenset(("", "IGO", "EUR", "UNO"))
_HEADS = (NounKind.PERSON, NounKind.ROLE, NounKind.BODY, NounKind.THING, NounKind.RELATIONAL, NounKind.KIN)
_ELSE = (NounKind.NEUTRAL,)
SEPARATIST = "separatist"


@dataclass(frozen=True, slots=True)
class Sectors:
    """The sectors that a description tells, and the words that tell them."""

    code: str = ""
    code_2: str = ""
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an actor is: a state's code, or that of a kind of international body; `also` is PRE for a separatist area."""

    country: str = ""
    also: str = ""
    grounds: tuple[Ground, ...] = ()


class Describer:
    """Reads descriptions as of a day."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def head(self, segment: Segment) -> Told | None:
        """Return the noun that a segment is about: the last one, which the others only modify."""
        nouns = segment.nouns
        heads = [told for told in nouns if told.noun.kind in _HEADS]
        last = next((told for told in reversed(nouns) if told.noun.kind in (*_HEADS, *_ELSE)), None)
        return last or (heads[-1] if heads else None) or next(iter(reversed(nouns)), None)

    def sectors(self, phrase: Phrase, segment: Segment, on: date | None) -> Sectors:
        """Return the sectors that a segment's description tells, with what the rest of the phrase adds to it."""
        head = self.head(segment)
        if head is None:
            return Sectors()
        before = [piece for piece in segment.pieces if isinstance(piece, (Named, Told)) and piece.last <= head.first]
        found = self._by_kind(phrase, segment, head, before, on)
        if _is_past(segment) and head.noun.kind is not NounKind.KIN:
            return _as_former(found, segment)
        return _with_opposition(found, phrase, segment, head)

    def _by_kind(
        self, phrase: Phrase, segment: Segment, head: Told, before: Sequence[Named | Told], on: date | None
    ) -> Sectors:
        noun = head.noun
        own = Sectors(noun.sector, noun.sector_2, (_noun_ground(head),)) if noun.sector else Sectors()
        if noun.kind is NounKind.KIN:
            return self._kin(phrase, before, on)
        armed = noun.sector in _ARMED
        if noun.kind in (NounKind.RELATIONAL, NounKind.NEUTRAL, NounKind.MODIFIER, NounKind.PAST) or armed:
            lent = self._lent(phrase, segment, before, on, names_only=armed and noun.kind is not NounKind.RELATIONAL)
            if lent.code:
                return _as_forces(lent) if armed else lent
        return own

    def _lent(
        self, phrase: Phrase, segment: Segment, before: Sequence[Named | Told], on: date | None, *, names_only: bool
    ) -> Sectors:
        """Return the sectors of what a head is of: the nearest word before it that tells one, else what follows "of"."""
        for piece in reversed(before):
            found = self._told_by(piece, on, names_only=names_only)
            if found.code:
                return found
        if segment is not phrase.core:
            return Sectors()
        for later in phrase.segments_of("of", "for", "at"):
            if later.use == "at" and not _tells_body(later):
                continue
            for piece in later.names:
                found = self._told_by(piece, on, names_only=True)
                if found.code:
                    return found
            found = Sectors() if names_only else self.sectors(phrase, later, on)
            if found.code:
                return found
        return Sectors()

    def _told_by(self, piece: Named | Told, on: date | None, *, names_only: bool) -> Sectors:
        if isinstance(piece, Told):
            if names_only or not piece.noun.sector:
                return Sectors()
            return Sectors(piece.noun.sector, piece.noun.sector_2, (_noun_ground(piece),))
        if piece.kind == "organization":
            standing = body_standing(self._gazetteer.organizations[piece.key], self._gazetteer, on)
            return Sectors(standing.code, standing.code_2, standing.grounds)
        if piece.kind == "outlet":
            return Sectors("JRN", "", (Ground(source="outlets.tsv", words=piece.name),))
        return Sectors()

    def _kin(self, phrase: Phrase, before: Sequence[Named | Told], on: date | None) -> Sectors:
        """Return ELI for the family of officials, present or former, and CVL for any other."""
        others = list(before)
        for later in phrase.segments_of("of"):
            others += [*later.names, *later.nouns]
        for piece in others:
            if isinstance(piece, Told):
                code = piece.noun.sector
            elif piece.kind == "person":
                person = self._gazetteer.people[piece.key]
                code = person_standing(person, self._gazetteer, on, frozenset()).code
            else:
                continue
            if code in _OFFICIAL - {"COP", "MIL"}:
                return Sectors(FORMER, "", (Ground(source="pattern", words="family of an official"),))
        return Sectors("CVL", "", (Ground(source="pattern", words="family"),))

    def owner(self, phrase: Phrase) -> Owner:
        """Return whose an actor is, by the names in its description."""
        for piece in self._owners(phrase):
            code = self._country_of(piece)
            if code:
                ground = Ground(source=SOURCES[piece.kind], words=f"{piece.name} ({code})")
                return Owner(code, "PRE" if piece.how == SEPARATIST else "", (ground,))
        return Owner()

    def _owners(self, phrase: Phrase) -> Iterator[Named]:
        """Yield the names that may tell whose an actor is: in the core first, then after "of", then after "in"."""
        segments = [
            phrase.core,
            *phrase.segments_of("of", "and"),
            *phrase.segments_of("at"),
            *phrase.segments_of("break"),
        ]
        tells_body = [segment for segment in phrase.segments_of("for") if _tells_body(segment)]
        names = [name for segment in (*segments, *tells_body) for name in segment.names]
        yield from (name for name in names if self._country_of(name) not in _NO_STATE)
        yield from names

    def _country_of(self, name: Named) -> str:
        if name.kind == "organization":
            return body_country(self._gazetteer.organizations[name.key], self._gazetteer)
        return name.country


SOURCES = {
    "state": "states.tsv",
    "organization": "organizations.tsv",
    "person": "people.tsv",
    "outlet": "outlets.tsv",
    "territory": "territories.tsv",
    "region": "regions.tsv",
    "place": "places.tsv.gz",
}


def _noun_ground(told: Told) -> Ground:
    return Ground(source="actor_nouns.tsv", words=f"{told.noun.noun}: {told.noun.sector}")


def _tells_body(segment: Segment) -> bool:
    bodies = any(told.noun.kind is NounKind.BODY for told in segment.nouns)
    return bodies or any(name.kind in ("organization", "outlet") for name in segment.names)


def _is_past(segment: Segment) -> bool:
    return any(told.noun.kind is NounKind.PAST for told in segment.nouns)


def _as_former(found: Sectors, segment: Segment) -> Sectors:
    if found.code not in _OFFICIAL:
        return found
    word = next(told.noun.noun for told in segment.nouns if told.noun.kind is NounKind.PAST)
    return Sectors(FORMER, "", (*found.grounds, Ground(source="actor_nouns.tsv", words=f"{word}: of the past")))


def _as_forces(found: Sectors) -> Sectors:
    """Return the sector of the fighters of a body: those of a government are its military."""
    return Sectors("MIL", found.code_2, found.grounds) if found.code == "GOV" else found


def _with_opposition(found: Sectors, phrase: Phrase, segment: Segment, head: Told) -> Sectors:
    """Return the sectors with OPP or GOV beside the first, where "opposition" or "ruling" says so."""
    words = {phrase.words[place].lower for place in range(head.last)}
    if found.code and not found.code_2 and found.code != "OPP" and "opposition" in words:
        return Sectors(found.code, "OPP", found.grounds)
    if found.code == "PTY" and not found.code_2 and words & {"ruling", "governing"}:
        return Sectors(found.code, "GOV", found.grounds)
    return found
