"""Pelican: `plugin` is what it loads, and the only module that imports it; `run` keeps what it makes between builds."""
