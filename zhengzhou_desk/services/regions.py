"""Regions: the divisions the packs know by code, and whether a book can be kept for one."""

from __future__ import annotations

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.pack_reader import packs

_CITY = 4  # digits of the code of a city and all its parts


def name(region: str) -> str:
    """The name of a region, or its code where no pack names it."""
    return packs().regions.get(_listed(region) or "", region)


def listed_code(region: str) -> str:
    """The packs' code for a region, its own where no pack names it: four digits for every part of a city."""
    return (_listed(region) or region)[:_CITY]


def refuse_unknown(region: str) -> None:
    """Refuses a region whose law no pack states."""
    listed = _listed(region)
    if listed is None or not region.isdigit():
        raise Refused("没有行政区划 {region} 的政策数据。请用六位行政区划代码，如 410105（金水区）", region=region)


def choices() -> dict[str, str]:
    """Every region that can be chosen, code → name, in the order of the codes."""
    return dict(sorted(packs().regions.items()))


# GB/T 2260: the provinces, whose finance departments cities report to.
_PROVINCES = {
    "11": "北京市", "12": "天津市", "13": "河北省", "14": "山西省", "15": "内蒙古自治区",
    "21": "辽宁省", "22": "吉林省", "23": "黑龙江省", "31": "上海市", "32": "江苏省",
    "33": "浙江省", "34": "安徽省", "35": "福建省", "36": "江西省", "37": "山东省",
    "41": "河南省", "42": "湖北省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区",
    "46": "海南省", "50": "重庆市", "51": "四川省", "52": "贵州省", "53": "云南省",
    "54": "西藏自治区", "61": "陕西省", "62": "甘肃省", "63": "青海省", "64": "宁夏回族自治区",
    "65": "新疆维吾尔自治区",
}  # fmt: skip


def province(region: str) -> str | None:
    """The name of the province a region lies in."""
    return _PROVINCES.get(region[:2])


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
