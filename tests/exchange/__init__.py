"""Tests of spreadsheets read and written."""
