"""Who holds the office that a description names ("the German defence minister"), as of a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from dateline.links.actors.names import Named
from dateline.links.actors.nouns import Told
from dateline.links.actors.phrase import Phrase
from dateline.links.actors.standing import holds
from dateline.links.actors.words import use_of
from dateline.links.offices import Holder
from dateline.model import EntityRef
from dateline.resources.actors import NounKind, titles
from dateline.resources.gazetteer import KNOWN_UNTIL, Gazetteer, Office
from dateline.resources.nominals import led_by_government, nominals
from dateline.resources.offices import office_reference
from dateline.resources.spelling import normalised

_BY_TITLE_ONLY = ("president", "chancellor", "king", "queen", "emperor", "sultan", "emir", "pope", "chairman")
"""Words for a head that only those are called by who bear the title, while "leader" or "premier" tells the role."""
_HEAD_OF_BODY = "head"
"""The role of who heads a body, but not the state that the body is of ("the Russian chief")."""
_ROLES = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", _HEAD_OF_BODY)
_LEADS = {"head-of-government": "prime minister", "head-of-state": "president"}
"""The office that "leader" means where reports rather than the tables tell the holder."""
_PERSONS = (NounKind.PERSON, NounKind.ROLE, NounKind.RELATIONAL)


class Learned(Protocol):
    """Says whom reports say holds an office, by its id, on a day or in the present; None where none does."""

    def __call__(self, office: str, on: date | None) -> Holder | None: ...


class Holders:
    """Finds the one holder of an office that a phrase describes."""

    def __init__(self, gazetteer: Gazetteer, learned: Learned | None = None) -> None:
        self._gazetteer = gazetteer
        self._learned = learned

    def told(self, phrase: Phrase, head: Told, on: date | None, known: Office | None) -> Holder | None:
        """Return whom reports say holds the office that a phrase describes, where the tables cannot be sure of one they *know*."""
        if self._learned is None or head.plural or phrase.indefinite or not _definite(phrase, head):
            return None
        if known is not None and on is not None and known.sure_on(on):
            return None
        owner = _owner(phrase, head)
        office = self._office(head.noun.noun, owner) if owner is not None else None
        holder = self._learned(office.id, on) if office is not None else None
        return holder if holder is not None and (known is None or holder.naming.day > KNOWN_UNTIL) else None

    def _office(self, noun: str, owner: Named) -> EntityRef | None:
        if noun == "leader" and owner.kind == "state":
            noun = _LEADS["head-of-government" if owner.key in led_by_government() else "head-of-state"]
        nominal = nominals().get(noun)
        body = self._gazetteer.states.get(owner.key) or self._gazetteer.organizations.get(owner.key)
        return office_reference(nominal, body) if nominal is not None and body is not None else None

    def find(self, phrase: Phrase, head: Told, on: date | None) -> Office | None:
        """Return the office as held on the day, or None where the tables know no holder, or several."""
        if head.plural or phrase.indefinite or head.noun.kind not in _PERSONS:
            return None
        return self._of_place(phrase, head, on) or self._of_body(phrase, head, on)

    def _of_place(self, phrase: Phrase, head: Told, on: date | None) -> Office | None:
        """Return an office whose title says where it is ("the governor of Texas", "London's mayor")."""
        words = phrase.words
        before = " ".join(word.text for word in words[: head.first] if not use_of(word))
        after = " ".join(word.text for word in words[head.last :])
        title = f"{head.noun.noun} {after}" if after else f"{head.noun.noun} of {before}"
        if bool(before) == bool(after):
            return None
        return _only([office for office in self._placed.get(normalised(title), ()) if holds(office, on)])

    @cached_property
    def _placed(self) -> dict[str, list[Office]]:
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self._gazetteer.offices():
            if " of " in office.title and office.body in self._gazetteer.states:
                found[normalised(office.title)].append(office)
        return found

    def _of_body(self, phrase: Phrase, head: Told, on: date | None) -> Office | None:
        if not _definite(phrase, head):
            return None
        owner = _owner(phrase, head)
        if owner is None:
            return None
        titled = self._held(head.noun.noun, owner.key, on)
        return _only(titled) or (None if titled else self._by_role(head.noun.noun, owner.key, on))

    def _by_role(self, noun: str, body: str, on: date | None) -> Office | None:
        role = "head-of-government" if noun == "leader" and body in led_by_government() else _role(noun)
        if role == _HEAD_OF_BODY and body in self._gazetteer.states:
            return None
        return _only(self._held(role, body, on)) if role else None

    def _held(self, role_or_title: str, body: str, on: date | None) -> list[Office]:
        return [office for office in self._gazetteer.holders(role_or_title, body, None) if holds(office, on)]


def _role(noun: str) -> str:
    if noun == "leader":
        return "head-of-state"
    title = titles().get(noun)
    known = title is not None and title.role in _ROLES and noun not in _BY_TITLE_ONLY
    return title.role if title is not None and known else ""


def _only(offices: list[Office]) -> Office | None:
    """Return the office that all rows are, the latest first: one who leaves and one who comes may share a day."""
    persons = {office.person for office in offices}
    if len(persons) == 1:
        return offices[0]
    terms = sorted(offices, key=lambda office: office.since)
    follow = all(one.until and one.until <= other.since for one, other in pairwise(terms))
    return terms[-1] if terms and follow else None


def _definite(phrase: Phrase, head: Told) -> bool:
    """Whether nothing before the noun makes it another office ("shadow", "former") and no unknown name follows."""
    pieces = phrase.core.pieces
    place = pieces.index(head)
    before = [piece for piece in pieces[:place] if not isinstance(piece, Named)]
    return not before and not pieces[place + 1 :]


def _owner(phrase: Phrase, head: Told) -> Named | None:
    """Return the state or body whose office it is: named before the noun, or after "of"."""
    core = [name for name in phrase.core.names if name.last <= head.first]
    after = [name for segment in phrase.segments_of("of") for name in segment.names[:1] if not segment.nouns]
    owners = [name for name in (*core, *after) if name.kind in ("state", "organization")]
    return owners[0] if len({owner.key for owner in owners}) == 1 else None
