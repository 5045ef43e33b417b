"""Feeds. Pure: `feed` says which there are and what is in them, `entry` what is said of an article in all of them.

`rss`, `atom` and `jsonfeed` write one feed, `opml` the list of all; `escaping` makes texts safe for every reader.
"""
