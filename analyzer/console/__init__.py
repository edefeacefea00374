"""What the headless command says and writes: its errors, its summary, its progress, its output files."""
