"""The records that pass between stages: frozen dataclasses and enums, with no I/O and only the standard library.

In: nothing. Out: Document, Sentence, EntityMention, TimeExpression, Predicate, Quotation, EventMention, Link, Event, Failure.
Refuses: to read, to write, to know SQL, or to know any stage.
"""

from dateline.model.annotations import (
    EntityMention,
    EntityRef,
    EntityType,
    Form,
    MentionIndex,
    Modality,
    Place,
    PlaceMention,
    Predicate,
    TimeExpression,
    TimeType,
)
from dateline.model.clocks import Interval, Moment, Precision
from dateline.model.codec import decode, encode
from dateline.model.documents import (
    END_OF_TIME,
    REPORT_FIELDS,
    Dateline,
    Document,
    DocumentTime,
    Part,
    RawReport,
    Role,
    TimeBasis,
)
from dateline.model.events import Entity, Event, Status, Telling
from dateline.model.evidence import Alignment, Derivation, Evidence
from dateline.model.failures import Failure
from dateline.model.findings import (
    QUAD_OF,
    EventMention,
    EventType,
    Happened,
    HappenedBasis,
    Party,
    Quad,
    Quotation,
    QuotationKind,
)
from dateline.model.ids import content_id, text_digest
from dateline.model.links import Correction, Feature, Judgement, KnownEntity, KnownMention, Link, LinkKind, Verdict
from dateline.model.spans import Span, hull
from dateline.model.stages import (
    Annotation,
    Annotator,
    EntityLinker,
    EntityLookup,
    EventLinker,
    EventLookup,
    Finding,
    Layers,
    Parser,
    Record,
    Source,
)
from dateline.model.syntax import Parse, Sentence, Token

__all__ = [
    "END_OF_TIME",
    "QUAD_OF",
    "REPORT_FIELDS",
    "Alignment",
    "Annotation",
    "Annotator",
    "Correction",
    "Dateline",
    "Derivation",
    "Document",
    "DocumentTime",
    "Entity",
    "EntityLinker",
    "EntityLookup",
    "EntityMention",
    "EntityRef",
    "EntityType",
    "Event",
    "EventLinker",
    "EventLookup",
    "EventMention",
    "EventType",
    "Evidence",
    "Failure",
    "Feature",
    "Finding",
    "Form",
    "Happened",
    "HappenedBasis",
    "Interval",
    "Judgement",
    "KnownEntity",
    "KnownMention",
    "Layers",
    "Link",
    "LinkKind",
    "MentionIndex",
    "Modality",
    "Moment",
    "Parse",
    "Parser",
    "Part",
    "Party",
    "Place",
    "PlaceMention",
    "Precision",
    "Predicate",
    "Quad",
    "Quotation",
    "QuotationKind",
    "RawReport",
    "Record",
    "Role",
    "Sentence",
    "Source",
    "Span",
    "Status",
    "Telling",
    "TimeBasis",
    "TimeExpression",
    "TimeType",
    "Token",
    "Verdict",
    "content_id",
    "decode",
    "encode",
    "hull",
    "text_digest",
]
