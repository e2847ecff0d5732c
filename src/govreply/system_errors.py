"""Why the operating system refused something, in words that a person reads in either language."""

from __future__ import annotations

import errno
from typing import Final

from govreply.language import Bilingual

_WORDS: Final = {
    errno.ENOENT: Bilingual("没有这个文件或文件夹", "no such file or folder"),
    errno.ENOTDIR: Bilingual("路径中有一段不是文件夹", "part of the path is no folder"),
    errno.EISDIR: Bilingual("是文件夹，不是文件", "it is a folder and no file"),
    errno.EEXIST: Bilingual("已有同名的文件或文件夹", "there is a file or folder of that name already"),
    errno.ENOTEMPTY: Bilingual("文件夹不是空的", "the folder is not empty"),
    errno.EACCES: Bilingual("没有权限", "permission denied"),
    errno.EPERM: Bilingual("系统不允许这样操作", "operation not permitted"),
    errno.EROFS: Bilingual("所在磁盘只能读，不能写", "the disk is read-only"),
    errno.ENOSPC: Bilingual("磁盘已满", "no space left on the disk"),
    errno.EBADF: Bilingual("已关闭", "it is closed"),
    errno.EDQUOT: Bilingual("已用完分配的磁盘空间", "the quota of disk space is used up"),
    errno.EFBIG: Bilingual("文件超过系统允许的大小", "the file is larger than the system allows"),
    errno.ENAMETOOLONG: Bilingual("文件名或路径过长", "the name or the path is too long"),
    errno.ELOOP: Bilingual("符号链接绕成一圈", "symbolic links that lead round in a circle"),
    errno.EXDEV: Bilingual("不能跨磁盘移动", "it cannot be moved to another disk"),
    errno.EBUSY: Bilingual("正被其他程序占用", "another program is using it"),
    errno.ETXTBSY: Bilingual("正被其他程序占用", "another program is using it"),
    errno.EMFILE: Bilingual("打开的文件过多", "too many open files"),
    errno.ENFILE: Bilingual("打开的文件过多", "too many open files"),
    errno.ENOMEM: Bilingual("内存不够用", "out of memory"),
    errno.EIO: Bilingual("磁盘读写出错", "the disk failed to read or write"),
    errno.EINVAL: Bilingual("系统不接受这个文件名或这种操作", "the system accepts no such name or operation"),
    errno.EPIPE: Bilingual("接收的程序已经结束", "the program that reads it has ended"),
    errno.ENXIO: Bilingual("没有这个设备", "no such device"),
    errno.ENODEV: Bilingual("没有这个设备", "no such device"),
    errno.ESTALE: Bilingual("网络磁盘上的文件已不在原处", "the file on the network disk is no longer there"),
    errno.ETIMEDOUT: Bilingual("等待超时", "timed out"),
}


def words_of(error: OSError) -> Bilingual:
    """The cause of `error` without its number and without the path, which who tells it puts in front.

    A cause that is not listed here is told in the system's own words, with its number for Chinese readers to look up.
    """
    known = _WORDS.get(error.errno) if error.errno is not None else None
    if known is not None:
        return known
    said = error.strerror or str(error) or type(error).__name__
    return Bilingual(said if error.errno is None else f"系统错误 {error.errno}：{said}", said)
