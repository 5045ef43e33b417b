"""Hostile inputs for `invoke fuzz`, and what must hold for each of them.

It lies with the tests, for it needs their packages and their pages; nothing that runs in a build imports it.
"""
