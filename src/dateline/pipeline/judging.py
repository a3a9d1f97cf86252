"""What a person judges, entered for good, and the linking that follows from it."""

from __future__ import annotations

import secrets

from dateline.errors import StoreError
from dateline.links.amendments import amendment_id, to_code, to_interval
from dateline.links.corrections import by_person, correction_id
from dateline.model import (
    AmendedField,
    Amendment,
    Correction,
    Document,
    Entity,
    EntityRef,
    Event,
    Judgement,
    LinkKind,
    Span,
    Verdict,
    content_id,
    hull,
)
from dateline.pipeline.linking import link_documents
from dateline.pipeline.progress import Progress, now, silent
from dateline.settings import Settings
from dateline.store import Store, Writer
from dateline.views.quoted import Quoted
from dateline.views.record import Found, Record
from dateline.views.rows import Mentioned

_KINDS = {Entity: LinkKind.SAME_ENTITY, Event: LinkKind.SAME_EVENT, Mentioned: LinkKind.SAME_EVENT}


def judge(
    store: Store,
    settings: Settings,
    *,
    verdict: Verdict,
    left: str,
    right: str | None,
    within: str | None = None,
    author: str,
    why: str = "",
    version: str,
    progress: Progress = silent,
) -> Correction:
    """Enter that *left* is, or is not, *right*, in the report *within* or everywhere, and link again what this touches.

    *left* and *right* are ids or names, as `Record.find` takes them. Raises NotFoundError when nothing goes by one of them, and
    StoreError when the two cannot be compared.
    """
    with store.lock():
        record = Record(store)
        document = record.report(within) if within else None
        correction = _correction(record, verdict, left, right, document, author, why)
        _enter(store, settings, correction, version=version, progress=progress)
    return correction


def amend(
    store: Store,
    settings: Settings,
    *,
    field: AmendedField,
    finding: str,
    value: str,
    author: str,
    why: str = "",
    version: str,
    progress: Progress = silent,
) -> Amendment:
    """Enter what a telling's date or code, or a quotation's speaker, should be, and link again what this touches.

    *value* is as in `Amendment`; a speaker is named as `Record.find` takes it. Raises NotFoundError when there is no such
    finding or speaker, StoreError for a value that the field cannot have.
    """
    with store.lock():
        record = Record(store)
        amendment = _amendment(record, field, finding, value, by_person(Verdict.POSITIVE, author, why))
        _enter(store, settings, amendment, version=version, progress=progress)
    return amendment


def retract(
    store: Store, settings: Settings, name: str, *, version: str, progress: Progress = silent
) -> Correction | Amendment:
    """Take back the judgement with this id, or beginning of an id; raises StoreError when no one judgement goes by it."""
    with store.lock():
        found = [standing for standing in Record(store).judgements() if standing.id.startswith(name)]
        if len(found) != 1:
            what = "no judgement in force goes" if not found else f"{len(found)} judgements go"
            raise StoreError(f"{store.path}: {what} by {name!r}; see: dateline judgements")
        _enter(store, settings, found[0], version=version, progress=progress, retract=True)
    return found[0]


def _amendment(record: Record, field: AmendedField, finding: str, value: str, judgement: Judgement) -> Amendment:
    found = record.find(finding)
    document_id, span = _place(found, field, finding)
    entity = _speaker(record, value) if field is AmendedField.SPEAKER else None
    if field is AmendedField.SPEAKER:
        value = entity.id if entity else ""
    else:
        _check(field, value)
    return Amendment(
        id=amendment_id(field, found.id, value, now()),
        field=field,
        finding=found.id,
        document_id=document_id,
        span=span,
        value=value,
        entity=entity,
        judgement=judgement,
    )


