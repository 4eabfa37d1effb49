import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completeDraw, digits, freezeOf, giveDigits, openDrawOffice, sealDraw } from '../../support/draw-office.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;
let taskId: number;
let drawId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
  ({ drawId } = must(await draws().freeze.mutate(freezeOf(taskId))));
});
afterEach(() => office.close());

const draws = () => office.as('operator').draws;
const echo = (position: number, typed: string, part: { way?: 'own' | 'read'; rolledBy?: string } = {}) =>
  draws().echoDigits.mutate({ drawId, position, typed, way: 'own', ...part });
const hall = () => draws().projector.query({ drawId });
const ledger = async () => (await office.as('operator').ledger.lines.query({ limit: 20 })).map(({ action }) => action);

describe('见证取数', () => {
  test('先上大屏幕，由见证人核对后才记入', async () => {
    expect(must(await echo(1, '3141592'))).toEqual({ digits: '3141592', normalised: false });
    expect((await hall()).echo).toEqual({ position: 1, digits: '3141592' });
    expect((await draws().byId.query({ drawId })).state).toBe('frozen');
    must(await draws().confirmDigits.mutate({ drawId, position: 1, digits: '3141592' }));
    const { witnesses, echo: left, state } = await draws().byId.query({ drawId });
    expect([state, left]).toEqual(['seeding', null]);
    expect(witnesses[0]).toMatchObject({ digits: '3141592', way: 'own', rolledBy: null });
    expect((await ledger()).slice(0, 2)).toEqual(['draws.confirm-digits', 'draws.echo-digits']);
  });

  test('核对前打错可以改正，只有大屏幕上的数字能被确认', async () => {
    must(await echo(1, '3141593'));
    must(await echo(1, '3141592', { way: 'read' }));
    expect(await draws().confirmDigits.mutate({ drawId, position: 1, digits: '3141593' })).toMatchObject({
      code: 'ECHO_CHANGED',
      details: { name: '示例见证甲', shown: '3141592' },
    });
    must(await draws().confirmDigits.mutate({ drawId, position: 1, digits: '3141592' }));
    expect(await echo(1, '7654321')).toMatchObject({ code: 'NOT_THE_NEXT_WITNESS', details: { next: '示例见证乙' } });
    expect(await draws().confirmDigits.mutate({ drawId, position: 2, digits: '3141592' })).toMatchObject({
      code: 'ECHO_CHANGED',
      details: { shown: '' },
    });
  });

  test('按公布顺序，全角转半角并告知，字母被拒', async () => {
    expect(await echo(2, '1234567')).toMatchObject({ code: 'NOT_THE_NEXT_WITNESS', details: { next: '示例见证甲' } });
    expect(await echo(1, '12345o7')).toMatchObject({ code: 'NOT_A_DIGIT', details: { character: 'o', position: 6 } });
    expect(await echo(1, '123456')).toMatchObject({ code: 'DIGIT_COUNT' });
    expect(must(await echo(1, '０１２３４５６'))).toEqual({ digits: '0123456', normalised: true });
  });

  test('最后掷骰，记下谁掷的；操作人不能掷', async () => {
    for (const position of [1, 2]) await giveDigits(office, drawId, position, digits[position - 1]!);
    expect(await echo(3, digits[2]!, { rolledBy: '示例 经办' })).toMatchObject({ code: 'ROLLER_IS_OPERATOR' });
    must(await echo(3, digits[2]!, { rolledBy: '示例群众丁' }));
    must(await draws().confirmDigits.mutate({ drawId, position: 3, digits: digits[2]! }));
    const { witnesses } = await draws().byId.query({ drawId });
    expect(witnesses.map(({ rolledBy }) => rolledBy)).toEqual([null, null, '示例群众丁']);
  });

  test('停机时待核对的数字还在大屏幕上', async () => {
    must(await echo(1, '3141592'));
    await office.restart();
    expect((await hall()).echo).toEqual({ position: 1, digits: '3141592' });
  });
});

