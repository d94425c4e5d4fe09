"""Article → mentions: names, cues and figures in a sentence."""
