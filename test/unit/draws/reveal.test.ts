import { describe, expect, test } from 'vitest';
import {
  actOn,
  beatOf,
  type Frame,
  framesOf,
  LIST_ROWS,
  moveOn,
  paces,
  type RevealPosition,
  type RevealScript,
  revealActs,
} from '../../../shared/features/draws/reveal.ts';
import { fc } from '../../support/properties.ts';

const objects = (...groups: { must: number; random: number }[]): RevealScript => ({
  kind: 'objects',
  groups,
  isBatch: false,
});
const kinds = (frames: readonly Frame[]) => frames.map(({ kind }) => kind);
const begun: RevealPosition = { frame: 0, pace: 'normal', isPaused: false, movedAt: 0 };

const script = fc.oneof(
  fc.record({
    kind: fc.constant('objects' as const),
    groups: fc.array(
      fc.record({ must: fc.nat(40), random: fc.nat(400) }).filter(({ must, random }) => must + random > 0),
      { maxLength: 5 },
    ),
    isBatch: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('teams' as const),
    objects: fc.nat(300),
    seats: fc.integer({ min: 0, max: 29 }),
  }),
  fc.constantFrom<RevealScript>({ kind: 'frozen' }, { kind: 'closing' }),
);

describe('依次显示的内容', () => {
  test('每组一户一户到抽中线，再翻全部名单', () => {
    const frames = framesOf(objects({ must: 1, random: 2 }, { must: 0, random: 1 }));
    expect(kinds(frames)).toEqual(['opening', 'names', 'names', 'names', 'line', 'names', 'line', 'list']);
    expect(frames.flatMap((frame) => (frame.kind === 'names' ? [[frame.group, frame.shown]] : []))).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 1],
    ]);
  });

  test('户数多的按页显示', () => {
    const frames = framesOf(objects({ must: 0, random: 1_200 }));
    const pages = Math.ceil(1_200 / LIST_ROWS);
    expect(kinds(frames).filter((kind) => kind === 'names')).toHaveLength(pages);
    expect(kinds(frames).filter((kind) => kind === 'list')).toHaveLength(pages);
  });

  test('批次顺序只有名单', () => {
    const frames = framesOf({ kind: 'objects', groups: [{ must: 0, random: 20 }], isBatch: true });
    expect(kinds(frames)).toEqual(['opening', 'list', 'list', 'list']);
  });

  test('每组都显示到最后一户，一户不漏', () => {
    fc.assert(
      fc.property(script, (given) => {
        const frames = framesOf(given);
        if (given.kind === 'teams') {
          const last = frames.at(-1);
          expect(last?.kind === 'teams' ? last.shown : 0).toBe(given.objects);
        }
        if (given.kind !== 'objects' || given.isBatch) return;
        for (const [group, { must, random }] of given.groups.entries()) {
          const shown = frames.flatMap((frame) =>
            frame.kind === 'names' && frame.group === group ? [frame.shown] : [],
          );
          expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
          expect(shown.at(-1)).toBe(must + random);
        }
      }),
    );
  });
});

describe('走到哪里', () => {
  const frames = framesOf(objects({ must: 0, random: 5 }));

  test('到时间才走，快慢各有一拍', () => {
    for (const pace of paces) {
      const opening = 2 * beatOf[pace];
      expect(moveOn({ ...begun, pace }, frames, opening - 1).frame).toBe(0);
      expect(moveOn({ ...begun, pace }, frames, opening)).toEqual({ ...begun, pace, frame: 1, movedAt: opening });
    }
  });

  test('没有人看的时间不算：停机、断电之后从原处起，这一屏重新显示', () => {
    const after = moveOn(begun, frames, 3_600_000);
    expect(after).toEqual({ ...begun, movedAt: 3_600_000 });
    expect(moveOn(after, frames, 3_600_000 + 2 * beatOf.normal).frame).toBe(1);
  });

  test('时钟倒拨不倒退', () => {
    const at = { ...begun, frame: 3, movedAt: 10_000 };
    expect(moveOn(at, frames, 5_000)).toEqual({ ...at, movedAt: 5_000 });
  });

  test('最后一屏不再动', () => {
    const last = { ...begun, frame: frames.length - 1 };
    expect(moveOn(last, frames, 1_000_000)).toBe(last);
  });

  test('不论怎么按、怎么看，总在首尾之间；看多少次不改变走到哪里', () => {
    const step = fc.record({ wait: fc.nat(9_000), act: fc.option(fc.constantFrom(...revealActs)) });
    fc.assert(
      fc.property(script, fc.array(step, { maxLength: 60 }), (given, steps) => {
        const all = framesOf(given);
        let position = begun;
        let now = 0;
        for (const { wait, act } of steps) {
          now += wait;
          const before = position.frame;
          position = moveOn(position, all, now);
          expect(position.frame).toBeGreaterThanOrEqual(before);
          expect(moveOn(position, all, now)).toEqual(position);
          if (act !== null) position = actOn(position, all, act, now);
          expect(position.frame).toBeGreaterThanOrEqual(0);
          expect(position.frame).toBeLessThan(Math.max(1, all.length));
        }
      }),
    );
  });

  test('End先到名单，再到最后；Home从头', () => {
    const list = frames.findIndex(({ kind }) => kind === 'list');
    const atList = actOn(begun, frames, 'end', 0);
    expect(atList.frame).toBe(list);
    expect(actOn(atList, frames, 'end', 0).frame).toBe(frames.length - 1);
    expect(actOn(atList, frames, 'start', 5)).toEqual({ ...begun, movedAt: 5 });
  });

  test('快慢只到头，不绕回', () => {
    const fast = actOn(actOn(begun, frames, 'faster', 0), frames, 'faster', 0);
    expect(fast.pace).toBe('fast');
    const slow = actOn(actOn(actOn(fast, frames, 'slower', 0), frames, 'slower', 0), frames, 'slower', 0);
    expect(slow.pace).toBe('slow');
  });
});
