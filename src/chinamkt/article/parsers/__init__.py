"""The shipped layouts of pages, registered in the entry-point group ``chinamkt.article_parsers``."""
