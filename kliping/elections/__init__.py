"""Elections and their stages (tahapan), and which of them an article is about.

`model` says what an election, a stage and a window are. `calendars` reads all files of a folder, `parents` which is
part of which, `election_file` one of them; what that leaves out comes by `inheritance` from its parent and from its
region. `regions` knows Indonesia's regions and `offices` the offices elected there, each with its words. `mentions`
finds phrases in a text, `story` sorts them. `assign_election` chooses the election by candidates, with what
`election_words` (words and places) and `timing` (date, years, days) say for and against each, and `assign_stage` the
stage; the weights stand in data/evidence.
"""
