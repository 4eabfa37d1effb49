import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ticketLines } from '../../../electron/commands/tickets.ts';
import { type SamplerVectors, vectors } from '../../support/draw-vectors.ts';

const command = fileURLToPath(new URL('../../../electron/commands/tickets.ts', import.meta.url));
const { ids, cases } = vectors<SamplerVectors>('consistent_sampler_uscc1000');

test.each(cases.map((one) => [one.name, one] as const))('%s: the first ten tickets', (_, one) => {
  const lines = ticketLines(Buffer.from(ids.join('\n')), one.seed, one.first_tickets.length);
  expect(lines.ok && lines.value).toBe(one.first_tickets.map((row) => `${row.join('\t')}\n`).join(''));
});

describe('ids that are refused', () => {
  test.each([
    ['A\n\nB\n', 2, 'EMPTY_FIELD'],
    ['A\nB\nA\n', 3, 'REPEATED'],
    ['A\nB\tC\n', 2, 'FIELD_COUNT'],
    ['A\r\nB\n', 1, 'CARRIAGE_RETURN'],
  ])('%j', (text, line, problem) => {
    expect(ticketLines(Buffer.from(text), 's', 1)).toMatchObject({ details: { line, problem } });
  });

  test('bytes that are not UTF-8', () => {
    expect(ticketLines(Buffer.from([0xd5, 0xd4]), 's', 1)).toMatchObject({ details: { problem: 'NOT_UTF8' } });
  });
});

test('no ids, no tickets', () => {
  expect(ticketLines(Buffer.alloc(0), 's', 5)).toEqual({ ok: true, value: '' });
});

test('the command reads stdin', () => {
  const run = (args: string[], input: string) =>
    spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', input });
  const one = cases[0]!;
  expect(run(['--seed', one.seed, '--take', '1'], ids.join('\n'))).toMatchObject({
    status: 0,
    stdout: `${one.first_tickets[0]?.join('\t')}\n`,
  });
  expect(run(['--seed', one.seed], 'A\nB\n').stdout.split('\n')).toHaveLength(3);
  expect(run(['--seed', 's', '--take', 'x'], 'A\n')).toMatchObject({ status: 3, stdout: '' });
  expect(run(['--take', '1'], 'A\n').status).toBe(3);
  expect(run(['--seed', 's', '--other'], 'A\n').status).toBe(3);
  expect(run(['--seed', 's'], 'A\nA\n')).toMatchObject({ status: 3, stderr: 'ids.txt 第2行：“A”重复。\n' });
});
