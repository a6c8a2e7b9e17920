"""Registry files in, rows out: what a channel's system exports, read by the profile's mappings.

Everything here is a function of the file's bytes and is meant for a worker thread; the database and the
chat are not known here.
"""
