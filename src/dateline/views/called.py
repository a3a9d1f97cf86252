"""The usual names of whoever the tables know by a name: "Kremlin" is asked for as Russia."""

from __future__ import annotations

from dateline.resources.gazetteer import gazetteer

_PROPER = ("name", "alias")


def usual_names(name: str) -> tuple[str, ...]:
    """Return the names that the record may have for those whom the tables know by *name*, none for a name they do not know.

    >>> usual_names("Volodymyr Zelensky")
    ('Volodymyr Zelenskyy',)
    """
    tables = gazetteer()
    kinds = {
        "state": {key: state.name for key, state in tables.states.items()},
        "organization": {key: body.name for key, body in tables.organizations.items()},
        "person": {key: person.name for key, person in tables.people.items()},
    }
    found = (kinds[entry.kind].get(entry.key) for entry in tables.lookup(name) if entry.how in _PROPER)
    return tuple(dict.fromkeys(usual for usual in found if usual and usual != name))
