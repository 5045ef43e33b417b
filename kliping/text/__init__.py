"""Ground: what a text says, by its words and signs alone. Pure functions: no file, no clock, no rule of an outlet.

`unicode` brings text into one form; `dates`, `urls` and `dateline` find and read these; `lines` tells prose, headlines
and names apart, `speech` who speaks; `lexicon` looks phrases up inside a text, `phrases` matches whole lines;
`markdown` escapes.
"""
