#!/usr/bin/env python3
"""明签验证包复算（SSJ-1），只用标准库，不联网。用法：python3 verify.py 验证包.zip或文件夹 [要查询的对象编号]
退出码：0 一致，1 不一致，2 人员无法排满，3 输入有误。"""
import hashlib, json, os, pathlib, re, sys, zipfile

def stop(code, text):
    print(text, file=sys.stderr)
    sys.exit(code)

def H(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

def ticket(seed, name):
    return "0." + str(int(H(H(seed) + name), 16)).rjust(64, "0")[::-1]

def load(source):
    if os.path.isdir(source):
        return {path.name: path.read_bytes() for path in pathlib.Path(source).iterdir() if path.is_file()}
    zipfile.is_zipfile(source) or stop(3, f"{source}：不是文件夹，也不是zip文件。")
    with zipfile.ZipFile(source) as package:
        return {os.path.basename(name): package.read(name) for name in package.namelist() if not name.endswith("/")}

def text_of(files, name):
    try:
        return files[name].decode("utf-8")
    except KeyError:
        stop(3, f"{name} 第1行：文件不存在。")
    except UnicodeDecodeError as error:
        stop(3, f"{name} 第{files[name].count(10, 0, error.start) + 1}行：不是UTF-8编码。")

def rows_of(files, name, columns=None):
    *lines, last = text_of(files, name).split("\n")
    last and stop(3, f"{name} 第{len(lines) + 1}行：最后一行没有以LF结束。")
    for number, line in enumerate(lines if columns else [], 1):
        if line.count("\t") != columns - 1 or number > 1 and lines[number - 2] >= line:
            stop(3, f"{name} 第{number}行：应为{columns}列，按字节顺序排列且不重复。")
    return [line.split("\t") for line in lines]

def same_hash(files, name, committed):
    found = H(text_of(files, name))
    found == committed or stop(1, f"{name}与冻结时不一致：冻结的哈希为{committed}，现为{found}。")

def seat_officers(meeting, plan, officers, recused, seed):
    """按票号、负荷最少者优先安排；每一步都用最大流确认其余席位仍能排满。"""
    elig, cap, joint = {}, {}, plan.get("joint", {})
    for name, stratum in meeting:
        for k, want in enumerate(plan["team"] + (joint.get("extra", []) if joint.get("grade", stratum) == stratum else [])):
            elig[name, k] = [j for j, o in officers.items() if (o["leader"] or not want.get("leader")) and (j, name) not in recused
                             and want.get("dept", "") in ("", o["dept"]) and want.get("qual", "") in ["", *o["scopes"]]]

    seats = list(elig)
    def place(at, root, wanted):
        taken, held, seats_of, fixed = at
        before, seen, queue = {root: None}, set(), [(root, wanted)]
        for seat, candidates in queue:
            for j in candidates:
                rival = held.get((seat[0], j))
                if not rival and j not in seen and len(seats_of[j]) < cap[j]:
                    while seat:  # 依次让出、接替
                        left = taken.get(seat)
                        if left:
                            del held[seat[0], left]
                            seats_of[left].discard(seat)
                        taken[seat], held[seat[0], j] = j, seat
                        seats_of[j].add(seat)
                        seat, j = before[seat], left
                    return True
                reached = {rival} if rival else seats_of[j] if j not in seen else set()
                seen |= set() if rival else {j}
                for other in sorted(reached - fixed - set(before)):
                    before[other] = seat
                    queue.append((other, elig[other]))
    def fill(highest):
        cap.update((j, min(o["cap"], max(0, highest - o["base"]))) for j, o in officers.items())
        at = {}, {}, {j: set() for j in officers}, set()
        return next((seat for seat in seats if not place(at, seat, elig[seat])), None), at
    stuck, _ = fill(max([o["base"] + o["cap"] for o in officers.values()], default=0))
    stuck and stop(2, f"人员无法排满：{stuck[0]}第{stuck[1] + 1}席无人可任（可任者已满上限，或已占同一对象的其他席位）。")
    tmin = next(t for t in range(10**9) if fill(t)[0] is None)
    _, at = fill(tmin + plan.get("slack", 0))
    band, loads = plan.get("band", 1), {j: o["base"] for j, o in officers.items()}
    for seat in seats:
        turn = sorted(elig[seat], key=lambda j: (loads[j] // band if band else 0, ticket(seed, f"{seat[0]}|{seat[1]}|{j}"), j))
        old = at[0].pop(seat)
        del at[1][seat[0], old]
        at[2][old].discard(seat)
        loads[next(j for j in turn if place(at, seat, [j]))] += 1
        at[3].add(seat)
    return tmin, [[at[0][seat] for seat in seats if seat[0] == name] for name, _ in meeting]

def verify(files, wanted=None):
    manifest = text_of(files, "manifest.txt")
    hashed = "".join(rf"{kind}\t([0-9a-f]{{64}})\n" for kind in ("objects", "officers", "recusals", "plan"))
    head = re.fullmatch(rf"(SSJ-1|SSJ-1-演练)\ndraw\t((?:YL)?\d{{4}}-\d{{3,}})\n{hashed}witnesses\t(\d+)\ndigits\t(\d+(?:,\d+)*)\n", manifest, re.A)
    head and head[2].startswith("YL") == head[1].endswith("演练") or stop(3, "manifest.txt 第1行：不是SSJ-1的清单。")
    number, counts, commitment = head[2], [int(n) for n in head[8].split(",")], H(manifest)
    len(counts) == int(head[7]) >= 2 and sum(counts) >= 20 or stop(3, "manifest.txt 第7行：见证人不足两名，或见证数字合计不足20位。")
    objects = dict(rows_of(files, "objects.tsv", 2))
    stages = [""] + [f".r{n}" for n in range(2, 100) if f"amend-r{n}.txt" in files]
    for n, suffix in enumerate(stages, 1):
        hashes = dict(rows_of(files, f"amend-r{n}.txt", 2)) if suffix else {"officers": head[4], "recusals": head[5]}
        officer_rows, recusal_rows = rows_of(files, f"officers{suffix}.tsv", 7), rows_of(files, f"recusals{suffix}.tsv", 3)
        for kind in ("officers", "recusals"):
            same_hash(files, f"{kind}{suffix}.tsv", hashes.get(kind))
    same_hash(files, "objects.tsv", head[3])
    same_hash(files, "plan.json", head[6])
    print(f"一、清单与冻结时一致。抽取编号 {number}，承诺值（请与签字的冻结单核对）：\n    {commitment}")
    digits = [row[0] for row in rows_of(files, "digits.txt")]
    for line, text in enumerate(digits, 1):
        re.fullmatch("[0-9]+", text) or stop(3, f"digits.txt 第{line}行：见证数字只能是0—9。")
    [len(text) for text in digits] == counts or stop(1, "digits.txt：见证数字的位数与冻结时不一致。")
    seed = "|".join([commitment] + digits)
    print(f"二、种子：{seed}")
    plan = json.loads(text_of(files, "plan.json"))
    excluded, draw_seed, label = {name for name, _ in plan.get("exclude", [])}, f"{seed}|obj|{number}", {}
    for stratum, ask in sorted(plan["strata"].items()):
        pool = [name for name, group in objects.items() if group == stratum and name not in excluded]
        must = ask.get("must", [])
        set(must) <= set(pool) or stop(3, "plan.json 第1行：必检对象不在名单内，或同时被排除。")
        asked = max(ask.get("min", 0), (len(pool) * ask["bp"] + 9999) // 10000) if "bp" in ask else ask["count"]
        size = max(min(len(pool), asked), len(must))
        rest = sorted(set(pool) - set(must), key=lambda name: (ticket(draw_seed, name), name))
        label.update({name: (stratum, "必检") for name in must})
        label.update({name: (stratum, "随机") for name in rest[:size - len(must)]})
        print(f"三、分组{stratum}：名单{len(pool)}户，抽取{size}户，其中必检{len(must)}户。")
        if wanted in rest:
            print(f"    {wanted}：本组第{rest.index(wanted) + 1}号，{'抽中' if wanted in label else '未抽中'}，票号 {ticket(draw_seed, wanted)}")
    meeting = sorted(label, key=lambda name: (ticket(draw_seed, name), name))
    if plan.get("mode") == "batch":
        rows = [[str(n + 1), name, label[name][0], str(n // plan["size"] + 1)] for n, name in enumerate(meeting)]
    else:
        officers = {row[0]: {"dept": row[2], "leader": row[3] == "1", "scopes": row[4].split(","), "base": int(row[5]), "cap": int(row[6])}
                    for row in officer_rows}
        tmin, teams = seat_officers([(name, label[name][0]) for name in meeting], plan, officers,
                                    {(row[0], row[1]) for row in recusal_rows}, f"{seed}|off|{number}{suffix.replace('.', '|')}")
        print(f"四、人员已排满，最低负荷上限 {tmin}。")
        rows = [[str(n + 1), name, *label[name], *teams[n]] for n, name in enumerate(meeting)]
    if wanted and (wanted not in objects or wanted in excluded or label.get(wanted, "  ")[1] == "必检"):
        print(f"    {wanted}：" + ("不在名单内" if wanted not in objects else "冻结前已排除" if wanted in excluded else "必检对象，非随机"))
    result = "".join("\t".join(row) + "\n" for row in rows)
    print(f"五、结果哈希 {H(result)}")
    if text_of({"result.tsv": result.encode(), **files}, "result.tsv") != result:
        same = len(os.path.commonprefix([text_of(files, "result.tsv"), result]))
        stop(1, f"result.tsv 第{result.count(chr(10), 0, same) + 1}行与复算不一致。")

if __name__ == "__main__":
    len(sys.argv) in (2, 3) or stop(3, __doc__)
    verify(load(sys.argv[1]), *sys.argv[2:])
    print("结论：与复算一致。")
