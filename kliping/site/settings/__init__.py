"""`settings` reads pelican.conf.py; `errors` finds where in settings, theme or plugins a mistake lies."""
