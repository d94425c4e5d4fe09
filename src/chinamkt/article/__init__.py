"""The first stage: a page's text is folded, and cut into the articles that stand on it."""

from __future__ import annotations

from chinamkt.article.cutting import cut, view_of
from chinamkt.article.fold import fold, fold_table

__all__ = ["cut", "fold", "fold_table", "view_of"]
