"""The tests: mirrors of the rooms, the house itself, and a few journeys."""
