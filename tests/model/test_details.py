"""Details of events: what a quantity says in plain words."""

from __future__ import annotations

import pytest

from dateline.model import Quantity, Span

SPAN = Span(0, 1)


@pytest.mark.parametrize(
    ("low", "high", "unit", "approximate", "told"),
    [
        (12.0, 12.0, "soldier", False, "12 soldier"),
        (12.0, None, None, False, "at least 12"),
        (None, 30.0, None, False, "at most 30"),
        (20.0, 30.0, "day", False, "20 to 30 day"),
        (3_500_000.0, 3_500_000.0, "EUR", True, "about 3500000 EUR"),
        (2.5, 2.5, "hour", False, "2.5 hour"),
    ],
    ids=["exact", "no upper end", "no lower end", "range", "approximate", "fraction"],
)
def test_a_quantity_is_told_by_its_range_and_unit(
    low: float | None, high: float | None, unit: str | None, approximate: bool, told: str
) -> None:
    quantity = Quantity(low=low, high=high, unit=unit, approximate=approximate, span=SPAN, text="x")
    assert quantity.told == told
