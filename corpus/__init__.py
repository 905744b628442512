"""The ground: documents, their vocabulary and their language."""
