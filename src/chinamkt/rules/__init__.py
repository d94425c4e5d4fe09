"""How a rule and an example are written, and how rules become a scanner; knows no language."""
