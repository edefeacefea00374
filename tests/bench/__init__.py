"""Benchmarks: each prints its figures beside a floor measured in the same run; none is a timed test."""
