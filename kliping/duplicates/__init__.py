"""Which saved pages are one article, and which articles are copies of each other by other outlets. Pure.

minhash.py makes a sketch of a text and compares two; lsh.py finds texts that may be alike without comparing all pairs;
similarity.py says when two pages are one article or copies; clusters.py puts all pages into clusters.
"""
