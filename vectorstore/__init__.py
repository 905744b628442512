"""The meeting place: keeps passages, finds passages."""
