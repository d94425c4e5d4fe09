"""Claims → facts: instruments, sessions, and statements told once."""
