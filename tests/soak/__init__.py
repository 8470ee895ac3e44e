"""Tests that take longer than the everyday suite; each has a short form there."""
