"""Commands for those who work on Kumppani; nothing here runs in an installation."""
