"""dateline turns dated news reports about states and leaders into a record that can be questioned."""

__version__ = "0.1.0"
