"""The window's own controls, one module each: painted, named for screen readers, reachable by keyboard."""
