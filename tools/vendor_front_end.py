"""Bring the files of others that the web pages use into the repository: npm fetches them, here they are taken out and noted.

    python tools/vendor_front_end.py

Writes src/dateline/serve/static/vendor/ and its manifest.json: name, version, licence, file and sha256. The map of the world is
drawn from the shapes of world-atlas (Natural Earth, public domain), so that no script has to draw it in the browser.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from dateline.serve.drawing.earth import HEIGHT, WIDTH, place_on_map

VENDOR = Path(__file__).parents[1] / "src" / "dateline" / "serve" / "static" / "vendor"
HTMX, ATLAS = "htmx.org@2.0.10", "world-atlas@2.0.2"
Point = tuple[float, float]
POLAR = 85
"""Degrees of latitude from which a step from one edge of the map to the other is the edge at the pole itself."""


def main() -> None:
    """Fetch both packages and write what is used of them."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        htmx, atlas = fetched(HTMX, Path(folder)), fetched(ATLAS, Path(folder))
        script = (htmx / "dist" / "htmx.min.js").read_bytes()
        shapes = json.loads((atlas / "countries-110m.json").read_text("utf-8"))
        entries = [
            written("htmx.min.js", script, htmx, "dist/htmx.min.js"),
            written("world.svg", world(shapes).encode(), atlas, "countries-110m.json, drawn"),
        ]
    manifest = json.dumps(entries, indent=2, ensure_ascii=False) + "\n"
    (VENDOR / "manifest.json").write_text(manifest, "utf-8")
    for entry in entries:
        print(f"{entry['name']} {entry['version']}: {entry['file']}")


def fetched(package: str, folder: Path) -> Path:
    """Return the folder of a package that npm has fetched."""
    done = subprocess.run(["npm", "pack", package, "--silent"], cwd=folder, check=True, capture_output=True, text=True)
    archive = folder / done.stdout.split()[-1]
    target = archive.with_suffix("")
    with tarfile.open(archive) as packed:
        packed.extractall(target, filter="data")
    return target / "package"


def written(name: str, content: bytes, package: Path, origin: str) -> dict[str, str]:
    """Write one file and return its entry of the manifest."""
    (VENDOR / name).write_bytes(content)
    told = json.loads((package / "package.json").read_text("utf-8"))
    return {
        "file": name,
        "name": told["name"],
        "version": told["version"],
        "licence": told["license"],
        "from": origin,
        "sha256": sha256(content).hexdigest(),
    }


def world(topology: dict[str, Any]) -> str:
    """Return the countries of a TopoJSON topology as one drawing; what crosses the edge of the map is cut there by its arcs."""
    arcs = [list(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    rings = [ring for country in topology["objects"]["countries"]["geometries"] for ring in rings_of(country)]
    path = "".join(drawn(part) for ring in rings for part in unwrapped(joined(ring, arcs)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}">'
        f'<path id="land" fill-rule="evenodd" d="{path}"/></svg>\n'
    )


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterable[Point]:
    """Yield the points of an arc, which is written as differences on a grid, as longitude and latitude."""
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )


def rings_of(country: dict[str, Any]) -> list[list[int]]:
    """Return the rings of a country, each a list of arcs; a negative number is an arc the other way round."""
    if country["type"] == "Polygon":
        return list(country["arcs"])
    return [ring for polygon in country.get("arcs", ()) for ring in polygon]


def joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the points of a ring."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def unwrapped(points: list[Point]) -> list[list[Point]]:
    """Return a ring that crosses the antimeridian as two, each whole at one edge of the map; any other as it is."""
    ring, turns = [points[0]], 0
    for (before, _), (longitude, latitude) in pairwise(points):
        if abs(longitude - before) > 180 and abs(latitude) < POLAR:
            turns += 360 if longitude < before else -360
        ring.append((longitude + turns, latitude))
    if all(abs(longitude) <= 180 for longitude, _ in ring):
        return [ring]
    away = -360 if max(longitude for longitude, _ in ring) > 180 else 360
    return [ring, [(longitude + away, latitude) for longitude, latitude in ring]]


def drawn(points: list[Point]) -> str:
    """Return a ring as the data of an SVG path, points that fall together left out."""
    places = [place_on_map(latitude, longitude) for longitude, latitude in points]
    kept = [place for index, place in enumerate(places) if index == 0 or place != places[index - 1]]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(kept)]
    start = f"M{kept[0][0]:g},{kept[0][1]:g}l"
    return start + " ".join(f"{x:.1f},{y:.1f}" for x, y in steps) + "Z" if len(kept) > 2 else ""


if __name__ == "__main__":
    main()
