"""The independent origins behind an event, as of the day that its tellings were asked as of.

A copy goes back to the report it was copied from; a report under an agency's credit to the agency; what a report tells on
somebody's word to that somebody, who may be another outlet. What is left is the outlet's own report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.model import KnownEntity
from dateline.model.corroboration import Attestation, Corroboration, IndependentOrigin, SourceKind
from dateline.resources.datelines import outlet_named
from dateline.store import ReportHead, StoredMention

Source = tuple[SourceKind, str]


def corroborate(members: Iterable[StoredMention], names: Mapping[str, KnownEntity]) -> Corroboration:
    """Return what these tellings of one event rest on; *names* are entities by canonical id."""
    found: dict[Source, list[Attestation]] = defaultdict(list)
    for member in members:
        source, chain = source_of(member, names)
        found[source].append(Attestation(mention=member.mention.id, chain=chain))
    origins = [
        IndependentOrigin(kind=kind, name=name, state=_owner(kind, name), attestations=tuple(attestations))
        for (kind, name), attestations in found.items()
    ]
    return Corroboration(origins=tuple(sorted(origins, key=lambda origin: -len(origin.attestations))))


def source_of(member: StoredMention, names: Mapping[str, KnownEntity]) -> tuple[Source, tuple[str, ...]]:
    """Return the source that a telling goes back to, and the steps on the way there in words."""
    chain = [_called(member.document)]
    report = member.document
    if member.copied_from is not None:
        report = member.copied_from
        chain.append(f"a copy of {_called(report)}")
    claimant = member.mention.claimant
    if claimant is not None:
        canonical = member.entities.get(claimant.id, claimant.id)
        name = names[canonical].name if canonical in names else claimant.name
        chain.append(f"on the word of {name}")
        cited = outlet_named(name)
        if cited is None:
            return (SourceKind.CLAIMANT, name), tuple(chain)
        return (SourceKind.AGENCY if cited.is_agency else SourceKind.OUTLET, cited.name), tuple(chain)
    if report.agency:
        chain.append(f"credited to {report.agency}")
        return (SourceKind.AGENCY, report.agency), tuple(chain)
    known = outlet_named(report.outlet) if report.outlet else None
    if known is not None and known.is_agency:
        return (SourceKind.AGENCY, known.name), tuple(chain)
    return (SourceKind.OUTLET, known.name if known else report.outlet or report.name), tuple(chain)


def _called(report: ReportHead) -> str:
    return f"{report.outlet} ({report.name})" if report.outlet else report.name


def _owner(kind: SourceKind, name: str) -> str | None:
    outlet = outlet_named(name) if kind is not SourceKind.CLAIMANT else None
    return outlet.country if outlet is not None and outlet.state_owned else None
