"""A small collection of reports with a timeline planted in it: a dam cracks, its valley is cleared, its wall gives way.

PLANTED are the days that matter, each with words of the sentence that tells it best.
"""

from __future__ import annotations

import json
from pathlib import Path

PLANTED = {
    "2023-05-02": "found cracks",
    "2023-05-05": "left the valley",
    "2023-05-11": "gave way",
}

REPORTS = [
    (
        "cracks",
        "2023-05-03",
        "Engineers found cracks in the wall of the Orlo dam on Tuesday. The lake behind the Orlo dam is the largest of the "
        "province. Its water drives two mills and a power station.",
    ),
    (
        "inspection",
        "2023-05-04",
        "The cracks that engineers found in the Orlo dam on Tuesday are wider than first thought, the water office said. "
        "Divers will look at the foot of the wall next week.",
    ),
    (
        "clearing",
        "2023-05-06",
        "Nine hundred families left the valley below the Orlo dam on Friday after cracks were found in its wall. Buses took "
        "them to schools in Vand. A choir contest was held in Vand on Sunday, 30 April.",
    ),
    (
        "waiting",
        "2023-05-08",
        "Families who left the valley on Friday asked when they may go back to their houses below the Orlo dam. Nobody could "
        "tell them. The water office will meet on 20 May.",
    ),
    (
        "breach",
        "2023-05-11",
        "The wall of the Orlo dam gave way on Thursday and the valley below it was flooded. Nobody was hurt, as the families "
        "had left the valley on 5 May.",
    ),
    (
        "flood",
        "2023-05-12",
        "The wall of the Orlo dam gave way on Thursday, and water covered the valley within an hour. Engineers had found cracks "
        "in the Orlo dam on 2 May.",
    ),
    (
        "inquiry",
        "2023-05-15",
        "An inquiry will ask why the wall of the Orlo dam gave way on 11 May. Cracks were found in the wall on 2 May, and the "
        "valley was cleared on 5 May. We were lucky, a miller said.",
    ),
    (
        "mills",
        "2023-05-17",
        "Both mills of the valley are lost. The owner of one bought it on 17 March 2003. He will not build it up again.",
    ),
]


def write_reports(path: Path) -> Path:
    """Write the reports to a file in the public input format and return it."""
    rows = [{"id": name, "published_at": day, "text": text, "language": "en"} for name, day, text in REPORTS]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path
