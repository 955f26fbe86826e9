"""What people do with a record beside reading it: paste, watch, decide, mark, audit, code, compare; each as plain functions that pages and commands share."""
