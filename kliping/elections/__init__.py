"""Elections and their stages (tahapan), and which of them an article is about.

`model` says what an election, a stage and a window are; `calendars` reads them from YAML; `mentions` finds their
phrases in a text; `assign_election` chooses the election and `assign_stage` the stage, each with its reason.
"""
