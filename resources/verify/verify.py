#!/usr/bin/env python3
"""明签验证包复算（SSJ-1），只用标准库，不联网。不一致时写明文件和行。
用法：python3 verify.py 验证包.zip或文件夹 [对象编号] [C=签字的承诺值或种子] [R=签字的结果哈希]
退出码：0 一致，1 不一致，2 人员无法排满，3 输入有误。"""
import hashlib, json, os, pathlib, re, sys, unicodedata, zipfile

HASHED = ["objects.tsv", "officers.tsv", "recusals.tsv", "plan.json"]
FORMS = {  # 每种文件各行的写法；manifest.txt和amend只有这几行
    "manifest": ["(SSJ-1|SSJ-1-演练)", r"draw\t(YL)?20\d\d-\d{3,}", *[re.sub(r"\..*", "\t[0-9a-f]{64}", name) for name in HASHED], r"witnesses\t[1-9]\d?", r"digits\t[1-9]\d?(,[1-9]\d?)*"],
    "amend": ["officers\t[0-9a-f]{64}", "recusals\t[0-9a-f]{64}"], "SHA256SUMS": "[0-9a-f]{64}  .+", "digits": "[0-9]+", "objects": "[^\t]+\t[^\t]+",
    "officers": r"([^\t]+\t){3}[01]\t[^\t]*(\t(0|[1-9]\d{0,5})){2}", "recusals": "[^\t]+\t[^\t]+\t[^\t]+"}

def stop(code, text): sys.exit(print(text, file=sys.stderr) or code)
def H(data): return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8")).hexdigest()
def ticket(seed, name): return "0." + str(int(H(H(seed) + name), 16)).rjust(64, "0")[::-1]

def load(source):
    if os.path.isdir(source):
        return {path.name: path.read_bytes() for path in pathlib.Path(source).iterdir() if path.is_file()}
    with zipfile.ZipFile(source) if zipfile.is_zipfile(source) else stop(3, f"{source}：不是文件夹，也不是zip文件。") as package:
        names = sorted((os.path.basename(name), name) for name in package.namelist() if name[-1] != "/")
        [stop(3, f"{a[0]} 第1行：zip中有两个同名文件。") for a, b in zip(names, names[1:]) if a[0] == b[0]]
        return {short: package.read(name) for short, name in names}

def rows_of(files, name):  # 文件的各行各列：UTF-8、NFC、每行以LF结束、无BOM和CR；名单按字节排序，编号不重复
    kind = re.match("[A-Za-z0-9]+", name)[0]
    *lines, end = files.get(name, b"").decode("utf-8", "surrogateescape").split("\n")
    forms = FORMS[kind] if isinstance(FORMS[kind], list) else [FORMS[kind]] * len(lines)
    for n, (line, form) in enumerate(zip([*lines, *[end] * (end > ""), *forms[len(lines):]], [*forms, "$^"]), 1):
        right = n <= len(lines) and re.fullmatch(form, line, re.A) and not re.search("[\r\udc80-\udcff]|^\ufeff", line) and unicodedata.is_normalized("NFC", line)
        name in files and right or stop(3, f"{name} 第{n}行：" + ("写法不合规定（列数、空项、数字、UTF-8、NFC、LF、BOM）。" if name in files else "文件不存在。"))
        rising = n == 1 or lines[n - 2] < line and (kind == "recusals" or lines[n - 2].split("\t")[0] != line.split("\t")[0])
        rising or name[-4:] != ".tsv" or stop(3, f"{name} 第{n}行：重复，或没有按字节顺序排列。")
    return [line.split("\t") for line in lines]

def plan_of(files, group):  # 方案：键排序、无空格、数为非负整数；排除的按编号排序；必检的在本组名单内、未被排除
    text = (files.get("plan.json") or stop(3, "plan.json 第1行：文件不存在。")).decode("utf-8")
    plan = json.loads(text, parse_int=lambda digits: int(digits if digits.isdigit() else "负数"), parse_float=int)
    out, keys = [name for name, _ in plan.get("exclude", [])], {"mode", "size"} if "mode" in plan else {"team", "joint", "band", "slack"}
    right = text == unicodedata.normalize("NFC", json.dumps(plan, sort_keys=True, separators=(",", ":"), ensure_ascii=False)) and out == sorted({*out} & {*group})
    right and {*plan} <= {"strata", "exclude", *keys} or stop(3, "plan.json 第1行：写法、键或exclude不符合规定。")
    [stop(3, f"objects.tsv 第{n}行：方案中没有分组“{g}”。") for n, g in enumerate(group.values(), 1) if g not in plan["strata"]]
    for g, ask in plan["strata"].items():
        must, right = ask.get("must", []), {*ask} in ({"bp", *ask} - {"count"}, {"count", "must"}, {"count"}) and {*ask} <= {"bp", "min", "must", "count"}
        right and ask.get("bp", 0) <= 10000 and len(must) == len({*must} - {*out}) and all(group.get(one) == g for one in must) or stop(3, f"plan.json 第1行：strata.{g}不符合规定。")
    return plan

