"""The earth on paper: the Equal Earth projection (Šavrič, Patterson and Jenny 2018), which keeps areas comparable."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

WIDTH, HEIGHT = 1000.0, 487.0
"""The size of the whole earth on the drawing."""

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_HALF = 2.7066297
"""Half the width of the projection on a sphere of radius 1."""


def place_on_map(latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a place (degrees, WGS 84) lies on the drawing, from its upper left corner.

    >>> place_on_map(0, 0)
    (500.0, 243.5)
    """
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    x = 2 * sqrt(3) * radians(longitude) * cos(angle) / (3 * slope)
    y = angle * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))
    scale = WIDTH / 2 / _HALF
    return round(WIDTH / 2 + x * scale, 1), round(HEIGHT / 2 - y * scale, 1)
