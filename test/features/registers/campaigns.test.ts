import { afterEach, beforeAll, expect, test } from 'vitest';
import { loadPack } from '../../../electron/app/resources.ts';
import { ensureFonts } from '../../../electron/build/fonts.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';
import { importNationalGrades, openWalkOffice, type WalkOffice } from '../../support/walk-office.ts';

let walk: WalkOffice;
beforeAll(() => void ensureFonts());
afterEach(() => walk.office.close());
const as = (role: 'operator' | 'reviewer' | 'leader') => walk.office.as(role).registers;

test('专项治理固定当时的企业和信用状况，逐户办结后才能结束，结束时与开始时对照', {
  skip: !canReadPdfs,
  timeout: 60_000,
}, async () => {
  walk = await openWalkOffice('jixi-2021');
  await importNationalGrades(walk);
  expect((await as('operator').campaignFields.query()).length).toBeGreaterThan(0);
  const campaign = {
    name: '食品领域失信问题专项治理',
    field: '食品药品',
    fromOn: '2026-09-01',
    toOn: '2026-09-30',
    goal: '失信问题整改到位',
    basis: '方案第19项',
    filter: { nameHas: '示例企业1' },
  };
  const none = { ...campaign, filter: { nameHas: '没有这样的企业' } };
  expect(await as('operator').openCampaign.mutate(none)).toMatchObject({ code: 'CAMPAIGN_EMPTY' });
  const { id, objects } = must(await as('operator').openCampaign.mutate({ ...campaign, filter: {} }));
  expect(objects).toBe(9);
  const view = await as('operator').campaign.query({ id });
  const best = loadPack('resources', 'jixi-2021')?.grades[0]?.title;
  expect(best).toBeDefined();
  expect(view.objects[0]).toMatchObject({ start: { grade: best, adverse: 0, lists: [] }, state: null });
  const ids = view.objects.map(({ objectId }) => objectId);
  const step = { campaignId: id, onDay: '2026-09-07', dueOn: '', record: '现场核查' } as const;
  must(await as('operator').workCampaign.mutate({ ...step, objectIds: ids.slice(1), state: 'none' }));
  const fixing = { ...step, objectIds: ids.slice(0, 1), state: 'rectifying', dueOn: '2026-09-20' } as const;
  must(await as('operator').workCampaign.mutate(fixing));
  expect(await as('operator').endCampaign.mutate({ id, outcome: '完成' })).toMatchObject({
    code: 'CAMPAIGN_UNWORKED',
    details: { open: ['示例企业1有限公司'] },
  });
  await walk.on('2026-09-21');
  expect((await as('operator').campaign.query({ id })).progress).toMatchObject({ overdue: 1, none: 8 });
  const { dues } = await walk.office.as('operator').home.summary.query();
  expect(dues).toContainEqual(expect.objectContaining({ what: '督促整改到位', on: '2026-09-20', isOverdue: true }));
  must(
    await as('operator').workCampaign.mutate({
      ...step,
      onDay: '2026-09-21',
      objectIds: ids.slice(0, 1),
      state: 'done',
    }),
  );
  must(await as('operator').endCampaign.mutate({ id, outcome: '1户整改到位' }));
  expect(await as('operator').workCampaign.mutate({ ...step, objectIds: ids, state: 'none' })).toMatchObject({
    code: 'CAMPAIGN_ENDED',
  });
  const ended = await as('leader').campaign.query({ id });
  expect(ended.objects.every(({ end }) => end !== null)).toBe(true);
  const text = solidText(await walk.office.download('leader', `/files/registers/campaigns/${id}/report.pdf`));
  expect(text).toContain('内部资料不公开');
  expect(text).toContain('已整改到位1户');
  expect(text).toContain('1户整改到位');
});
