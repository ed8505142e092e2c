"""Regions: the divisions the packs know by code, and whether a book can be kept for one."""

from __future__ import annotations

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.pack_reader import packs


def name(region: str) -> str:
    """The name of a region, or its code where no pack names it."""
    return packs().regions.get(_listed(region) or "", region)


def refuse_unknown(region: str) -> None:
    """Refuses a region whose law no pack states."""
    listed = _listed(region)
    if listed is None or not region.isdigit():
        raise Refused("没有行政区划 {region} 的政策数据。请用六位行政区划代码，如 410105（金水区）", region=region)


def choices() -> dict[str, str]:
    """Every region that can be chosen, code → name, in the order of the codes."""
    return dict(sorted(packs().regions.items()))


def _listed(region: str) -> str | None:
    """The packs' code for a region: its own, or that of a city or province none of whose parts are listed."""
    regions = packs().regions
    if region in regions:
        return region
    short = region.rstrip("0")
    if short in regions:
        return short
    above = max((code for code in regions if region.startswith(code)), key=len, default=None)
    if above is None or any(code != above and code.startswith(above) for code in regions):
        return None
    return above
