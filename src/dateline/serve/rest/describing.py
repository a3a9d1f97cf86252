"""What the OpenAPI document says of an answer: its forms, its fields, an example, and how a refusal looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.serve.faults import PROBLEM
from dateline.serve.rest.forms import Form
from dateline.views.tables import Column

JSON = dict[str, Any]

_TYPES: Mapping[str, JSON] = {
    "string": {"type": ["string", "null"]},
    "int64": {"type": ["integer", "null"]},
    "float64": {"type": ["number", "null"]},
    "date32": {"type": ["string", "null"], "format": "date"},
    "list<string>": {"type": "array", "items": {"type": "string"}},
}
_PROBLEM = {
    "type": "object",
    "required": ["status", "title", "detail"],
    "properties": {"status": {"type": "integer"}, "title": {"type": "string"}, "detail": {"type": "string"}},
    "additionalProperties": False,
}
_REFUSALS = {
    400: ("The question cannot be answered as it is asked.", "wrong question", "expected the id of an event"),
    401: ("The application was not opened with its token.", "not opened yet", "Authorization: Bearer TOKEN"),
    403: ("The request comes from another site.", "not from here", "another site may link to a page, but not fetch it"),
    404: ("Nothing goes by that name, or no page by that cursor.", "not found", "no report is called 'a'"),
    406: (
        "There is no form of the answer that the asker accepts.",
        "not acceptable",
        "expected to be asked for one of ...",
    ),
    422: (
        "A parameter is not what it should be.",
        "wrong question",
        "limit: Input should be less than or equal to 1000",
    ),
    503: ("The question took too long and was stopped.", "took too long", "ask for fewer days or less"),
}

REFUSALS: dict[int | str, JSON] = {
    status: {
        "description": description,
        "content": {
            PROBLEM: {"schema": _PROBLEM, "example": {"status": status, "title": title, "detail": detail}},
        },
    }
    for status, (description, title, detail) in _REFUSALS.items()
}
"""The answers that any route may give in place of its own."""

_UNCHANGED = {"description": "The answer is still the one whose ETag was sent with If-None-Match."}
_ETAG = {
    "description": "A tag of the record's revision and of the question; send it back as If-None-Match.",
    "schema": {"type": "string"},
}
_LINK = {"description": 'The next page, as <...>; rel="next", where there is one.', "schema": {"type": "string"}}


def described(
    columns: Sequence[Column], example: Mapping[str, Any], *, more: Mapping[str, JSON] | None = None
) -> dict[int | str, JSON]:
    """Return the responses of a route that answers with a table; *more* are fields that only JSON has."""
    row = {
        "type": "object",
        "required": [column.name for column in columns],
        "properties": {**{column.name: _TYPES[column.type] for column in columns}, **(more or {})},
    }
    page = {
        "type": "object",
        "required": ["as_of", "items", "next"],
        "properties": {
            "as_of": {"type": ["string", "null"], "format": "date"},
            "items": {"type": "array", "items": row},
            "next": {"type": ["string", "null"], "description": "The cursor of the next page; null at the end."},
        },
        "additionalProperties": False,
    }
    forms = {
        Form.JSON.media_type: {
            "schema": page,
            "example": {"as_of": "2023-03-31", "items": [_whole(columns, example)], "next": "WyIyMDIzLTAzLTE3Il0"},
        },
        Form.CSV.media_type: {"schema": {"type": "string"}},
        Form.ARROW.media_type: {"schema": {"type": "string", "format": "binary"}},
    }
    return {
        200: {"description": "A page of rows.", "headers": {"ETag": _ETAG, "Link": _LINK}, "content": forms},
        304: _UNCHANGED,
    }


def _whole(columns: Sequence[Column], example: Mapping[str, Any]) -> JSON:
    """Return an example with all columns, in their order; what it leaves out is as it most often is."""
    usual: Mapping[str, Any] = {"list<string>": [], "int64": 1, "float64": 0.5, "date32": "2023-03-20"}
    return {column.name: example.get(column.name, usual.get(column.type, "")) for column in columns}


def described_whole(
    example: Mapping[str, Any], *, media_type: str = "application/json", required: Sequence[str] = ()
) -> dict[int | str, JSON]:
    """Return the responses of a route that answers with one thing: the fields it has are those of the example."""
    schema = schema_of(example)
    if required:
        schema["required"] = [*required]
    content = {media_type: {"schema": schema, "example": dict(example)}}
    return {
        200: {"description": "What was asked for.", "headers": {"ETag": _ETAG}, "content": content},
        304: _UNCHANGED,
    }


def described_file(media_type: str) -> dict[int | str, JSON]:
    """Return the responses of a route that answers with a file."""
    content = {media_type: {"schema": {"type": "string"}}}
    return {200: {"description": "The file.", "headers": {"ETag": _ETAG}, "content": content}, 304: _UNCHANGED}


def schema_of(example: Any) -> JSON:
    """Return the JSON schema of values like an example: its fields are there, and each may be null or of the example's type.

    >>> schema_of({"reports": 2})
    {'type': 'object', 'required': ['reports'], 'properties': {'reports': {'type': ['integer', 'null']}}}
    """
    if isinstance(example, Mapping):
        fields = {name: _optional(schema_of(value)) for name, value in example.items()}
        return {"type": "object", "required": list(fields), "properties": fields}
    if isinstance(example, (list, tuple)):
        return {"type": "array", "items": _one_of(example)}
    for kind, name in ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string")):
        if isinstance(example, kind):
            return {"type": name}
    return {}


def _one_of(examples: Sequence[Any]) -> JSON:
    """Return the schema of the items of a list; of mixed ones nothing is said."""
    schemas = [schema_of(one) for one in examples]
    return schemas[0] if schemas and all(one == schemas[0] for one in schemas) else {}


def _optional(schema: JSON) -> JSON:
    return {**schema, "type": [schema["type"], "null"]} if "type" in schema else schema
