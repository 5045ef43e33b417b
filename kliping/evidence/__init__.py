"""Candidates for the facts of a page, weighed by evidence: what each fact might be, and which candidate is stated.

`candidate` is a possible value with the evidence for and against it, `weights` what each piece of evidence weighs
(kliping/data/evidence), `decision` states a candidate, states it with a note, or leaves the fact missing.
`common_words` are the words of the language, which persons and outlets are seldom called by, `person_words` those that
commonly name persons.
"""
