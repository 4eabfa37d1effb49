import { describe, expect, test } from 'vitest';
import {
  commitmentState,
  commitmentTerms,
  fulfilmentFits,
  fulfilmentOf,
  type TermOutcome,
} from '../../../shared/features/supervision/commitment-rules.ts';
import {
  type MeasureKind,
  measuresMoved,
  measuresOfChannel,
  measuresOfRound,
  measuresOfService,
  moveText,
  type StandingMeasure,
} from '../../../shared/features/supervision/measure-rules.ts';
import { groundsOf, type StandingWarning, warningMove } from '../../../shared/features/supervision/warning-rules.ts';
import type { CreditFact } from '../../../shared/kernel/credit-facts.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { fc } from '../../support/properties.ts';

const titles = (grade: Grade) => `${grade}级`;

describe('措施', () => {
  const measure = (id: string, grades: Grade[], kind: MeasureKind = 'other', opensTask = true) => ({
    id,
    grades,
    kind,
    opensTask,
  });
  const pack = [
    measure('channel', ['A'], 'green-channel', false),
    measure('first', ['A', 'B'], 'service', false),
    measure('guidance', ['A', 'B', 'C', 'D'], 'service', false),
    measure('talk', ['B'], 'talk'),
    measure('training', ['C', 'D'], 'training'),
    measure('rectify', ['D'], 'rectification'),
  ];
  const task = (id: number, measureId: string, part: Partial<StandingMeasure> = {}): StandingMeasure => ({
    id,
    measureId,
    year: 2026,
    state: 'open',
    origin: 'grade',
    ...part,
  });
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);

  test('首次评定，开出该级须办理的措施', () => {
    expect(ids(measuresMoved(pack, { from: null, to: 'D' }, [], 2026).opens)).toEqual(['training', 'rectify']);
  });

  test('等级下降：共有的措施本年办过的不再开，新增的照开', () => {
    const done = task(1, 'training', { state: 'done' });
    expect(ids(measuresMoved(pack, { from: 'C', to: 'D' }, [done], 2026).opens)).toEqual(['rectify']);
    expect(ids(measuresMoved(pack, { from: 'C', to: 'D' }, [done], 2027).opens)).toEqual(['training', 'rectify']);
  });

  test('等级升后又降：降级带来的措施办过也重新开', () => {
    const done = task(1, 'rectify', { state: 'done' });
    expect(ids(measuresMoved(pack, { from: 'C', to: 'D' }, [done], 2026).opens)).toContain('rectify');
  });

  test('等级上升：不再适用的待办任务取消，逐户新增的不取消', () => {
    const tasks = [task(1, 'rectify'), task(2, 'training'), task(3, 'rectify', { origin: 'hand' })];
    const { opens, cancels } = measuresMoved(pack, { from: 'D', to: 'C' }, tasks, 2026);
    expect(cancels.map(({ id }) => id)).toEqual([1]);
    expect(opens).toEqual([]);
  });

  test('任何变动之后，待办的措施正是新等级的措施（逐户新增的除外）', () => {
    const grade = fc.constantFrom<Grade>('A', 'B', 'C', 'D');
    fc.assert(
      fc.property(grade, grade, fc.subarray(['talk', 'training', 'rectify']), (from, to, open) => {
        const tasks = open.map((id, index) => task(index, id));
        const { opens, cancels } = measuresMoved(pack, { from, to }, tasks, 2026);
        const left = tasks.filter((one) => !cancels.includes(one)).map(({ measureId }) => measureId);
        const wanted = pack.filter(({ grades, opensTask }) => opensTask && grades.includes(to));
        expect([...left, ...ids(opens)].sort()).toEqual(ids(wanted).sort());
      }),
    );
  });

  test('年度一轮：待办的和本年办过的不再开', () => {
    expect(ids(measuresOfRound(pack, 'D', [task(1, 'training')], 2026))).toEqual(['rectify']);
    expect(ids(measuresOfRound(pack, 'D', [task(1, 'training', { state: 'done' })], 2026))).toEqual(['rectify']);
    expect(ids(measuresOfRound(pack, 'D', [task(1, 'training', { state: 'done' })], 2027))).toHaveLength(2);
    expect(ids(measuresOfRound(pack, 'D', [task(1, 'training', { state: 'cancelled' })], 2026))).toHaveLength(2);
  });

  test('绿色通道证写绿色通道和优待，不写人人都有的服务；没有绿色通道的不发', () => {
    expect(ids(measuresOfChannel(pack, ['A', 'B', 'C', 'D']))).toEqual(['channel', 'first']);
    expect(measuresOfChannel(pack.slice(1), ['A', 'B', 'C', 'D'])).toEqual([]);
    expect(ids(measuresOfService(pack, ['A', 'B', 'C', 'D']))).toEqual(['guidance']);
  });

  test('变动的说法', () => {
    expect(moveText(null, 'B', titles)).toBe('首次评定为B级');
    expect(moveText('B', 'D', titles)).toBe('等级由B级降为D级');
    expect(moveText('D', 'B', titles)).toBe('等级由D级升为B级');
  });
});

