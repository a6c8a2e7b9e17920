"""Documents: content in, bytes out; nothing here reads or writes but the package's own templates."""
