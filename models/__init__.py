"""The vocabulary of Kumppani: frozen values and choices that every room shares; imports nothing of ours."""
