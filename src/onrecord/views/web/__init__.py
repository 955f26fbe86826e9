"""The pages: the same record in a browser, served from this machine."""
