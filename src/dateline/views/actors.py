"""A resolved actor in the public format."""

from __future__ import annotations

from typing import Any

from dateline.model import Actor


def render_actor(actor: Actor) -> dict[str, Any]:
    """Return an actor as `dateline resolve` writes it, without the name of its case."""
    entity = actor.entity
    return {
        "entity": entity.id if entity else None,
        "name": actor.name,
        "type": actor.type,
        "country": actor.country,
        "code": actor.code,
        "code_2": actor.code_2,
        "wikidata": entity.wikidata if entity else None,
        "grounds": [{"source": ground.source, "words": ground.words} for ground in actor.grounds],
    }
