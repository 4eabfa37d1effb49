import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Package, Signed } from './draw-package.ts';

const script = fileURLToPath(new URL('../../resources/verify/verify.py', import.meta.url));

/** Runs verify.py on many folders in one Python; each as `python3 verify.py FOLDER C=… R=…` would end. */
const RUN_ALL = `
import contextlib, importlib.util, io, json, sys
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for case in json.load(sys.stdin):
    said, told, code = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(said):
        try:
            verify.verify(verify.load(case["folder"]), C=case["seed"], R=case["resultHash"])
        except SystemExit as stopped:
            code = stopped.code
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            told.write(f"plan.json 第1行：{error}")
            code = 3
    print(json.dumps({"code": code, "told": told.getvalue(), "said": said.getvalue()}))
`;

export interface PythonReport {
  readonly code: number;
  /** stderr and stdout. */
  readonly told: string;
  readonly said: string;
}

interface Case {
  readonly files: Package;
  readonly signed?: Partial<Signed>;
}

/** Writes each package into a folder of its own, and gives what verify.py says of it; `use` may look at the folders too. */
export function verifyAll(
  cases: readonly Case[],
  use: (folder: string, index: number) => void = () => {},
): PythonReport[] {
  const root = mkdtempSync(join(tmpdir(), 'draw-'));
  try {
    const input = cases.map(({ files, signed: { seed = '', resultHash = '' } = {} }, index) => {
      const folder = join(root, String(index));
      mkdirSync(folder);
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
      use(folder, index);
      return { folder, seed, resultHash };
    });
    const env = { ...process.env, PYTHONUTF8: '1' };
    const run = spawnSync('python3', ['-c', RUN_ALL, script], { input: JSON.stringify(input), encoding: 'utf8', env });
    if (run.stderr !== '') throw new Error(run.stderr);
    return run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as PythonReport);
  } finally {
    rmSync(root, { recursive: true });
  }
}
