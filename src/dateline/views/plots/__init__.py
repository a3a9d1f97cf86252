"""Answers as pictures, SVG or PNG (needs the extra ``plot``).

In: tables of a record. Out: a figure, the same bytes for the same table. Refuses: to show what the table does not hold.
"""
