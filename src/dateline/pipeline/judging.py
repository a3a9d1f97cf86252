"""What a person judges, entered for good, and the linking that follows from it."""

from __future__ import annotations

import secrets

from dateline.errors import StoreError
from dateline.links.corrections import by_person, correction_id
from dateline.model import Correction, Document, Entity, EntityRef, Event, LinkKind, Verdict, content_id
from dateline.pipeline.linking import link_documents
from dateline.pipeline.progress import Progress, now, silent
from dateline.settings import Settings
from dateline.store import Reader, Store, Writer
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


def retract(store: Store, settings: Settings, name: str, *, version: str, progress: Progress = silent) -> Correction:
    """Take back the judgement with this id, or beginning of an id; raises StoreError when no one judgement goes by it."""
    with store.lock():
        with store.reading() as connection:
            found = [standing for standing in Reader(connection).corrections() if standing.id.startswith(name)]
        if len(found) != 1:
            what = "no judgement in force goes" if not found else f"{len(found)} judgements go"
            raise StoreError(f"{store.path}: {what} by {name!r}; see: dateline judgements")
        _enter(store, settings, found[0], version=version, progress=progress, retract=True)
    return found[0]


def _correction(
    record: Record, verdict: Verdict, left: str, right: str | None, document: Document | None, author: str, why: str
) -> Correction:
    one = record.find(left)
    other = record.find(right) if right is not None else None
    kind = _kind(one, other, document)
    if other is not None and one.id == other.id:
        undo = [found.id for found in record.judgements() if found.right == one.id]
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
    correction: Correction,
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
            writer.retract_correction(correction.id, at=now())
        else:
            writer.add_correction(correction, at=now())
        writer.link_again([end for end in (correction.left, correction.right) if end])
    link_documents(store, settings, run=run, progress=progress)
    with store.transaction() as connection:
        Writer(connection, run=run).end_run(at=now())
