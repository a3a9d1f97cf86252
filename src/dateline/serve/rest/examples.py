"""What answers look like, for the OpenAPI document: one visit that was announced and made. A test holds them to the schemas.

No field is empty: the document leaves out what is null.
"""

from __future__ import annotations

from typing import Any

JSON = dict[str, Any]

EVIDENCE: JSON = {
    "report": "post-230317",
    "document_id": "doc:1d2112f3e5a8b5ea",
    "start": 0,
    "end": 33,
    "words": "Norway will visit Peru on Monday.",
}


def _of(example: JSON, *names: str) -> JSON:
    return {name: example[name] for name in names}


REPORT: JSON = {
    "id": "doc:1d2112f3e5a8b5ea",
    "report": "post-230317",
    "published_at": "2023-03-17",
    "outlet": "Andes Post",
    "agency": "AFP",
    "title": "Off to Lima",
    "language": "en",
    "words": 9,
    "source": "reports.jsonl:1",
}
EVENT: JSON = {
    "id": "evt:0345524f70f83c69",
    "when": "2023-03-20",
    "earliest": "2023-03-20",
    "latest": "2023-03-20",
    "status": "expected",
    "headline": "Norway: visit to Peru",
    "act": "CONSULT",
    "type": "AGREE",
    "mode": "visit",
    "actors": ["Norway"],
    "recipients": ["Peru"],
    "place": "Lima",
    "reports": 1,
    "origins": 1,
    "first_reported": "2023-03-17",
    "outlets": ["Andes Post"],
    "quote": "Norway will visit Peru on Monday.",
}
QUOTATION: JSON = {
    "id": "quo:15b2df7eb8d12265",
    "published_at": "2023-03-17",
    "speaker": "Norway",
    "speaker_id": "ent:65d1eece99663d15",
    "country": "NOR",
    "words": "Glad to go",
    "kind": "direct",
    "said": "2023-03-17",
    "via": "a spokesman",
    "outlet": "Andes Post",
    "report": "post-230317",
}
ENTITY: JSON = {"id": "ent:65d1eece99663d15", "name": "Norway", "type": "state", "country": "NOR"}
HIT: JSON = {
    **_of(REPORT, "id", "report", "published_at", "outlet", "title"),
    "snippet": "Norway will visit Peru on Monday.",
}
POSITION: JSON = {
    "id": "pos:ba823f217f427c75",
    "published_at": "2023-03-17",
    "holder": "Norway",
    "holder_id": "ent:65d1eece99663d15",
    "country": "NOR",
    "topic": "ceasefire",
    "scope": ["UKR"],
    "stance": "for",
    "condition": "if the troops leave",
    "words": "Norway backs a ceasefire in Ukraine.",
    "taken": "2023-03-17",
    "outlet": "Andes Post",
    "report": "post-230317",
}
UTTERANCE: JSON = {
    "id": "utt:1e2f3a4b5c6d7e8f",
    "speaker": "Norway",
    "words": "Glad to go",
    "reports": 2,
    "first_published": "2023-03-17",
    "outlets": ["Andes Post", "The Fjord"],
    "differences": ["Glad → Happy (fjord-230317)"],
    "quotations": ["quo:15b2df7eb8d12265", "quo:25b2df7eb8d12266"],
}
STORY: JSON = {
    "id": "sto:9c1f6a6f5f3e2d1c",
    "title": "Off to Lima",
    "first": "2023-03-17",
    "last": "2023-03-21",
    "reports": 3,
    "events": 2,
    "outlets": ["Andes Post", "The Fjord"],
    "report_ids": ["post-230317", "fjord-230320", "post-230321"],
    "event_ids": ["evt:0345524f70f83c69"],
    "part_of": "sto:3b1f6a6f5f3e2d1c",
}
CHANGE: JSON = {
    "kind": "has happened",
    "line": "Norway: visit to Peru (2023-03-20), told by The Fjord. It had been expected (2023-03-20).",
    "headline": "Norway: visit to Peru",
    "when": "2023-03-20",
    "before": "expected",
    "status": "happened",
    "earliest": "2023-03-20",
    "latest": "2023-03-20",
    "outlets": ["The Fjord"],
    "id": "evt:0345524f70f83c69",
}
SOURCE: JSON = {"outlet": "Andes Post", "reports": 12, "copies": 3, "copied": 5}
RELATION: JSON = {
    "first": "2023-03-01",
    "last": "2023-03-31",
    "cooperation": 1.9,
    "conflict": 0.0,
    "net": 1.9,
    "events": 1,
    "largest": "Norway: visit to Peru",
    "event_ids": ["evt:0345524f70f83c69"],
    "behind": ["2023-03-20 +1.9 Norway: visit to Peru [evt:0345524f70f83c69]"],
    "left_out": [],
}
DISAGREEMENT: JSON = {
    "id": "dis:0f1e2d3c4b5a6978",
    "kind": "date",
    "headline": "Norway: visit to Peru",
    "says": ["2023-03-20", "2023-03-21"],
    "origins": ["Andes Post", "The Fjord"],
    "reports": ["post-230317", "fjord-230320"],
    "quotes": ["Norway visited Peru on Monday.", "Norway visited Peru on Tuesday."],
    "first_reported": "2023-03-20",
    "why": "the act is done once, and they name two days for it",
    "events": ["evt:0345524f70f83c69"],
}
JUDGEMENT: JSON = {
    "id": "jud:1a2b3c4d5e6f7a8b",
    "verdict": "same",
    "left": "ent:65d1eece99663d15",
    "right": "ent:75d1eece99663d16",
    "name": "Kingdom of Norway",
    "report": "post-230317",
    "author": "user",
    "why": "two names of one state",
    "judged_at": "2024-01-02T09:00:00Z",
    "retracted_at": "2024-01-03T09:00:00Z",
    "kind": "same entity",
}
FAILURE: JSON = {
    "id": "fai:5a6b7c8d9e0f1a2b",
    "path": "reports.jsonl",
    "line": 3,
    "document_id": "doc:1d2112f3e5a8b5ea",
    "stage": "sources",
    "error": "SourceError",
    "message": "expected a JSON object",
}
TELLING: JSON = {
    "id": "men:1ee00e99a7329ec1",
    "report": "post-230317",
    "outlet": "Andes Post",
    "agency": "AFP",
    "published_at": "2023-03-17",
    "modality": "planned",
    "happened": {"earliest": "2023-03-20", "latest": "2023-03-20", "basis": "expression"},
    "claimant": "Norway",
    "cameo": "042",
    "why": "the first report of this event",
    "evidence": EVIDENCE,
}
PLACE: JSON = {"name": "Lima", "country": "PER", "latitude": -12.04, "longitude": -77.03, "geonames": 3936456}
ORIGIN: JSON = {
    "kind": "outlet",
    "name": "Andes Post",
    "state": "PER",
    "tellings": [{"id": "men:1ee00e99a7329ec1", "chain": ["Andes Post (post-230317)"]}],
}
EVENT_WHOLE: JSON = {
    **_of(EVENT, "id", "headline", "when", "earliest", "latest", "status", "act", "type", "mode", "reports", "origins"),
    "actors": [ENTITY],
    "recipients": [{**ENTITY, "id": "ent:85d1eece99663d17", "name": "Peru", "country": "PER"}],
    "place": PLACE,
    "evidence": EVIDENCE,
    "happened_basis": "expression",
    "status_basis": ["men:1ee00e99a7329ec1"],
    "tellings": [TELLING],
    "corroboration": {"independent": 1, "one_voice": ["NOR"], "origins": [ORIGIN]},
}
RELATED: JSON = {
    "relation": "part of",
    "event": "evt:1345524f70f83c60",
    "headline": "Norway: journey to South America",
    "when": "2023-03-18 to 2023-03-24",
    "why": "the sides are the same, their days overlap",
}
EXPLAINED: JSON = {
    "id": "men:1ee00e99a7329ec1",
    "lines": [{"what": "act", "words": "“visit” is CONSULT, visit, by the row visit"}],
    "evidence": EVIDENCE,
}
MARK: JSON = {"kind": "event", "start": 12, "end": 17, "words": "visit", "means": "evt:0345524f70f83c69"}
REPORT_WHOLE: JSON = {
    **_of(REPORT, "id", "report", "published_at", "outlet", "agency", "title", "language", "source"),
    "url": "https://andes.example/off-to-lima",
    "text": "Norway will visit Peru on Monday. “Glad to go,” it said.",
    "document_time": {
        "value": "2023-03-17",
        "earliest": "2023-03-17",
        "latest": "2023-03-17",
        "basis": "published_at",
        "reasons": ["published on 2023-03-17"],
    },
    "parts": [{"start": 0, "end": 56, "role": "body"}],
    "story": "sto:9c1f6a6f5f3e2d1c",
    "marks": [MARK],
    "copies": [{"report": "fjord-230317", "relation": "copy", "origin": "doc:1d2112f3e5a8b5ea", "similarity": 0.97}],
}
ENTITY_WHOLE: JSON = {
    "id": "ent:65d1eece99663d15",
    "name": "Norway",
    "type": "state",
    "country": "NOR",
    "wikidata": "Q20",
    "reports": 12,
    "mentions": 40,
    "first_seen": "2023-03-17",
    "last_seen": "2023-05-02",
    "aliases": ["the Norwegians"],
}
QUOTATION_WHOLE: JSON = {**QUOTATION, "addressee": "reporters", "medium": "a statement", "evidence": [EVIDENCE]}
STORY_WHOLE: JSON = {
    "id": "sto:9c1f6a6f5f3e2d1c",
    "title": "Off to Lima",
    "part_of": {"id": "sto:3b1f6a6f5f3e2d1c", "title": "Norway and Peru draw closer"},
    "parts": [{"id": "sto:5d2f6a6f5f3e2d1c", "title": "Lima closes its old harbour for the guests"}],
    "outlets": ["Andes Post", "The Fjord"],
    "reports": [
        {
            "id": "doc:1d2112f3e5a8b5ea",
            "report": "post-230317",
            "outlet": "Andes Post",
            "title": "Off to Lima",
            "published_at": "2023-03-17",
        }
    ],
    "events": [
        {"id": "evt:0345524f70f83c69", "headline": "Norway: visit to Peru", "when": "2023-03-20", "status": "expected"}
    ],
}
BRIEF: JSON = {
    "since": "2023-03-16",
    "until": "2023-03-20",
    "reports": 3,
    "changes": [
        {"kind": "has happened", "line": CHANGE["line"], "event": "evt:0345524f70f83c69", "evidence": [EVIDENCE]}
    ],
    "due": [
        {"id": "evt:0345524f70f83c69", "headline": "Norway: visit to Peru", "when": "2023-03-20", "evidence": EVIDENCE}
    ],
}
INDEX: JSON = {
    "version": "0.1.0",
    "revision": "1f2e3d4c-2",
    "first_day": "2023-03-17",
    "last_day": "2023-05-02",
    "reports": 3,
    "events": 2,
    "quotations": 1,
    "entities": 2,
    "routes": ["/api/v1/reports", "/api/v1/events"],
}
JSON_FEED: JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "dateline: Norway",
    "feed_url": "http://127.0.0.1:8731/feeds/events.json?entity=Norway",
    "language": "en",
    "authors": [{"name": "dateline"}],
    "items": [
        {
            "id": "urn:dateline:evt:0345524f70f83c69:happened",
            "url": "http://127.0.0.1:8731/events/evt:0345524f70f83c69",
            "title": CHANGE["line"],
            "content_text": "“Norway visited Peru.” (The Fjord, fjord-230320)",
            "date_published": "2023-03-20T23:59:59Z",
            "date_modified": "2023-03-20T23:59:59Z",
            "tags": ["happened", "CONSULT"],
            "_dateline": {"event": "evt:0345524f70f83c69", "reports": ["post-230317", "fjord-230320"]},
        }
    ],
}
ANNOTATIONS: JSON = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", {"prov": "http://www.w3.org/ns/prov#"}],
    "id": "urn:dateline:annotations:ccc4bfc9a2de751b",
    "type": "AnnotationCollection",
    "label": "Norway: visit to Peru",
    "total": 1,
    "first": {
        "id": "urn:dateline:annotations:ccc4bfc9a2de751b:1",
        "type": "AnnotationPage",
        "items": [
            {
                "id": "urn:dateline:men:1ee00e99a7329ec1",
                "type": ["Annotation", "prov:Entity"],
                "motivation": "describing",
            }
        ],
    },
}
