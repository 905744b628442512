"""The embedded Swedish model (in model/) and how it was made."""
