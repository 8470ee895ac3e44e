"""The only room that knows SQL and files: tables, stores, imports, reference data, the bundled model."""
