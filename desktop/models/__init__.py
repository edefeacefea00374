"""Item models of the window: sort and filter in Python lists, never through a sort proxy."""
