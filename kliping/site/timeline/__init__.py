"""The picture of an election. Pure: `axis` lays out days and words, `rows` bars and marks, `timeline` the whole."""
