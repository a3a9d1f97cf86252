"""The independent origins behind an event, as of the day that its tellings were asked as of.

A copy goes back to the report it was copied from; a report under an agency's credit to the agency; what a report tells on
somebody's word to the last known voice of that chain, who may be another outlet. What is left is the outlet's own report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import EntityRef, EventMention, KnownEntity, Voice, VoiceKind
from dateline.model.corroboration import Attestation, Corroboration, IndependentOrigin, SourceKind
from dateline.resources.datelines import outlet_named
from dateline.store import ReportHead, StoredMention

Source = tuple[SourceKind, str]
_PUBLISHERS = (VoiceKind.OUTLET, VoiceKind.AGENCY)
_STEPS = {
    VoiceKind.OUTLET: "citing",
    VoiceKind.AGENCY: "citing",
    VoiceKind.SPEAKER: "on the word of",
    VoiceKind.DOCUMENT: "quoting",
}


def corroborate(members: Iterable[StoredMention], names: Mapping[str, KnownEntity]) -> Corroboration:
    """Return what these tellings of one event rest on; *names* are entities by canonical id."""
    told = list(members)
    found: dict[Source, list[Attestation]] = defaultdict(list)
    credits_ = {
        member.copied_from.id: member.document.agency
        for member in told
        if member.copied_from and member.document.agency
    }
    for member in told:
        source, chain = source_of(member, names, credits_)
        found[source].append(Attestation(mention=member.mention.id, chain=chain))
    origins = [
        IndependentOrigin(kind=kind, name=name, state=_owner(kind, name), attestations=tuple(attestations))
        for (kind, name), attestations in found.items()
    ]
    return Corroboration(origins=tuple(sorted(origins, key=lambda origin: -len(origin.attestations))))


def source_of(
    member: StoredMention, names: Mapping[str, KnownEntity], credits_: Mapping[str, str] | None = None
) -> tuple[Source, tuple[str, ...]]:
    """Return the source that a telling goes back to, and the steps on the way there in words.

    *credits_* are the agencies that copies credit, by the id of the report they copy, which may leave its own credit out.
    """
    chain = [_called(member.document)]
    report = member.document
    if member.copied_from is not None:
        report = member.copied_from
        chain.append(f"a copy of {_called(report)}")
    credited = (credits_ or {}).get(report.id)
    if report.agency:
        chain.append(f"credited to {report.agency}")
    elif credited:
        report = replace(report, agency=credited)
        chain.append(f"credited to {credited} by its copies")
    voices = [_Heard(voice, _name(voice.entity, member, names)) for voice in _voices(member.mention)]
    chain.extend(heard.step for heard in voices)
    return _origin(voices) or _own(report), tuple(chain)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A voice with the name of its entity as the record has it, None where it is not known who that is."""

    voice: Voice
    entity: str | None

    @property
    def name(self) -> str:
        named = self.entity if self.voice.kind in (VoiceKind.SPEAKER, VoiceKind.ANONYMOUS) else None
        return named or self.voice.name

    @property
    def step(self) -> str:
        if self.voice.kind is VoiceKind.ANONYMOUS:
            return f"on the word of {self.voice.name}, not named"
        issuer = f" of {self.entity}" if self.voice.kind is VoiceKind.DOCUMENT and self.entity else ""
        return f"{_STEPS[self.voice.kind]} {self.name}{issuer}"


def _voices(mention: EventMention) -> tuple[Voice, ...]:
    claimant = mention.claimant
    if mention.voices or claimant is None:
        return mention.voices
    return (Voice(kind=VoiceKind.SPEAKER, name=claimant.name, span=mention.anchor, entity=claimant),)


def _name(entity: EntityRef | None, member: StoredMention, names: Mapping[str, KnownEntity]) -> str | None:
    if entity is None:
        return None
    canonical = member.entities.get(entity.id, entity.id)
    return names[canonical].name if canonical in names else entity.name


def _origin(voices: Sequence[_Heard]) -> Source | None:
    """Return the innermost voice that can be told from others; None where the report vouches for nameless ones itself.

    Nameless sources of a publisher that is cited are that publisher's; those of a known body ("officials of Peru") are one
    source, for nobody can tell that two of them are two.
    """
    for place, heard in reversed(list(enumerate(voices))):
        cited = any(before.voice.kind in _PUBLISHERS for before in voices[:place])
        if heard.voice.kind in _PUBLISHERS:
            return SourceKind(heard.voice.kind), heard.voice.name
        if heard.entity is None or (heard.voice.kind is VoiceKind.ANONYMOUS and cited):
            continue
        publisher = outlet_named(heard.entity)
        if publisher is not None:
            return (SourceKind.AGENCY if publisher.is_agency else SourceKind.OUTLET), publisher.name
        nameless = heard.voice.kind is VoiceKind.ANONYMOUS
        return (SourceKind.ANONYMOUS if nameless else SourceKind.CLAIMANT), heard.entity
    return None


def _own(report: ReportHead) -> Source:
    """Return whose a report is: the agency's to which it is credited, else its outlet's."""
    if report.agency:
        return SourceKind.AGENCY, report.agency
    known = outlet_named(report.outlet) if report.outlet else None
    if known is not None and known.is_agency:
        return SourceKind.AGENCY, known.name
    return SourceKind.OUTLET, known.name if known else report.outlet or report.name


def _called(report: ReportHead) -> str:
    return f"{report.outlet} ({report.name})" if report.outlet else report.name


def _owner(kind: SourceKind, name: str) -> str | None:
    outlet = outlet_named(name) if kind in (SourceKind.OUTLET, SourceKind.AGENCY) else None
    return outlet.country if outlet is not None and outlet.state_owned else None