describe('预警', () => {
  const ground = (id: string) => ({ id, title: id, on: null });
  const standing = (part: Partial<StandingWarning>): StandingWarning => ({
    state: 'open',
    grounds: [ground('record:1')],
    untilOn: null,
    ...part,
  });
  const today = '2026-09-07';

  test('依据出现则预警，依据消失则自动解除', () => {
    expect(warningMove(null, null, today)).toBe('none');
    expect(warningMove(null, [ground('record:1')], today)).toBe('open');
    expect(warningMove(standing({}), null, today)).toBe('close');
    expect(warningMove(standing({ state: 'handled' }), null, today)).toBe('close');
  });

  test('待处置的随依据更新，已处置的有新依据才重新预警', () => {
    const two = [ground('record:1'), ground('record:2')];
    expect(warningMove(standing({}), [ground('record:1')], today)).toBe('none');
    expect(warningMove(standing({}), two, today)).toBe('grounds');
    expect(warningMove(standing({ state: 'handled' }), [ground('record:1')], today)).toBe('none');
    expect(warningMove(standing({ state: 'handled' }), two, today)).toBe('reopen');
    expect(warningMove(standing({ state: 'handled', grounds: two }), [ground('record:1')], today)).toBe('grounds');
  });

  test('暂不处置到期之后重新预警，当天还算', () => {
    const resting = (untilOn: string) => standing({ state: 'acknowledged', untilOn });
    expect(warningMove(resting('2026-09-07'), [ground('record:1')], today)).toBe('none');
    expect(warningMove(resting('2026-09-06'), [ground('record:1')], today)).toBe('reopen');
    expect(warningMove(resting('2026-12-31'), [ground('record:2')], today)).toBe('reopen');
  });

  const fact = (id: number, part: Partial<CreditFact>): CreditFact => ({
    id: `record:${id}`,
    kind: 'complaint',
    happenedOn: '2026-08-01',
    endedOn: null,
    repairedOn: null,
    severity: null,
    accidentClass: null,
    amountFen: null,
    outcome: null,
    title: '投诉举报',
    ...part,
  });

  test('预警写明依据的记录、许可证、等级变动', () => {
    const facts = [fact(1, {}), fact(2, { happenedOn: '2026-08-20' }), fact(3, { happenedOn: '2026-01-01' })];
    const count = { kind: 'count', kinds: ['complaint'], atLeast: 2, withinDays: 90 } as const;
    expect(groundsOf({ ...count, kinds: [...count.kinds] }, { facts, today }, titles)?.map(({ id }) => id)).toEqual([
      'record:2',
      'record:1',
    ]);
    expect(groundsOf({ ...count, kinds: ['penalty'] }, { facts, today }, titles)).toBeNull();
    const licences = [
      { name: '示例许可 1', expiresOn: '2026-09-01' },
      { name: '示例许可 2', expiresOn: '2026-10-01' },
      { name: '示例许可 3', expiresOn: '2027-10-01' },
    ];
    expect(
      groundsOf({ kind: 'licence-expires', withinDays: 60 }, { facts: [], today, licences }, titles)?.map(
        ({ title }) => title,
      ),
    ).toEqual(['示例许可 1已到期', '示例许可 2将到期']);
    const fallen = { facts: [], today, grade: 'C', gradeBefore: 'B' } as const;
    expect(groundsOf({ kind: 'grade-fell' }, fallen, titles)).toEqual([
      { id: 'grade:B>C', title: '等级由B级降为C级', on: null },
    ]);
    expect(groundsOf({ kind: 'grade-fell' }, { ...fallen, gradeBefore: 'D' }, titles)).toBeNull();
    expect(groundsOf({ kind: 'grade', grades: ['C'] }, fallen, titles)?.[0]?.title).toBe('信用等级为C级');
  });
});

describe('信用承诺', () => {
  test('承诺书正文按行成条，条首的序号去掉，“一年内”不是序号', () => {
    expect(commitmentTerms('一、守法经营。\n（二）如实提供资料。\n3. 接受检查。\n\n一年内不再发生同类问题。')).toEqual([
      '守法经营。',
      '如实提供资料。',
      '接受检查。',
      '一年内不再发生同类问题。',
    ]);
  });

  test('承诺的状态：待签署、待公示、履行中、到期、终止', () => {
    const dates = { isPublicised: true, untilOn: '2026-12-31', signedOn: null, publishedOn: null, endedOn: null };
    const today = '2026-09-07';
    expect(commitmentState(dates, today)).toBe('issued');
    expect(commitmentState({ ...dates, signedOn: today }, today)).toBe('signed');
    expect(commitmentState({ ...dates, signedOn: today, isPublicised: false }, today)).toBe('standing');
    expect(commitmentState({ ...dates, signedOn: today, publishedOn: today }, today)).toBe('standing');
    expect(commitmentState(dates, '2026-12-31')).toBe('issued');
    expect(commitmentState(dates, '2027-01-01')).toBe('expired');
    expect(commitmentState({ ...dates, endedOn: today }, today)).toBe('ended');
  });

  test('逐条核查得出践诺、部分践诺或违诺；都没查的没有结论', () => {
    expect(fulfilmentOf(['kept', 'unchecked'])).toBe('kept');
    expect(fulfilmentOf(['kept', 'broken'])).toBe('partly');
    expect(fulfilmentOf(['broken', 'unchecked'])).toBe('broken');
    expect(fulfilmentOf(['unchecked'])).toBeNull();
  });

  test('逐条得出的结论总与各条相符；有一条未履行的不能算践诺', () => {
    const term = fc.constantFrom<TermOutcome>('kept', 'broken', 'unchecked');
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 8 }), (terms) => {
        const outcome = fulfilmentOf(terms);
        if (outcome !== null) expect(fulfilmentFits(outcome, terms)).toBe(true);
        if (terms.includes('broken')) expect(fulfilmentFits('kept', terms)).toBe(false);
      }),
    );
  });
});
