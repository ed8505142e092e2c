"""The expected error: a request that is refused, with one clear sentence."""

from __future__ import annotations

import errno

from zhengzhou_desk.common.messages import CHINESE, Message, message

# EFBIG: more than the disk or the system's limit takes; Windows has no quotas.
DISK_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a defect
    """A request the program declines: what is wrong, where, and what to do.

    Everything else that is raised is a defect of the program and reaches the crash page.
    """

    def __init__(self, template: str, /, **fields: object) -> None:
        self.message = Message(template, tuple(fields.items()))
        super().__init__(template)

    def text(self, lang: str = CHINESE) -> str:
        """The refusal as one sentence in a language."""
        return self.message.text(lang)

    def __str__(self) -> str:
        return self.text()


# What the system means by its numbers, in our own words: its own are English whatever the language asked for.
_SYSTEM = {
    "ENOENT": message("没有这个文件或文件夹"),
    "ENOTDIR": message("路径中有一段不是文件夹"),
    "EISDIR": message("这是文件夹"),
    "EEXIST": message("已经有同名的文件或文件夹"),
    "ENAMETOOLONG": message("名字太长"),
    "EACCES": message("没有权限"),
    "EPERM": message("没有权限"),
    "EROFS": message("磁盘是只读的"),
    "ENOSPC": message("磁盘已满"),
    "EDQUOT": message("磁盘配额已用完"),
    "EFBIG": message("文件太大，磁盘放不下"),
    "EIO": message("磁盘读写出错"),
    "EBUSY": message("正被另一个程序使用"),
    "ETXTBSY": message("正被另一个程序使用"),
    "EAGAIN": message("正被另一个程序使用"),
    "EMFILE": message("打开的文件太多"),
    "ENFILE": message("打开的文件太多"),
    "ELOOP": message("链接绕成了圈"),
    "EINVAL": message("名字或内容不合系统的要求"),
    "EILSEQ": message("名字里有系统不认的字"),
    "ENOTEMPTY": message("文件夹不是空的"),
    "EXDEV": message("不在同一块磁盘上"),
    "ENOMEM": message("内存不足"),
    "ENODEV": message("设备已断开"),
    "ENXIO": message("设备已断开"),
    "ESTALE": message("网络文件夹已断开"),
    "ENOTCONN": message("网络文件夹已断开"),
    "EHOSTDOWN": message("网络不通"),
    "EHOSTUNREACH": message("网络不通"),
    "ENETUNREACH": message("网络不通"),
    "ECONNRESET": message("网络不通"),
    "ETIMEDOUT": message("等待太久没有回应"),
    "EPIPE": message("对方已经停止接收"),
    "ENOTSUP": message("这块磁盘不支持"),
    "EOPNOTSUPP": message("这块磁盘不支持"),
    "ENOSYS": message("这块磁盘不支持"),
}


def system_words(error: Exception) -> Message:
    """The system's reason in plain words; a rare one by its number."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return message("名字里有系统不认的字") if isinstance(error, ValueError) else message("系统没有说明原因")
    if (
        isinstance(error, FileNotFoundError) and error.filename is None
    ):  # what `tempfile` says after all its folders refused
        return message("临时文件夹写不进去，磁盘可能已满")
    known = _SYSTEM.get(errno.errorcode.get(number, ""))
    return known if known is not None else message("系统错误 {number}", number=number)
