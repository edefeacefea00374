"""The relationship graph: a scene made from the analyzer's geometry, the painter shared by window and files, and the canvas."""
