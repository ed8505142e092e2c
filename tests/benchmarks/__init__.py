"""Figures of speed and memory, printed and never judged by the tests: `python -m tests.benchmarks`."""
