"""Words that name an actor to the actor, as of a day.

In: a phrase ("Foreign Minister Qin Gang", "Brazilian police"), a day or none, perhaps context. Out: Actor, with its grounds.
Refuses: to guess. A private person, or words that name nobody, have no entity, country or sector.
"""

from dateline.links.actors.resolver import ActorResolver

__all__ = ["ActorResolver"]
