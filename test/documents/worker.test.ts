import { afterAll, expect, test } from 'vitest';
import { ensureFonts } from '../../electron/build/fonts.ts';
import type { Printed, PrintRefusal } from '../../electron/documents/assemble.ts';
import { createPool } from '../../electron/workers/pool.ts';
import type { PrintTask } from '../../electron/workers/print.worker.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { aDocument, aDossier, aPart, paragraphs } from '../support/prints.ts';

const pool = createPool({
  size: 1,
  entry: (name) => new URL(`../../electron/workers/${name}.worker.ts`, import.meta.url),
});
const fonts = ensureFonts();
const run = (task: PrintTask, onProgress = (_done: number, _total: number) => {}) =>
  pool.run<PrintTask, Result<Printed, PrintRefusal>>('print', task, { onProgress });

afterAll(() => pool.close());

test('文书和成批卷宗在工作线程里打印，进度逐卷报告', async () => {
  const document = await run({ fonts, kind: 'document', document: aDocument(paragraphs('检查通知书')) });
  expect(document).toMatchObject({ ok: true, value: { pages: 1 } });
  const told: string[] = [];
  const dossiers = [aDossier([aPart('记录', 2)]), aDossier([aPart('通知书', 1)])];
  const batch = await run({ fonts, kind: 'dossiers', dossiers }, (done, total) => told.push(`${done}/${total}`));
  expect(batch).toMatchObject({ ok: true, value: { pages: 10 } });
  expect(told).toEqual(['1/2', '2/2']);
});

test('印不出的字作为拒绝传回，不是故障', async () => {
  const refused = await run({ fonts, kind: 'document', document: aDocument(paragraphs('\u{323AF}')) });
  expect(refused).toMatchObject({ ok: false, code: 'CHARACTER_WITHOUT_FONT' });
});