describe('确认封存', () => {
  const confirm = (position: number) => draws().confirmSeed.mutate({ drawId, position });

  test('数字收齐后每位见证人逐一确认，缺一位不能封存', async () => {
    await giveDigits(office, drawId, 1, digits[0]!);
    expect(await confirm(1)).toMatchObject({ code: 'NOT_THE_NEXT_WITNESS' });
    expect(await draws().seal.mutate({ drawId })).toMatchObject({ code: 'NOT_THE_NEXT_WITNESS' });
    for (const position of [2, 3]) await giveDigits(office, drawId, position, digits[position - 1]!);
    must(await confirm(3));
    must(await confirm(1));
    expect(await confirm(1)).toMatchObject({ code: 'ALREADY_CONFIRMED', details: { name: '示例见证甲' } });
    expect(await draws().seal.mutate({ drawId })).toMatchObject({
      code: 'WITNESS_NOT_CONFIRMED',
      details: { name: '示例见证乙' },
    });
    must(await confirm(2));
    must(await draws().seal.mutate({ drawId }));
    const { witnesses } = await hall();
    expect(witnesses.every(({ hasConfirmed }) => hasConfirmed)).toBe(true);
  });
});

describe('大屏幕', () => {
  const tick = () => draws().tick.query({ drawId });
  const at = (seconds: number) => office.setNow(new Date(Date.UTC(2026, 8, 7, 1, 0, seconds)).toISOString());
  const drawn = async () => {
    await sealDraw(office, drawId);
    at(0);
    must(await draws().drawObjects.mutate({ drawId }));
  };

  test('有变动时版本才变，揭示进度不算变动', async () => {
    const versions = [(await tick()).version];
    must(await echo(1, '3141592'));
    versions.push((await tick()).version);
    must(await echo(1, '3141593'));
    versions.push((await tick()).version);
    await draws().confirmDigits.mutate({ drawId, position: 1, digits: '3141593' });
    versions.push((await tick()).version);
    expect(new Set(versions).size).toBe(4);
    expect((await hall()).version).toBe(versions.at(-1));
  });

  test('依次揭示，断电之后从原处接着走', async () => {
    await drawn();
    const frames = async () => (await tick()).reveal?.frame;
    expect(await frames()).toBe(0);
    at(4);
    expect(await frames()).toBe(1);
    at(6);
    expect(await frames()).toBe(2);
    await office.restart();
    at(300);
    expect(await frames()).toBe(2);
    at(302);
    expect(await frames()).toBe(3);
  });

  test('暂停、单步、快慢、直接到底，只改显示，不改结果', async () => {
    await drawn();
    const before = await draws().byId.query({ drawId });
    const act = async (name: 'toggle' | 'next' | 'back' | 'faster' | 'end') =>
      must(await draws().reveal.mutate({ drawId, act: name })).reveal;
    expect(await act('next')).toMatchObject({ frame: 1, isPaused: true });
    at(60);
    expect((await tick()).reveal).toMatchObject({ frame: 1, isPaused: true });
    expect(await act('back')).toMatchObject({ frame: 0 });
    expect(await act('faster')).toMatchObject({ pace: 'fast' });
    expect(await act('toggle')).toMatchObject({ isPaused: false });
    const end = await act('end');
    expect(end?.frame).toBe((end?.frames ?? 0) - 1);
    expect(await draws().byId.query({ drawId })).toEqual(before);
    expect((await ledger())[0]).toBe('draws.draw-objects');
  });

  test('控制大屏幕的是经办人；锁定时仍能看', async () => {
    await drawn();
    expect(await office.as('reviewer').draws.reveal.mutate({ drawId, act: 'next' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect((await office.as('reviewer').draws.tick.query({ drawId })).reveal?.frame).toBe(0);
    at(700);
    expect((await tick()).reveal?.frame).toBe(0);
    expect((await hall()).state).toBe('drawn');
    expect(await draws().reveal.mutate({ drawId, act: 'next' })).toMatchObject({ code: 'LOCKED' });
  });

  test('笔录之后先停在笔录，再到验证包', async () => {
    const other = await completeDraw(office, taskId, { isRehearsal: true });
    const { reveal } = await draws().tick.query({ drawId: other });
    expect(reveal).toMatchObject({ frame: 0, frames: 2 });
    at(300);
    expect((await draws().tick.query({ drawId: other })).reveal?.frame).toBe(0);
    const next = must(await draws().reveal.mutate({ drawId: other, act: 'next' }));
    expect(next.reveal?.frame).toBe(1);
  });
});
