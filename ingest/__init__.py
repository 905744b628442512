"""The write side: from a file to passages and figures."""
