"""Records to JSON and back, compactly: spans are pairs, enums their values, days ISO strings; defaults are left out.

The plan for each class is worked out once from its annotations, so the cost per record is that of building dicts.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dateline.model.clocks import Moment
from dateline.model.spans import Span

T = TypeVar("T")


def encode(record: object) -> dict[str, Any]:
    """Return the JSON object for a record; raises TypeError for what is no record."""
    if not is_dataclass(record) or isinstance(record, type):
        raise TypeError(f"expected a record, got {type(record).__name__}")
    encoded: dict[str, Any] = _encoder(cast(Hashable, type(record)))(record)
    return encoded


def decode(kind: type[T], data: dict[str, Any]) -> T:
    """Return the record of class *kind* that *data* writes; raises ValueError when a field is missing or wrong."""
    try:
        record: T = _decoder(cast(Hashable, kind))(data)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ValueError(f"expected a {kind.__name__}, got {str(data)[:120]} ({error!r})") from error
    return record


def _is_plain(hint: object) -> bool:
    return hint in (str, int, float, bool)


def _optional(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        options = [option for option in get_args(hint) if option is not NoneType]
        if len(options) == 1:
            return options[0]
    return None


@cache
def _encoder(hint: Any) -> Callable[[Any], Any]:
    if _is_plain(hint):
        return _same
    if (inner := _optional(hint)) is not None:
        encode_inner = _encoder(inner)
        return lambda value: None if value is None else encode_inner(value)
    if get_origin(hint) is tuple:
        encode_item = _encoder(get_args(hint)[0])
        return lambda value: [encode_item(item) for item in value]
    if hint is Span:
        return lambda value: [value.start, value.end]
    if hint is date:
        return date.isoformat
    if hint is Moment:
        return lambda moment: moment.local
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str
    if is_dataclass(hint):
        return _record_encoder(hint)
    raise TypeError(f"no JSON form for {hint!r}")


def _record_encoder(kind: Any) -> Callable[[Any], dict[str, Any]]:
    hints = get_type_hints(kind)
    plan = [(field.name, _encoder(hints[field.name]), _default(field)) for field in fields(kind)]

    def encode_record(record: Any) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for name, encode_value, default in plan:
            value = getattr(record, name)
            if value != default:
                data[name] = encode_value(value)
        return data

    return encode_record


def _default(field: Any) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    if hint is float:
        return float
    if _is_plain(hint):
        return _same
    if (inner := _optional(hint)) is not None:
        decode_inner = _decoder(inner)
        return lambda value: None if value is None else decode_inner(value)
    if get_origin(hint) is tuple:
        decode_item = _decoder(get_args(hint)[0])
        return lambda value: tuple(decode_item(item) for item in value)
    if hint is Span:
        return lambda value: Span(value[0], value[1])
    if hint is date:
        return date.fromisoformat
    if hint is Moment:
        return Moment.parse
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if is_dataclass(hint):
        return _record_decoder(hint)
    raise TypeError(f"no JSON form for {hint!r}")


def _record_decoder(kind: Any) -> Callable[[dict[str, Any]], Any]:
    hints = get_type_hints(kind)
    plan = {field.name: _decoder(hints[field.name]) for field in fields(kind)}

    def decode_record(data: dict[str, Any]) -> Any:
        return kind(**{name: plan[name](value) for name, value in data.items() if name in plan})

    return decode_record


def _same(value: Any) -> Any:
    return value
