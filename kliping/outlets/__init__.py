"""Outlets, who published a page: what is known of each, and which one a page is from.

`profile` reads the rules of one outlet from content/outlets, `registry` holds them all, `recognition` tells whose a
page is. `vocabulary` are the words of the news trade (kliping/data/generic.yaml), `places` the names of places.
"""
