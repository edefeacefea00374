"""What Twitter wrote: the container, its manifest, its parts and their typed records."""
