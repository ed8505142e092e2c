"""Zhengzhou Desk (郑采台账): reserves for produce from formerly poor counties, kept, judged and reported."""

__version__ = "0.1.0"
