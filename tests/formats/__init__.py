"""One document in every format that people send: what is written, and whether it reads the same."""
