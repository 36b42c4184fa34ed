"""How quick the costly steps are: ``make bench`` prints each as a ratio to plain calls of the libraries beneath.

Both sides of a ratio are measured in turn, in one run on one machine, so that it means the same elsewhere. Nothing
here is a test: a busy machine may show "over" once without anything being wrong.
"""
