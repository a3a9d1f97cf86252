"""Measurements of quality and speed on material that lies beside the checkout. Nothing under src imports this package."""
