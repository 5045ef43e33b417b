"""Elections and their stages (tahapan), and which of them an article is about.

`model` says what an election, a stage and a window are. `calendars` reads all files of a folder, `parents` which is
part of which, `election_file` one of them; what that leaves out comes by `inheritance` from its parent and from its
region. `regions` knows Indonesia's regions and `offices` the offices elected there, each with its words. `mentions`
finds phrases in a text; `assign_election` chooses the election and `assign_stage` the stage, each with its reason.
"""
