import { describe, expect, test } from 'vitest';
import { type ReplayReport, replay } from '../../../electron/commands/replay.ts';
import { MANIPULATIONS } from '../../support/draw-manipulations.ts';
import { type Package, type Signed, samplePackage, signedOfSample } from '../../support/draw-package.ts';
import { verifyAll } from '../../support/verify-py.ts';

const cases = [
  { name: '原样', files: samplePackage as Package, told: /^$/, signed: signedOfSample },
  { name: '原样，不核对纸面', files: samplePackage as Package, told: /^$/, signed: {} },
  {
    name: '原样，照纸面四个一组、大写地抄',
    files: samplePackage as Package,
    told: /^$/,
    signed: asOnPaper(signedOfSample),
  },
  ...MANIPULATIONS,
];
const replayed: ReplayReport[] = [];
const python = verifyAll(cases, (folder, index) => replayed.push(replay(folder, cases[index]?.signed)));
const numbered = cases.map((one, index) => [one.name, index, one.told] as const);

test('至少五十种不同的改动', () => {
  expect(new Set(MANIPULATIONS.map(({ name }) => name)).size).toBe(MANIPULATIONS.length);
  expect(MANIPULATIONS.length).toBeGreaterThan(100);
});

describe('verify.py', () => {
  test.each(numbered)('%s', (name, index, place) => {
    const report = python[index];
    expect(report?.told).toMatch(place);
    expect(report?.code === 0).toBe(name.startsWith('原样'));
  });
});

describe('npm run replay', () => {
  test.each(numbered)('%s', (name, index, place) => {
    const report = replayed[index];
    expect(report?.exit === 0).toBe(name.startsWith('原样'));
    if (!name.startsWith('原样')) expect(report?.stderr).toMatch(place);
  });
});

function asOnPaper({ seed, resultHash }: Signed): Signed {
  const grouped = (text: string) => (text.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
  return { seed: seed.split('|').map(grouped).join(' | '), resultHash: grouped(resultHash) };
}
