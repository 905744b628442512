"""The read side: from a question to a cited, checked answer."""