def _place(found: Found, field: AmendedField, name: str) -> tuple[str, Span]:
    """Return the report and the words of a finding that has such a field; raises StoreError for anything else."""
    if field is AmendedField.SPEAKER and isinstance(found, Quoted):
        return found.quotation.document_id, hull(found.quotation.content)
    if field is not AmendedField.SPEAKER and isinstance(found, Mentioned):
        return found.stored.mention.document_id, found.stored.mention.anchor
    if isinstance(found, Event):
        tellings = ", ".join(telling.mention.id for telling in found.tellings[:5])
        raise StoreError(f"expected one telling of an event, got the event {name!r}; it is told by {tellings}")
    what = "a quotation" if field is AmendedField.SPEAKER else "an event mention"
    raise StoreError(f"expected {what}, which has a {field}, got {name!r}")


def _speaker(record: Record, name: str) -> EntityRef | None:
    if not name:
        return None
    reference = _reference(record.find(name))
    if reference is None:
        raise StoreError(f"expected a person or body that speaks, got {name!r}")
    return reference


def _check(field: AmendedField, value: str) -> None:
    try:
        if field is AmendedField.DATE:
            to_interval(value)
        else:
            to_code(value)
    except ValueError as error:
        expected = "a day, or two with a slash" if field is AmendedField.DATE else "TYPE, TYPE:mode or TYPE:mode:CAMEO"
        raise StoreError(f"expected {expected}, got {value!r} ({error})") from error


def _correction(
    record: Record, verdict: Verdict, left: str, right: str | None, document: Document | None, author: str, why: str
) -> Correction:
    one = record.find(left)
    other = record.find(right) if right is not None else None
    kind = _kind(one, other, document)
    if other is not None and one.id == other.id:
        undo = [found.id for found in record.judgements() if isinstance(found, Correction) and found.right == one.id]
        how = f"undo {' or '.join(undo)}, or name" if undo else "name"
        raise StoreError(f"{left!r} and {right!r} are both {one.id}; {how} a report to judge what is said there")
    if verdict is Verdict.POSITIVE and other is None:
        raise StoreError(f"expected two things that are the same, got only {left!r}")
    if verdict is Verdict.NEGATIVE and other is not None and content_id("evt", one.id) == other.id:
        raise StoreError(f"{one.id} is the first telling of {other.id}: judge the tellings that do not belong to it")
    document_id, right_id = (document.id if document else None), (other.id if other else None)
    return Correction(
        id=correction_id(kind, one.id, right_id, document_id, verdict, now()),
        kind=kind,
        left=one.id,
        right=right_id,
        document_id=document_id,
        entity=_reference(other),
        judgement=by_person(verdict, author, why),
    )


def _kind(one: Found, other: Found | None, document: Document | None) -> LinkKind:
    kind = _KINDS.get(type(one))
    if kind is None or (other is not None and (_KINDS.get(type(other)) is not kind or isinstance(other, Mentioned))):
        raise StoreError("expected two entities, two events, or an event mention and an event")
    if kind is LinkKind.SAME_EVENT and (other is None or document is not None):
        raise StoreError(
            "expected two events, or an event mention and an event; a report limits only what a name means"
        )
    if other is None and document is None:
        raise StoreError("expected two entities, or an entity and the report in which it is not meant")
    return kind


def _reference(found: Found | None) -> EntityRef | None:
    if not isinstance(found, Entity):
        return None
    return EntityRef(id=found.id, name=found.name, type=found.type, country=found.country, wikidata=found.wikidata)


def _enter(
    store: Store,
    settings: Settings,
    judged: Correction | Amendment,
    *,
    version: str,
    progress: Progress,
    retract: bool = False,
) -> None:
    run = f"run:{secrets.token_hex(8)}"
    with store.transaction() as connection:
        writer = Writer(connection, run=run)
        writer.begin_run(at=now(), version=version, settings=settings.digest)
        if retract:
            writer.retract_judgement(judged.id, at=now())
        elif isinstance(judged, Amendment):
            writer.add_amendment(judged, at=now())
        else:
            writer.add_correction(judged, at=now())
        writer.link_again(_touched(judged))
    link_documents(store, settings, run=run, progress=progress)
    with store.transaction() as connection:
        Writer(connection, run=run).end_run(at=now())


def _touched(judged: Correction | Amendment) -> list[str]:
    if isinstance(judged, Amendment):
        return [judged.document_id]
    return [end for end in (judged.left, judged.right) if end]
