"""How right the verdicts are: simulated worlds whose truth is known, judged from the archive that one side of them would download."""
