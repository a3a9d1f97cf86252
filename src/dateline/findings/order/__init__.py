"""Finds in which order a report says that its events happened: before, after, during, since, until.

In: sentences, event mentions, predicates and time expressions. Out: TemporalLink. Refuses: to order what the words do not, as
by the order of telling.
"""

from dateline.findings.order.finder import OrderFinder

__all__ = ["OrderFinder"]
