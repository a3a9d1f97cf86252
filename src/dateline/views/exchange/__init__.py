"""Our events beside those of other coders: written in their layouts, read from them, compared with them.

In: Events as of a day, or another coder's table. Out: rows of a layout, dyads, shares of agreement.
Refuses: to fill a column that we know nothing of.
"""
