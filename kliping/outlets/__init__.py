"""Outlets, who published a page: what is known of each, and which one a page is from.

`profile` reads the rules of one outlet from content/outlets, `registry` holds them all. `recognition` decides whose a
page is: `candidates` gathers (in `gathering`) what `openings` and `datelines`, `contexts`, lines and markup tell;
`names`, `hosts` and `offices` say which printed names and domains mean one outlet.
`vocabulary` are the words of the news trade (kliping/data/generic.yaml), `places` the names of places.
"""
