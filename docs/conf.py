"""Sphinx configuration."""

from __future__ import annotations

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "chinamkt"
author = "the chinamkt authors"
copyright = author  # noqa: A001 - Sphinx's name
release = version = installed_version("chinamkt")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode", "command_help", "phenomena", "validators"]
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(hypothesis|pathlib|pd|pint|datetime|dt|collections|re|enum|decimal|attr|attrs|typing|pandas)\..*"),
    ("py:class", r"(AhoCorasick|Candidate|Decimal|Example|Quantity|Reference|SearchStrategy|Path|optional)"),
    ("py:func", "str"),
    ("py:mod", r"chinamkt\..*"),
]

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}
maximum_signature_line_length = 72
python_display_short_literal_types = True

html_theme = "furo"
html_title = f"chinamkt {release}"
html_copy_source = False
html_show_sourcelink = False