def place_of(files, name):  # lines.txt存有各文件每一行（方案为每一项）的短哈希，只用来指出哪里被改动，结论不取决于它
    text, kept = [files.get(one, b"").decode("utf-8", "replace") for one in (name, "lines.txt")]
    rows, (unit, mark) = {row for row in kept.split("\n") if row.startswith(name + "\t")}, ("项", ",") if name == "plan.json" else ("行", "\n")
    changed = [(n, piece) for n, piece in enumerate(text.split(mark), 1) if rows and f"{name}\t{n}\t{H(piece)[:8]}" not in rows]
    return f"{name} 第{changed[0][0]}{unit}“{changed[0][1][:80]}”".replace("\t", " ") if changed else f"{name} "

def same_hashes(files, hashes, where):
    for n, (name, expected) in enumerate(hashes, 1):
        name in files or stop(3, f"{name} 第1行：文件不存在，{where.format(n)}列有。")
        H(files[name]) == expected or stop(1, f"{place_of(files, name)}与{where.format(n)}的哈希不一致，现为{H(files[name])}。")

def seat_officers(meeting, plan, officers, recused, seed, wanted, say):  # 按票号、负荷最少者优先安排；每一步都确认其余席位仍能全部排满（最大流）
    elig, joint = {}, plan.get("joint", {})
    for name, stratum in meeting:
        for k, want in enumerate(plan["team"] + (joint.get("extra", []) if joint.get("grade", stratum) == stratum else [])):
            elig[name, k] = [j for j, o in officers.items() if (o["leader"] or not want.get("leader")) and (j, name) not in recused
                             and want.get("dept", "") in ("", o["dept"]) and want.get("qual", "") in ["", *o["scopes"]]]
    taken, held, of, cap, fixed = {}, {}, {}, {}, set()
    def leave(seat): seat in taken and (of[taken[seat]].discard(seat), held.pop((seat[0], taken.pop(seat))))
    def place(seat, candidates, seen):
        for j in candidates:
            rival = held.get((seat[0], j))
            if rival not in fixed and (rival or j) not in seen:
                seen.add(rival or j)
                others = [rival] if rival else sorted(of[j] - fixed - seen) if len(of[j]) >= cap[j] else [None]
                if any(other is None or not seen.add(other) and place(other, elig[other], seen) for other in others):
                    leave(seat)
                    taken[seat], held[seat[0], j] = j, seat
                    return not of[j].add(seat)
    def stuck(highest):
        cap.update((j, min(o["cap"], max(0, highest - o["base"]))) for j, o in officers.items())
        taken.clear(), held.clear(), of.update((j, set()) for j in officers)
        return next((seat for seat in elig if not place(seat, elig[seat], set())), None)
    seat = stuck(10**9)
    seat and stop(2, f"人员无法排满：{seat[0]}第{seat[1] + 1}席无人可任（可任者已满上限，或已占同一对象的其他席位）。")
    tmin = next(t for t in range(10**9) if stuck(t) is None)
    stuck(tmin + plan.get("slack", 0))
    band, loads = plan.get("band", 1), {j: o["base"] for j, o in officers.items()}
    for seat in elig:
        turn = sorted(elig[seat], key=lambda j: (loads[j] // band if band else 0, ticket(seed, f"{seat[0]}|{seat[1]}|{j}"), j))
        leave(seat)
        j = next(j for j in turn if place(seat, [j], set()))
        seat[0] == wanted and say(f"    第{seat[1] + 1}席：依次为{'、'.join(f'{one}（已{loads[one]}）' for one in turn)}；取{j}。")
        loads[j] += 1
        fixed.add(seat)
    say(f"四、人员已排满，最低负荷上限 {tmin}。")
    return {name: [taken[seat] for seat in elig if seat[0] == name] for name, _ in meeting}

def result_of(objects, plan, draw_seed, seat_seed, officer_rows, recusal_rows, wanted, say):
    label, excluded = {}, {name for name, _ in plan.get("exclude", [])}
    order = lambda names: sorted(names, key=lambda name: (ticket(draw_seed, name), name))
    for stratum, ask in sorted(plan["strata"].items()):
        pool, must = [name for name, group in objects.items() if group == stratum and name not in excluded], ask.get("must", [])
        asked = max(ask.get("min", 0), (len(pool) * ask["bp"] + 9999) // 10000) if "bp" in ask else ask["count"]
        size, rest = max(min(len(pool), asked), len(must)), order(set(pool) - set(must))
        label.update({name: (stratum, "必检") for name in must}, **{name: (stratum, "随机") for name in rest[:size - len(must)]})
        how = f"{len(pool)}×{ask['bp']}÷10000，进位取整，至少{ask.get('min', 0)}" if "bp" in ask else f"定数{ask['count']}"
        say(f"三、分组{stratum}：名单{len(pool)}户（已除去排除的），抽取{size}户（{how}），其中必检{len(must)}户。首位未中：{''.join(rest[size - len(must):][:1])}")
        wanted in rest and say(f"    {wanted}：本组第{rest.index(wanted) + 1}号，{'抽中' if wanted in label else '未抽中'}，票号 {ticket(draw_seed, wanted)}")
    wanted and (wanted not in label or label[wanted][1] == "必检") and say(f"    {wanted}：{'不在名单内' if wanted not in objects else '冻结前已排除' if wanted in excluded else '必检对象，非随机' if wanted in label else '未抽中'}")
    if "mode" in plan:
        return "".join(f"{n + 1}\t{name}\t{label[name][0]}\t{n // plan['size'] + 1}\n" for n, name in enumerate(order(label)))
    officers = {row[0]: {"dept": row[2], "leader": row[3] == "1", "scopes": row[4].split(","), "base": int(row[5]), "cap": int(row[6])} for row in officer_rows}
    teams = seat_officers([(name, label[name][0]) for name in order(label)], plan, officers, {(row[0], row[1]) for row in recusal_rows}, seat_seed, wanted, say)
    return "".join("\t".join([str(n + 1), name, *label[name], *teams[name]]) + "\n" for n, name in enumerate(teams))

def verify(files, wanted="", C="", R=""):
    head = [row[-1] for row in rows_of(files, "manifest.txt")]
    number, counts, commitment = head[1], [int(n) for n in head[7].split(",")], H(files["manifest.txt"])
    head[0].endswith("演练") == number.startswith("YL") or stop(3, "manifest.txt 第2行：演练编号以YL开头，正式抽取不以YL开头。")
    len(counts) == int(head[6]) >= 2 and sum(counts) >= 20 or stop(3, "manifest.txt 第8行：见证人不足两名或与人数不符，或见证数字合计不足20位。")
    objects, stages, committed = dict(rows_of(files, "objects.tsv")), [], [*zip(HASHED, head[2:6])]
    for n in range(1, max([1] + [int(n) for name in files for n in re.findall(r"^(?:amend-|officers\.|recusals\.)r(\d+)\.", name)]) + 1):
        names = [f"{kind}.r{n}.tsv" if n > 1 else f"{kind}.tsv" for kind in ("officers", "recusals")]
        stages.append([rows_of(files, name) for name in names])
        committed += zip(names, [row[1] for row in rows_of(files, f"amend-r{n}.txt")]) if n > 1 else []
    digits = [row[0] for row in rows_of(files, "digits.txt")]
    sums = [(row[0][66:], row[0][:64]) for row in (rows_of(files, "SHA256SUMS") if "SHA256SUMS" in files else [])]
    same_hashes(files, sums, "SHA256SUMS第{}行")
    [stop(3, f"{name} 第1行：不在SHA256SUMS中，是多出的文件。") for name in sorted(set(files) - dict(sums).keys()) if sums and re.search(r"\.(tsv|json)$|^(amend.*|digits|lines)\.txt$", name)]
    plan = plan_of(files, objects)
    same_hashes(files, committed, "清单（冻结时）")
    for n, (found, count) in enumerate(zip([*map(len, digits), 0], [*counts, 0]), 1):
        found == count or stop(1, f"digits.txt 第{n}行：见证数字的位数与冻结时不一致。")
    seed = "|".join([commitment, *digits])
    for n, (signed, mine) in enumerate(zip(re.sub(r"\s", "", C.lower()).split("|") if C else [], seed.split("|"))):
        signed == mine or stop(1, f"{f'digits.txt 第{n}行：见证数字' if n else f'manifest.txt 第1行：承诺值{mine}'}与签字的不同，不是当场的那一份。")
    print(f"一、清单与冻结时一致。抽取编号 {number}，承诺值（请与签字的冻结单核对）：\n    {commitment}\n二、种子：{seed}")
    run = lambda n, *how: result_of(objects, plan, f"{seed}|obj|{number}", f"{seed}|off|{number}" + f"|r{n}" * (n > 1), *stages[n - 1], *how)
    result = run(len(stages), wanted, print)
    print(f"五、结果哈希 {H(result)}")
    for n, (a, b) in enumerate(zip(*[[*text.split("\n"), ""] for text in (files.get("result.tsv", result.encode()).decode("utf-8", "replace"), result)]), 1):
        a == b or stop(1, f"result.tsv 第{n}行与复算不一致：文件中为“{a}”，复算为“{b}”。")
    re.sub(r"\s", "", R.lower()) in ("", H(result)) or stop(1, "digits.txt 第1行起，或amend更正的人员名单：结果哈希与签字的抽取记录不同，承诺值若一致，被改动的就是见证数字或人员的更正。")

if __name__ == "__main__":
    signed = dict(arg.split("=", 1) for arg in sys.argv[2:] if arg[:2] in ("C=", "R="))
    len(sys.argv) > 1 or stop(3, __doc__)
    try:
        verify(load(sys.argv[1]), *[arg for arg in sys.argv[2:] if arg[:2] not in ("C=", "R=")], **signed)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        stop(3, f"plan.json 第1行：方案不符合规定（{error}）。")
    print("结论：与复算一致。")
