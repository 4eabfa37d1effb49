import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

let office: Office;
let draftId: number;
let inForceId: number;
const models = () => office.as('operator').grading.models;

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07', packId: 'holingol-2024' });
  await addEnterprises(office, 6);
  inForceId = (await office.as('operator').policies.versions.query()).inForceId ?? 0;
  draftId = must(await office.as('operator').policies.draft.mutate({ kind: 'version', id: inForceId })).id;
});
afterAll(() => office.close());

async function used(versionId: number): Promise<IndicatorModel> {
  const version = (await models().list.query()).find((one) => one.versionId === versionId);
  const model = version?.models.find(({ isUsed }) => isUsed);
  if (model === undefined) throw new Error('no model in use');
  return (await models().get.query({ versionId, modelId: model.id })).model;
}

/** With every grade line this much higher; the last stays at nothing. */
const stricter = (model: IndicatorModel, by: number): IndicatorModel => ({
  ...model,
  bands: model.bands.map((band) => (band.from === 0 ? band : { ...band, from: Math.min(model.scale, band.from + by) })),
});

async function tried(input: Parameters<ReturnType<typeof models>['try']['mutate']>[0]) {
  const { jobId } = must(await models().try.mutate(input));
  const { trialId } = await finishedJob<{ trialId: number }>(office, 'operator', jobId);
  const all = { from: null, to: null, text: '', offset: 0, limit: 100 };
  const trial = await models().trial.query({ trialId, show: 'all', ...all });
  if (trial === null) throw new Error('the trial is gone');
  return trial;
}

describe('修改评价模型', () => {
  test('现行版本只能看，改动只在规则包草稿里', async () => {
    const model = await used(inForceId);
    const refused = await models().save.mutate({ versionId: inForceId, model });
    expect(refused).toMatchObject({ ok: false, code: 'MODEL_VERSION_CLOSED' });
  });

  test('权重合计不是100%的，说明差在哪里，不保存', async () => {
    const model = await used(draftId);
    const [first, ...others] = model.indicators;
    const odd = { ...model, indicators: [{ ...first!, weight: 1 }, ...others] } as IndicatorModel;
    const refused = await models().save.mutate({ versionId: draftId, model: odd });
    expect(refused).toMatchObject({ ok: false, code: 'MODEL_UNSOUND' });
    expect(JSON.stringify(refused)).toContain('应为100%');
    expect(await used(draftId)).toEqual(model);
  });

  test('保存后草稿是新的一版，现行的不变，评定等级不受影响', async () => {
    const model = await used(draftId);
    must(await models().save.mutate({ versionId: draftId, model: stricter(model, 5) }));
    const saved = await used(draftId);
    const current = await used(inForceId);
    expect(saved.bands[0]!.from).toBe(current.bands[0]!.from + 5);
    expect(saved.version).toBe(current.version + 1);
  });

  test('评定正用着的模型不能删，新建的可以', async () => {
    const { id } = await used(draftId);
    const refused = await models().remove.mutate({ versionId: draftId, modelId: id });
    expect(refused).toMatchObject({ ok: false, code: 'MODEL_IN_USE' });
    const blank = must(await models().copy.mutate({ versionId: draftId, title: '示例空白模型', from: null }));
    const copied = { versionId: inForceId, modelId: id };
    const copy = must(await models().copy.mutate({ versionId: draftId, title: '示例副本', from: copied }));
    expect(blank.modelId).not.toBe(copy.modelId);
    must(await models().remove.mutate({ versionId: draftId, modelId: copy.modelId }));
    const titles = (await models().list.query())
      .find(({ versionId }) => versionId === draftId)
      ?.models.map(({ title }) => title);
    expect(titles).toContain('示例空白模型');
    expect(titles).not.toContain('示例副本');
  });
});

describe('试算', () => {
  test('改动中的模型对全部企业试算，各等级前后户数相加都是全部企业，等级并未改动', async () => {
    const before = await office.as('reviewer').grading.list.query();
    const model = await used(inForceId);
    const trial = await tried({
      model: { ...model, bands: [{ ...model.bands[0]!, from: model.scale }, ...model.bands.slice(1)] },
    });
    expect(trial.total).toBe(6);
    expect(trial.counts.reduce((sum, count) => sum + count.before, 0)).toBe(6);
    expect(trial.counts.reduce((sum, count) => sum + count.after, 0)).toBe(6);
    expect(await office.as('reviewer').grading.list.query()).toEqual(before);
  });

  test('两个版本逐户对照；别人看不到这次试算', async () => {
    const trial = await tried({ beforeId: inForceId, afterId: draftId });
    expect(trial.title).toContain('对照');
    expect(trial.lines).toHaveLength(6);
    const [line] = trial.lines;
    expect(line?.before.points).toBe(line?.after.points);
    const { jobId } = must(await models().try.mutate({ beforeId: inForceId, afterId: draftId }));
    const { trialId } = await finishedJob<{ trialId: number }>(office, 'operator', jobId);
    const page = { trialId, show: 'all', from: null, to: null, text: '', offset: 0, limit: 10 } as const;
    expect(await office.as('reviewer').grading.models.trial.query(page)).toBeNull();
  });

  test('不合理的模型不能试算', async () => {
    const model = await used(inForceId);
    const refused = await models().try.mutate({ model: { ...model, bands: [] } });
    expect(refused).toMatchObject({ ok: false, code: 'MODEL_UNSOUND' });
  });
});
