"""The domain's ports on SQLAlchemy: SQLite for one process, PostgreSQL for several."""
