"""Readings of all reports → what they say together; pure functions, results with their reasons."""
