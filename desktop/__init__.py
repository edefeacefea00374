"""One window over one analysis: pages, widgets and the graph's canvas; never parses an archive itself."""
