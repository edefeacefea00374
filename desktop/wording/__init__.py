"""Facts turned into translated sentences: the only place in the window where a fact becomes words (design §6)."""
