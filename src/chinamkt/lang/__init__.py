"""The languages, one package each: rules in modules, examples beside them."""
