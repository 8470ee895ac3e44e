"""Every way in: pages, the JSON API and the command line; `wiring` alone joins the matcher to the data."""
