"""The domain model: attrs classes, frozen, exact decimals; imports attrs and the standard library alone."""
