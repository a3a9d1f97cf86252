"""Drawings as SVG, worked out here, so that they are there without a script: a map, a network, lines of weeks.

In: days, places, counts. Out: coordinates for a template. Refuses: to write markup.
"""
