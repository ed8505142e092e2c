"""Names of the sample district: fifteen departments and what belongs to them, none of them a real body."""

from __future__ import annotations

# How each line below says what a unit has: own canteen, none, outsourced, or "=name" for one shared with `name`.
OWN, NONE, OUTSOURCED = "own", "none", "outsourced"

STREETS = ("青禾", "晨曦", "云杉", "麦香", "柳岸", "银杏", "星河", "锦帆", "丹枫", "玉兰")
COMPOUND = "机关事务服务中心"
_COMPOUND = f"={COMPOUND}"
_DIGITS = "一二三四五六七八九"

# code, name, canteen of the department itself
DEPARTMENTS: tuple[tuple[str, str, str], ...] = (
    ("101", "政府办公室", _COMPOUND),
    ("102", "发展改革局", _COMPOUND),
    ("103", "教育局", OWN),
    ("104", "科技和工业信息化局", _COMPOUND),
    ("105", "民政局", _COMPOUND),
    ("106", "财政局", _COMPOUND),
    ("107", "人力资源社会保障局", _COMPOUND),
    ("108", "城市管理局", OWN),
    ("109", "农业农村局", OWN),
    ("110", "文化旅游局", OWN),
    ("111", "卫生健康局", OWN),
    ("112", "市场监督管理局", OWN),
    ("113", "应急管理局", _COMPOUND),
    ("114", "街道工作办公室", _COMPOUND),
    ("115", "国有资产服务中心", _COMPOUND),
)


def ordinal(number: int) -> str:
    """1 to 99 in Chinese: 三, 十二, 二十, 三十五."""
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones - 1] if ones else "")


def _numbered(name: str, count: int, kind: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"第{ordinal(number)}{name}", kind, OWN) for number in range(1, count + 1))


# Of each department: name, kind, canteen; codes follow the order, from 003 on.
SUBORDINATES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "101": (
        (COMPOUND, "事业单位", _COMPOUND),
        ("档案馆", "事业单位", "=大数据服务中心"),
        ("信访接待中心", "事业单位", _COMPOUND),
        ("大数据服务中心", "事业单位", NONE),
    ),
    "102": (("粮食物资储备中心", "事业单位", OWN), ("价格认定中心", "事业单位", NONE)),
    "103": (
        *_numbered("小学", 30, "小学"),
        *_numbered("中学", 14, "中学"),
        *_numbered("幼儿园", 9, "幼儿园"),
        ("第一实验幼儿园", "幼儿园", OWN),
        ("特殊教育学校", "小学", OWN),
        ("职业中等专业学校", "中学", OUTSOURCED),
        ("教师进修学校", "事业单位", OWN),
        ("教学研究中心", "事业单位", NONE),
        ("招生考试中心", "事业单位", NONE),
        ("学生资助中心", "事业单位", NONE),
    ),
    "104": (("科技创新服务中心", "事业单位", NONE), ("中小企业服务中心", "事业单位", NONE)),
    "105": (
        ("社会福利院", "福利机构", OWN),
        ("养老服务中心", "福利机构", OUTSOURCED),
        ("救助管理站", "事业单位", OWN),
        ("婚姻登记处", "事业单位", NONE),
    ),
    "106": (("国库支付中心", "事业单位", _COMPOUND), ("投资评审中心", "事业单位", NONE)),
    "107": (
        ("社会保险中心", "事业单位", OWN),
        ("技工学校", "中学", OUTSOURCED),
        ("劳动监察大队", "事业单位", NONE),
    ),
    "108": (
        ("环境卫生服务中心", "事业单位", OWN),
        ("园林绿化中心", "事业单位", OWN),
        ("市政设施养护中心", "事业单位", OUTSOURCED),
        ("城管执法大队", "事业单位", OWN),
        ("停车管理中心", "事业单位", NONE),
    ),
    "109": (
        ("农业技术推广站", "事业单位", NONE),
        ("动物卫生监督所", "事业单位", OWN),
        ("水利工程管理所", "事业单位", OWN),
        ("林业工作站", "事业单位", NONE),
    ),
    "110": (
        ("图书馆", "事业单位", OWN),
        ("文化馆", "事业单位", "=文化馆"),
        ("博物馆", "事业单位", OWN),
        ("体育中心", "事业单位", OUTSOURCED),
    ),
    "111": (
        ("人民医院", "医院", OWN),
        ("第二人民医院", "医院", OUTSOURCED),
        ("中医院", "医院", OWN),
        ("妇幼保健院", "医院", OWN),
        ("精神卫生中心", "医院", OWN),
        ("老年病医院", "医院", OUTSOURCED),
        ("康复医院", "医院", OWN),
        ("口腔医院", "医院", OWN),
        ("疾病预防控制中心", "事业单位", OWN),
        ("急救中心", "事业单位", OWN),
        ("卫生监督所", "事业单位", NONE),
        ("健康教育中心", "事业单位", NONE),
        *((f"{street}街道社区卫生服务中心", "社区卫生", OWN) for street in STREETS),
        ("青禾街道卫生服务站", "社区卫生", "=青禾街道社区卫生服务中心"),
        ("晨曦街道卫生服务站", "社区卫生", "=晨曦街道社区卫生服务中心"),
        ("云杉街道卫生服务站", "社区卫生", "=康复医院"),
        ("麦香街道卫生服务站（东区）", "社区卫生", "=麦香街道社区卫生服务中心"),
        ("麦香街道卫生服务站 (东区)", "社区卫生", "=麦香街道社区卫生服务中心"),
        ("柳岸街道卫生服务站", "社区卫生", "=柳岸街道社区卫生服务中心"),
    ),
    "112": (*_numbered("市场监管所", 4, "事业单位"), ("检验检测中心", "事业单位", OWN)),
    "113": (("消防救援保障中心", "事业单位", OWN), ("应急物资储备库", "事业单位", NONE)),
    "114": (
        *((f"{street}街道办事处", "街道", OWN) for street in STREETS),
        *((f"{street}街道便民服务中心", "便民中心", f"={street}街道办事处") for street in STREETS),
    ),
}

CODES: dict[str, str] = {name: code for code, name, _ in DEPARTMENTS} | {
    name: f"{department}{place:03d}"
    for department, units in SUBORDINATES.items()
    for place, (name, _, _) in enumerate(units, 3)
}

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
ENTERPRISES = (
    "城市建设投资公司", "交通发展公司", "水务公司", "公共停车公司", "文化旅游投资公司", "产业园运营公司",
    "粮油储备公司", "环卫服务公司", "园林工程公司", "供热公司", "物业服务公司", "人力资源服务公司",
    "农业发展公司", "安居住房公司",
)  # fmt: skip
