"""Answer questions from the record: timeline, events, quotations, entities, search, what is expected; and in which shape.

In: a store, or the layers of one document. Out: tables of records that explain themselves. Refuses: to run a stage or to write.
"""
