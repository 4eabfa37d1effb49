#!/usr/bin/env python3
"""核验台账导出文件，不需要明签程序，只用 Python 标准库。

用法：python3 verify-ledger.py 操作台账.txt [序号:校验值 ...]
“序号:校验值”照抄纸面上已签字的台账校验单、抽取记录或公示表，可以写多个。
全部相符返回0；有改动返回1并指明是第几条；文件读不懂返回3。

每行是：校验值、一个制表符、该条记录（JSON）。校验值 = SHA-256(上一条的校验值 + 该条记录)，第一条之前记64个0。
不能发现：在最后一次打印校验值之后，被掌握整台电脑的人全部重写的部分。
"""
import hashlib
import json
import re
import sys


def main(path, *printed):
    heads = {}
    for text in printed:
        match = re.fullmatch(r"(\d+)[:：]([0-9a-fA-F\s]{64,})", text)
        if match is None:
            return bad(f"“{text}”应写成 序号:校验值")
        heads[int(match[1])] = re.sub(r"\s", "", match[2]).lower()
    previous, count = "0" * 64, 0
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            value, tab, entry = line.rstrip("\n").partition("\t")
            if tab == "" or re.fullmatch(r"[0-9a-f]{64}", value) is None:
                return bad(f"第{number}行读不懂")
            try:
                seq = json.loads(entry)[0]
            except (ValueError, IndexError, TypeError):
                return bad(f"第{number}行读不懂")
            count += 1
            if seq != count:
                return altered(f"第{count}条缺失：此处是第{seq}条")
            if hashlib.sha256((previous + entry).encode("utf-8")).hexdigest() != value:
                return altered(f"第{count}条或它之前的一条被改动")
            if heads.get(count, value) != value:
                return altered(f"第{count}条与纸面上的校验值不符")
            previous = value
    missing = [seq for seq in heads if seq > count]
    if missing:
        return altered(f"纸面上有第{min(missing)}条，文件里只到第{count}条")
    print(f"相符：共{count}条，末条校验值 {previous}")
    return 0


def altered(sentence):
    print(sentence)
    return 1


def bad(sentence):
    print(sentence, file=sys.stderr)
    return 3


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(3)
    sys.exit(main(*sys.argv[1:]))
