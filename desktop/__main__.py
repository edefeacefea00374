"""``python -m desktop`` opens the window."""

from desktop.launch import main

raise SystemExit(main())
