"""Where reports cannot both be right, from their texts on: planted disagreements, and near misses, all in one record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pytest

from dateline import api
from dateline.model.disagreements import Disagreement, DisagreementKind

K = DisagreementKind
FJORD, ANDES = "Fjord Times", "Andes Post"

Case = tuple[str, K | None, Sequence[tuple[str, str, str]]]
"""A name, what the reports disagree about, and each report's outlet, day and text."""

CASES: tuple[Case, ...] = (
    (
        "killed",
        K.NUMBER,
        [
            (
                FJORD,
                "2024-03-03",
                "Chilean forces bombed a market in Arica on Saturday, killing 12 people, officials said.",
            ),
            (
                ANDES,
                "2024-03-03",
                "Twenty people were killed when Chilean forces bombed a market in Arica on Saturday.",
            ),
        ],
    ),
    (
        "wounded",
        K.NUMBER,
        [
            (FJORD, "2024-03-11", "Kenyan troops shelled a hospital in Kismayo on Sunday, wounding 40 people."),
            (
                ANDES,
                "2024-03-11",
                "Fifteen people were wounded when the Kenyan army shelled a hospital in Kismayo on Sunday.",
            ),
        ],
    ),
    (
        "prisoners released",
        K.NUMBER,
        [
            (
                FJORD,
                "2024-04-02",
                "Azerbaijan released 32 prisoners to Armenia on Monday at the border post of Kirants.",
            ),
            (ANDES, "2024-04-02", "At Kirants on Monday, Azerbaijan freed 23 prisoners, who were handed to Armenia."),
        ],
    ),
    (
        "date of signing",
        K.DATE,
        [
            (FJORD, "2024-04-15", "Norway and Peru signed a fisheries treaty on Friday in Lima."),
            (
                ANDES,
                "2024-04-15",
                "A fisheries treaty was signed by Peru and Norway in Lima on Saturday, after years of talks.",
            ),
        ],
    ),
    (
        "date of arrest",
        K.DATE,
        [
            (FJORD, "2024-05-08", "Turkish police arrested Bulgarian journalist Ivan Petkov on Monday."),
            (ANDES, "2024-05-08", "Bulgarian journalist Ivan Petkov was arrested by Turkish police on Sunday."),
        ],
    ),
    (
        "date of resignation",
        K.DATE,
        [
            (FJORD, "2024-06-13", "Latvian defence minister Andris Kalnins resigned on 11 June."),
            (ANDES, "2024-06-13", "Andris Kalnins, the Latvian minister of defence, resigned on 12 June."),
        ],
    ),
    (
        "place of meeting",
        K.PLACE,
        [
            (
                FJORD,
                "2024-07-03",
                "Japanese Prime Minister Fumio Kishida met Indian Prime Minister Narendra Modi in Osaka on Tuesday.",
            ),
            (
                ANDES,
                "2024-07-03",
                "Indian Prime Minister Narendra Modi held talks with Japanese Prime Minister Fumio Kishida in Tokyo on Tuesday.",
            ),
        ],
    ),
    (
        "place of signing",
        K.PLACE,
        [
            (FJORD, "2024-07-20", "Ghana and Togo signed a border agreement in Accra on Thursday."),
            (ANDES, "2024-07-20", "An agreement about the border was signed by Togo and Ghana in Lome on Thursday."),
        ],
    ),
    (
        "who hit a school",
        K.WHO,
        [
            (FJORD, "2024-08-06", "Ethiopian forces shelled a school in Badme on Monday."),
            (ANDES, "2024-08-06", "A school was shelled in Badme on Monday by Eritrean forces, teachers said."),
        ],
    ),
    (
        "a meeting denied",
        K.HAPPENED,
        [
            (
                FJORD,
                "2024-08-20",
                "Finnish President Alexander Stubb met Cuban President Miguel Diaz-Canel on Sunday.",
            ),
            (
                ANDES,
                "2024-08-21",
                "Finnish President Alexander Stubb did not meet Cuban President Miguel Diaz-Canel on Sunday, his office said.",
            ),
        ],
    ),
    (
        "a deed denied by who is told to have done it",
        K.HAPPENED,
        [
            (FJORD, "2024-09-04", "Rwandan troops shelled Goma on Tuesday, witnesses said."),
            (ANDES, "2024-09-05", "Rwanda denied shelling Goma."),
        ],
    ),
    (
        "amount of aid",
        K.NUMBER,
        [
            (
                FJORD,
                "2024-09-18",
                "Canada gave 50 million dollars in aid to Jordan on Tuesday for the camp at Zaatari.",
            ),
            (ANDES, "2024-09-18", "For the camp at Zaatari, Jordan was given $80 million in aid by Canada on Tuesday."),
        ],
    ),
    (
        "a call denied",
        K.HAPPENED,
        [
            (
                FJORD,
                "2024-10-08",
                "Serbian President Aleksandar Vucic called Albanian Prime Minister Edi Rama on Monday.",
            ),
            (
                ANDES,
                "2024-10-09",
                "An aide said that Serbian President Aleksandar Vucic never called Albanian Prime Minister Edi Rama on Monday.",
            ),
        ],
    ),
    (
        "expelled",
        K.NUMBER,
        [
            (FJORD, "2024-10-23", "Poland expelled 12 diplomats of the Russian embassy in Warsaw on Tuesday."),
            (ANDES, "2024-10-23", "On Tuesday Poland expelled 15 Russian diplomats, who left Warsaw by train."),
        ],
    ),
    (
        "killed, at the least",
        K.NUMBER,
        [
            (FJORD, "2024-11-05", "Sudanese forces bombed a market in Nyala on Monday, killing at least 30 people."),
            (
                ANDES,
                "2024-11-05",
                "The market of Nyala was bombed by Sudanese forces on Monday and 12 people were killed.",
            ),
        ],
    ),
    (
        "who hit a camp",
        K.WHO,
        [
            (FJORD, "2024-11-20", "Colombian troops bombed a camp at Tibu on Monday."),
            (ANDES, "2024-11-20", "The camp at Tibu was bombed on Monday by Venezuelan troops, villagers said."),
        ],
    ),
    (
        "a least number and a higher one",
        None,
        [
            (FJORD, "2023-03-03", "Chilean forces bombed a market in Iquique on Thursday, killing at least 12 people."),
            (
                ANDES,
                "2023-03-03",
                "Twenty people were killed when Chilean forces bombed a market in Iquique on Thursday.",
            ),
        ],
    ),
    (
        "toll that rises",
        None,
        [
            (FJORD, "2023-03-11", "Kenyan troops shelled a hospital in Garissa on Friday, killing 10 people."),
            (
                ANDES,
                "2023-03-13",
                "Fourteen people were killed when the Kenyan army shelled a hospital in Garissa on Friday.",
            ),
        ],
    ),
    (
        "corrected by the same outlet",
        None,
        [
            (
                FJORD,
                "2023-04-02",
                "Azerbaijan released 40 prisoners to Armenia on Saturday at the border post of Yeraskh.",
            ),
            (
                FJORD,
                "2023-04-03",
                "The prisoners whom Azerbaijan released to Armenia at Yeraskh on Saturday were 35, not 40 as reported.",
            ),
        ],
    ),
    (
        "dead and wounded",
        None,
        [
            (FJORD, "2023-04-11", "Turkish jets bombed a convoy near Sinjar on Monday, killing 5 people."),
            (ANDES, "2023-04-11", "Nine people were wounded near Sinjar on Monday when Turkish jets bombed a convoy."),
        ],
    ),
    (
        "two places bombed",
        None,
        [
            (FJORD, "2023-04-26", "Yemeni forces bombed a bridge in Taiz on Tuesday, killing 4 people."),
            (
                ANDES,
                "2023-04-26",
                "Eleven people were killed when Yemeni forces bombed a camp near Hodeidah on Tuesday.",
            ),
        ],
    ),
    (
        "city and its country",
        None,
        [
            (
                FJORD,
                "2023-05-10",
                "German Chancellor Olaf Scholz met Kenyan President William Ruto in Nairobi on Tuesday.",
            ),
            (
                ANDES,
                "2023-05-10",
                "Kenyan President William Ruto held talks with German Chancellor Olaf Scholz in Kenya on Tuesday.",
            ),
        ],
    ),
    (
        "talks over two days",
        None,
        [
            (
                FJORD,
                "2023-05-24",
                "Dutch Prime Minister Mark Rutte met Chilean President Gabriel Boric in Santiago on Monday.",
            ),
            (
                ANDES,
                "2023-05-24",
                "Chilean President Gabriel Boric held talks with Dutch Prime Minister Mark Rutte in Santiago on Tuesday.",
            ),
        ],
    ),
    (
        "planned on one day, done on another",
        None,
        [
            (FJORD, "2023-06-01", "Norway and Peru will sign a treaty on Friday in Oslo."),
            (ANDES, "2023-06-04", "A treaty was signed in Oslo on Saturday by Norway and Peru."),
        ],
    ),
    (
        "refusal is no denial",
        None,
        [
            (
                FJORD,
                "2023-06-14",
                "Finnish President Sauli Niinisto met Hungarian Prime Minister Viktor Orban on Tuesday.",
            ),
            (
                ANDES,
                "2023-06-13",
                "Finnish President Sauli Niinisto refused to meet Hungarian Prime Minister Viktor Orban.",
            ),
        ],
    ),
    (
        "not yet happened",
        None,
        [
            (
                FJORD,
                "2023-06-20",
                "Serbian President Aleksandar Vucic had not met Kosovo Prime Minister Albin Kurti by Monday evening.",
            ),
            (
                ANDES,
                "2023-06-22",
                "Serbian President Aleksandar Vucic met Kosovo Prime Minister Albin Kurti on Thursday.",
            ),
        ],
    ),
    (
        "two positions",
        None,
        [
            (FJORD, "2023-07-03", "Brazil supports a ceasefire in Sudan, its foreign minister said on Monday."),
            (ANDES, "2023-07-03", "Egypt opposes a ceasefire in Sudan, its foreign minister said on Monday."),
        ],
    ),
    (
        "reports of one agency",
        None,
        [
            (FJORD, "2023-07-12", "TRIPOLI (AFP) - Italy and Libya signed an energy agreement on Monday in Tripoli."),
            (
                ANDES,
                "2023-07-12",
                "TRIPOLI (AFP) - An agreement about energy was signed by Libya and Italy in Tripoli on Tuesday.",
            ),
        ],
    ),
    (
        "a second call",
        None,
        [
            (
                FJORD,
                "2023-07-26",
                "French President Emmanuel Macron called Lebanese Prime Minister Najib Mikati on Monday.",
            ),
            (
                ANDES,
                "2023-07-27",
                "On Wednesday, French President Emmanuel Macron called Lebanese Prime Minister Najib Mikati again.",
            ),
        ],
    ),
    (
        "rough number",
        None,
        [
            (
                FJORD,
                "2023-08-09",
                "Mexico released about 200 prisoners to Guatemala on Tuesday at the crossing of Talisman.",
            ),
            (ANDES, "2023-08-09", "At Talisman on Tuesday, Mexico freed 195 prisoners, who were handed to Guatemala."),
        ],
    ),
    (
        "near towns",
        None,
        [
            (FJORD, "2023-08-23", "Spain and Morocco signed a fisheries agreement in Sale on Tuesday."),
            (ANDES, "2023-08-23", "On Tuesday in Rabat, Morocco signed an agreement with Spain about fisheries."),
        ],
    ),
    (
        "midnight",
        None,
        [
            (FJORD, "2023-09-06", "Iraq and Jordan signed a trade agreement late on Monday."),
            (ANDES, "2023-09-06", "A trade agreement was signed early on Tuesday by Jordan and Iraq."),
        ],
    ),
    (
        "denial of something else",
        None,
        [
            (FJORD, "2023-09-20", "Rwandan troops shelled Rutshuru on Tuesday."),
            (ANDES, "2023-09-21", "Rwanda denied shelling Goma."),
        ],
    ),
    (
        "children among the dead",
        None,
        [
            (FJORD, "2023-10-04", "Syrian forces bombed a school in Idlib on Tuesday, killing 9 people."),
            (ANDES, "2023-10-04", "Four children were killed on Tuesday when Syrian forces bombed a school in Idlib."),
        ],
    ),
    (
        "two different treaties",
        None,
        [
            (FJORD, "2023-10-18", "Vietnam and Laos signed an extradition treaty on Monday."),
            (ANDES, "2023-10-18", "A railway agreement was signed on Tuesday by Laos and Vietnam."),
        ],
    ),
    (
        "two arrests",
        None,
        [
            (FJORD, "2023-11-08", "Belarusian police arrested Polish priest Jan Nowak on Monday."),
            (ANDES, "2023-11-08", "Polish teacher Anna Lis was arrested by Belarusian police on Tuesday."),
        ],
    ),
    (
        "amounts of two gifts",
        None,
        [
            (FJORD, "2023-11-22", "Sweden gave 10 million dollars in aid to Moldova on Monday."),
            (ANDES, "2023-11-22", "On Monday, Ukraine was given 25 million dollars in aid by Sweden."),
        ],
    ),
    (
        "both sides shell one town",
        None,
        [
            (FJORD, "2023-12-06", "Armenian forces shelled positions near Lachin on Tuesday."),
            (ANDES, "2023-12-06", "Near Lachin, positions were shelled on Tuesday by Azerbaijani forces."),
        ],
    ),
    (
        "one toll, other words",
        None,
        [
            (
                FJORD,
                "2023-12-20",
                "Mali's army bombed a camp near Kidal on Monday and killed 30 rebels, the defence ministry said.",
            ),
            (
                ANDES,
                "2023-12-21",
                "Thirty people were killed on Monday when the army of Mali bombed a camp near Kidal.",
            ),
        ],
    ),
    (
        "a question",
        None,
        [
            (FJORD, "2023-12-28", "Cuba and Panama signed a health agreement on Tuesday."),
            (ANDES, "2023-12-28", "It is not known whether Panama and Cuba signed a health agreement on Wednesday."),
        ],
    ),
    (
        "dead of a day and of the week",
        None,
        [
            (FJORD, "2024-01-10", "Israeli forces shelled a camp in Jenin on Monday, killing 3 people."),
            (
                ANDES,
                "2024-01-10",
                "Israeli forces shelled a camp in Jenin on Monday; 17 people have been killed there in a week.",
            ),
        ],
    ),
    (
        "soldiers and civilians",
        None,
        [
            (FJORD, "2024-01-17", "Pakistani jets bombed a village near Saravan on Tuesday, killing 7 soldiers."),
            (
                ANDES,
                "2024-01-17",
                "Two civilians were killed near Saravan on Tuesday when Pakistani jets bombed a village.",
            ),
        ],
    ),
    (
        "two cities of one tour",
        None,
        [
            (
                FJORD,
                "2024-01-24",
                "Turkish President Recep Tayyip Erdogan met Qatari Emir Tamim bin Hamad Al Thani in Doha on Monday.",
            ),
            (
                ANDES,
                "2024-01-24",
                "Turkish President Recep Tayyip Erdogan met Saudi Crown Prince Mohammed bin Salman in Jeddah on Monday.",
            ),
        ],
    ),
    (
        "arrested and charged",
        None,
        [
            (FJORD, "2024-02-07", "Spanish police arrested Peruvian banker Luis Rojas on Monday."),
            (ANDES, "2024-02-07", "Spanish prosecutors charged Peruvian banker Luis Rojas on Tuesday."),
        ],
    ),
    (
        "treaty signed and ratified",
        None,
        [
            (FJORD, "2024-02-14", "Chad and Niger signed a water treaty on Monday."),
            (ANDES, "2024-02-14", "On Tuesday, Niger and Chad ratified a water treaty."),
        ],
    ),
    (
        "agreements signed and what one is about",
        None,
        [
            (FJORD, "2024-02-21", "Mexico and Cuba signed 3 agreements on Monday in Havana."),
            (ANDES, "2024-02-21", "In Havana on Monday, Cuba and Mexico signed an agreement on 12 scholarships."),
        ],
    ),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Disagreement]]:
    """Return the disagreements of one record of all reports, by the names of the cases that they are about."""
    path = tmp_path_factory.mktemp("told") / "reports.jsonl"
    path.write_text("".join(_lines()), encoding="utf-8")
    by_case: dict[str, list[Disagreement]] = defaultdict(list)
    with api.read(path) as record:
        for disagreement in record.disagreements():
            reports = {told.document for side in disagreement.sides for told in side.tellings}
            for name in {CASES[int(report.partition("-")[0])][0] for report in reports}:
                by_case[name].append(disagreement)
    return by_case


def _lines() -> Iterator[str]:
    for number, (_, _, reports) in enumerate(CASES):
        for place, (outlet, day, text) in enumerate(reports):
            given = {"id": f"{number}-{place}", "outlet": outlet, "published_at": day, "language": "en", "text": text}
            yield json.dumps(given) + "\n"


@pytest.mark.parametrize(("name", "kind"), [case[:2] for case in CASES], ids=[case[0] for case in CASES])
def test_disagreement_is_found_where_there_is_one(
    found: Mapping[str, list[Disagreement]], name: str, kind: K | None
) -> None:
    assert [disagreement.kind for disagreement in found.get(name, [])] == ([kind] if kind else [])


@pytest.mark.parametrize("name", [name for name, kind, _ in CASES if kind])
def test_sides_stand_with_their_sentences_and_origins(found: Mapping[str, list[Disagreement]], name: str) -> None:
    reports = next(reports for other, _, reports in CASES if other == name)
    (one,) = found[name]
    quoted = {told.mention.evidence.quote for side in one.sides for told in side.tellings}
    assert quoted == {text for _, _, text in reports}
    assert all(len(side.origins) == 1 for side in one.sides)
