import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freezeOf, openDrawOffice } from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import { openInspectedOffice } from '../../support/inspected-office.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;
let taskId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
});
afterEach(() => office.close());

const draws = () => office.as('operator').draws;
const last = () => draws().draft.query({ taskId, isRehearsal: null });

describe('冻结前的准备', () => {
  test('随时保存，重启之后接着办，台账不逐次记录', async () => {
    const head = () => office.as('operator').ledger.lines.query({ limit: 1 });
    const before = await head();
    const form = { place: '三楼会议室', witnesses: [{ name: '示例见证甲', digitCount: null }] };
    const setting = settingOf(taskId, { leadSeats: 3, exclude: [{ code: 'X', reason: 'OTHER', note: '' }] });
    must(await draws().saveDraft.mutate({ setting, step: 'freeze', form }));
    expect(await head()).toEqual(before);
    await office.restart();
    expect(await last()).toMatchObject({ setting, step: 'freeze', form, savedBy: '示例经办' });
  });

  test('没有保存过的，从任务和规则包开始', async () => {
    expect(await last()).toMatchObject({
      setting: { leadSeats: 2, jointDepartments: expect.arrayContaining(['应急']), isRehearsal: false },
      step: 'roster',
      form: {},
      savedAt: null,
    });
  });

  test('演练另存，从正式抽取的准备开始', async () => {
    must(await draws().saveDraft.mutate({ setting: settingOf(taskId, { leadSeats: 3 }), step: 'freeze', form: {} }));
    const rehearsal = await draws().draft.query({ taskId, isRehearsal: true });
    expect(rehearsal).toMatchObject({ setting: { leadSeats: 3, isRehearsal: true }, step: 'roster', savedAt: null });
    must(await draws().saveDraft.mutate({ setting: { ...rehearsal.setting, leadSeats: 4 }, step: 'roster', form: {} }));
    expect(await draws().draft.query({ taskId, isRehearsal: false })).toMatchObject({ setting: { leadSeats: 3 } });
  });

  test('准备中的列在抽取页上，可以放弃', async () => {
    must(await draws().saveDraft.mutate({ setting: settingOf(taskId), step: 'roster', form: {} }));
    expect(await draws().drafts.query()).toMatchObject([{ taskId, isRehearsal: false, savedBy: '示例经办' }]);
    must(await draws().dropDraft.mutate({ taskId, isRehearsal: false }));
    expect(await draws().drafts.query()).toEqual([]);
  });

  test('只有经办人能保存', async () => {
    const draft = { setting: settingOf(taskId), step: 'roster' as const, form: {} };
    expect(await office.as('reviewer').draws.saveDraft.mutate(draft)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('冻结之后不再有准备', async () => {
    must(await draws().saveDraft.mutate({ setting: settingOf(taskId, { leadSeats: 3 }), step: 'freeze', form: {} }));
    must(await draws().freeze.mutate(freezeOf(taskId)));
    expect(await last()).toMatchObject({ savedAt: null, setting: { isRehearsal: true } });
  });
});

test('名录一步就说明每户人数不够、任务已有抽取，不等到冻结', async () => {
  const preview = async (part = {}) => (await draws().preview.query(settingOf(taskId, part))).refusal;
  expect(await preview({ leadSeats: 1 })).toMatchObject({ code: 'TOO_FEW_SEATS', details: { seats: 1, least: 2 } });
  expect(await preview()).toBeNull();
  must(await draws().freeze.mutate(freezeOf(taskId)));
  expect(await preview()).toMatchObject({ code: 'TASK_HAS_DRAW', details: { number: '2026-001' } });
  expect(await preview({ isRehearsal: true })).toBeNull();
});

describe('大屏幕上的名录', () => {
  const roster = () => office.as('operator').draws.hallRoster.query({ taskId });

  test('只有数字，没有等级，没有名称', async () => {
    const { lines: candidates } = await draws().candidates.query({ taskId });
    const exclude = [{ code: candidates[0]!.code, reason: 'SUSPENDED' as const, note: '已停产' }];
    const setting = settingOf(taskId, { exclude, jointDepartments: ['应急', '消防'] });
    must(await draws().saveDraft.mutate({ setting, step: 'roster', form: {} }));
    const shown = await roster();
    expect(shown).toMatchObject({
      drawId: null,
      isReady: true,
      feasibility: 'sure',
      isRehearsal: false,
      step: 'roster',
    });
    expect(shown.exclusions).toContainEqual({ reason: '停产停业', count: 1 });
    expect(shown.before).toBe(candidates.length);
    expect(shown.poolSize).toBe(shown.before - shown.exclusions.reduce((sum, { count }) => sum + count, 0));
    expect(shown.groups).toMatchObject([{ group: '全部', sampleSize: 2, poolSize: shown.poolSize }]);
    expect(shown.seats.map(({ name }) => name)).toEqual(['工信组长席位', '工信席位', '应急席位', '消防席位']);
    const text = JSON.stringify(shown);
    for (const { name, code } of candidates) expect(text.includes(name) || text.includes(code)).toBe(false);
    expect(text).not.toContain('已停产');
  });

  test('冻结之后指向这次抽取，重新准备演练时又回到名录', async () => {
    const { drawId } = must(await draws().freeze.mutate(freezeOf(taskId)));
    expect(await roster()).toMatchObject({ drawId });
    office.setNow('2026-09-07T01:05:00.000Z');
    const setting = settingOf(taskId, { isRehearsal: true });
    must(await draws().saveDraft.mutate({ setting, step: 'roster', form: {} }));
    expect(await roster()).toMatchObject({ drawId: null, isRehearsal: true });
  });

  test('屏幕锁定时大屏幕照常显示', async () => {
    must(await office.as('operator').office.lock.mutate());
    expect(await roster()).toMatchObject({ taskTitle: expect.any(String) });
  });
});

test('磁盘已满，保存准备时照样说明，不丢原来的', async () => {
  const { db, as, close } = await openInspectedOffice();
  const draft = { setting: settingOf(1, { isRehearsal: true }), step: 'roster' as const };
  const { saveDraft, draft: kept } = as('operator').draws;
  must(await saveDraft.mutate({ ...draft, form: { place: '三楼会议室' } }));
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  expect(await saveDraft.mutate({ ...draft, form: { place: '示例'.repeat(4_000) } })).toMatchObject({
    code: 'DISK_FULL',
  });
  expect(await kept.query({ taskId: 1, isRehearsal: true })).toMatchObject({ form: { place: '三楼会议室' } });
  await close();
});
