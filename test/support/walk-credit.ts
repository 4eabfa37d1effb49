import { parseWorkbook } from '../../electron/workbooks/parse.ts';
import type { NewRecord } from '../../shared/features/credit/schemas.ts';
import { addRecord } from './credit-office.ts';
import { must } from './outcomes.ts';
import { scannedPdf } from './scans.ts';
import type { WalkOffice } from './walk-office.ts';

/** What the walks through the five documents do again and again, through the calls of the screens. */

const TODAY = '2026-09-07';
const served = { servedOn: TODAY, manner: 'direct', receiver: '示例签收人' } as const;

let numbers = 0;

/** A record of 示例企业`n` as the form sends it; gives its number. */
export function enterRecord(
  { office, ids }: WalkOffice,
  n: number,
  record: Pick<NewRecord, 'kind'> & Partial<NewRecord>,
): Promise<number> {
  numbers += 1;
  return addRecord(office, {
    objectId: ids[n - 1] ?? 0,
    happenedOn: '2026-09-01',
    source: '示例来源机关',
    documentNumber: `示文〔2026〕${numbers}号`,
    summary: '示例情况',
    ...record,
  });
}

/** How 示例企业`n` is graded as it stands; null before it is. */
export async function gradingOf({ office, ids }: WalkOffice, n: number) {
  return (await office.as('operator').grading.object.query({ id: ids[n - 1] ?? 0 })).current;
}

/** The letter of 示例企业`n`. */
export async function letterOf(walk: WalkOffice, n: number): Promise<string | null> {
  return (await gradingOf(walk, n))?.grade ?? null;
}

interface Listing {
  readonly listId: string;
  readonly groundId: string;
  readonly levelId?: string;
  readonly person?: { readonly name: string; readonly capacity: 'legal-representative' | 'principal' | 'employee' };
  /** The records and inspections it rests on. */
  readonly recordIds?: readonly number[];
  readonly inspectionIds?: readonly number[];
}

/** 提出、事先告知、送达、听取陈述申辩、决定、公示: the whole way of 示例企业`n` onto a list. Gives the entry. */
export async function putOnList({ office, ids }: WalkOffice, n: number, listing: Listing): Promise<number> {
  const { lists } = office.as('operator').supervision;
  const { listId, groundId, levelId = null, person = null, recordIds = [], inspectionIds = [] } = listing;
  const { entryId } = must(
    await lists.propose.mutate({
      objectId: ids[n - 1] ?? 0,
      listId,
      groundId,
      levelId,
      person,
      facts: '示例认定事实',
      factIds: [...recordIds.map((id) => `record:${id}`), ...inspectionIds.map((id) => `inspection:${id}`)],
    }),
  );
  const { polarity } = await lists.entry.query({ entryId });
  if (polarity === 'bad') {
    must(await lists.notify.mutate({ entryId }));
    must(await lists.serve.mutate({ entryId, ...served }));
    const defence = { outcome: 'waived' as const, receivedOn: TODAY, statement: '示例：放弃陈述申辩', opinion: '示例' };
    must(await lists.hear.mutate({ entryId, ...defence }));
  }
  must(await office.as('leader').supervision.lists.decide.mutate({ entryId, outcome: 'listed', opinion: '同意列入' }));
  must(await lists.publish.mutate({ entryId, publishedOn: TODAY, place: '示例门户网站' }));
  return entryId;
}

/** Notice, service and record of a talk with 示例企业`n`; gives it. */
export async function talkTo({ office, ids }: WalkOffice, n: number, kindId: string): Promise<number> {
  const { talks } = office.as('operator').supervision;
  const { talkId } = must(
    await talks.issue.mutate({
      kindId,
      objectId: ids[n - 1] ?? 0,
      reason: '示例失信行为',
      meetOn: TODAY,
      meetAt: '09:30',
      place: '三楼会议室',
      attendees: '示例负责人',
      materials: '',
      contact: '示例经办',
    }),
  );
  must(await talks.serve.mutate({ talkId, ...served }));
  must(
    await talks.record.mutate({
      talkId,
      heldOn: TODAY,
      fromAt: '09:30',
      toAt: '10:30',
      place: '三楼会议室',
      attended: '示例负责人',
      interviewers: '示例经办',
      questions: [{ asked: '示例提醒', answered: '示例陈述' }],
      demands: '示例整改要求',
      rectifyBy: '2026-09-30',
    }),
  );
  return talkId;
}

/** Applies for the repair of a record, with materials and ways, up to the leader's decision. Gives what it brought about. */
export async function repair(
  { office, ids }: WalkOffice,
  n: number,
  {
    recordId,
    documentOn,
    severity,
    ways,
  }: { recordId: number; documentOn: string; severity: 'minor' | 'ordinary' | 'serious'; ways: readonly string[] },
): Promise<readonly string[]> {
  const { repairs } = office.as('operator').supervision;
  const { repairId } = must(
    await repairs.receive.mutate({
      objectId: ids[n - 1] ?? 0,
      recordIds: [recordId],
      severity,
      documentOn,
      applicant: '示例企业',
      appliedOn: TODAY,
      remedy: '示例：已停止失信行为并消除影响',
    }),
  );
  for (const [kind, title, pages] of [
    ['fulfilment', '缴款凭证', 1],
    ['commitment', '信用修复承诺书', 2],
  ] as const) {
    must(await repairs.addMaterial.mutate({ repairId, kind, title, datedOn: TODAY }));
    await attach({ office }, 'repair', repairId, pages);
  }
  for (const wayId of ways) must(await repairs.addWay.mutate({ repairId, wayId, doneOn: TODAY, proof: '示例证明' }));
  must(await repairs.accept.mutate({ repairId, acceptedOn: TODAY }));
  must(await repairs.check.mutate({ repairId, checkedOn: TODAY, isPassed: true, finding: '示例：核查属实' }));
  const decided = await office
    .as('leader')
    .supervision.repairs.decide.mutate({ repairId, outcome: 'repaired', opinion: '准予修复' });
  return must(decided).effects;
}

/** Keeps a scan of so many pages with a subject; the same one is not kept twice. */
export async function attach(
  { office }: Pick<WalkOffice, 'office'>,
  subject: string,
  id: number,
  pages = 1,
): Promise<void> {
  must(await office.upload('operator', `/uploads/attachments/${subject}/${id}`, await scannedPdf(pages), '示例.pdf'));
}

/** What a sheet for the 信用信息共享平台 tells of 示例企业`n` in this year, row by row. */
export async function sharedOf({ office, codes }: WalkOffice, n: number, sheet: string): Promise<readonly string[]> {
  const path = '/files/registers/platform.xlsx?target=sharing&from=2026-01-01&to=2026-12-31';
  const book = must(await parseWorkbook(await office.download('operator', path)));
  const rows = book.find(({ name }) => name === sheet)?.rows ?? [];
  return rows
    .map(({ cells }) => cells.map(({ text }) => text).join(' '))
    .filter((row) => row.includes(codes[n - 1] ?? ''));
}

/** A letter signed, dispatched and answered, the answer kept with it. */
export async function answerLetter({ office }: Pick<WalkOffice, 'office'>, id: number): Promise<void> {
  const { registers } = office.as('operator');
  must(await office.as('leader').registers.approveLetter.mutate({ id }));
  must(await registers.dispatchLetter.mutate({ id, onDay: TODAY, text: '示例：机要交换' }));
  must(await registers.answerLetter.mutate({ id, onDay: TODAY, text: '示例：已采取措施' }));
  await attach({ office }, 'letter', id);
  if ((await registers.letter.query({ id })).state !== 'answered') throw new Error(`letter ${id} is not answered`);
}

/** A measure of the pack opened by hand for 示例企业`n`, done with its paper. */
export async function giveMeasure({ office, ids }: WalkOffice, n: number, measureId: string): Promise<void> {
  const { measures } = office.as('operator').supervision;
  const objectId = ids[n - 1] ?? 0;
  must(await measures.add.mutate({ objectIds: [objectId], measureId, ground: '示例事由' }));
  const { measures: all } = await measures.choices.query();
  const text = all.find(({ id }) => id === measureId)?.text ?? '';
  await finishMeasure({ office }, `示例企业${n}有限公司`, text);
}

/** The open measure of this text done with its paper. */
export async function finishMeasure({ office }: Pick<WalkOffice, 'office'>, name: string, text: string): Promise<void> {
  const { measures } = office.as('operator').supervision;
  const { lines } = await measures.list.query({ text: name, state: 'open' });
  const task = lines.find((line) => line.text === text && line.objectName === name);
  if (task === undefined) throw new Error(`${name} has no open measure ${text}`);
  const done = { doneOn: TODAY, what: '示例办理', result: '示例结果', doneBy: '示例经办' };
  must(await measures.finish.mutate({ selection: { ids: [task.id] }, ...done }));
  const { recordId } = await measures.one.query({ id: task.id });
  await attach({ office }, 'measure', recordId ?? 0);
}

/** An entry of a 台账, checked to be kept there; gives it. */
export async function keepEntry(
  { office }: WalkOffice,
  registerId: string,
  cells: Readonly<Record<string, string | number>>,
): Promise<number> {
  const { id } = must(await office.as('operator').registers.addEntry.mutate({ registerId, cells: { ...cells } }));
  const { register, entries } = await office.as('reviewer').registers.register.query({ registerId });
  if (!entries.some((entry) => entry.id === id)) throw new Error(`${register.name} does not keep its entry`);
  if (register.needsAttachment) await attach({ office }, 'register-entry', id);
  return id;
}

/** Issues a commitment of the pack to 示例企业`n` and has it signed; gives the letter. */
export async function signCommitment({ office, ids }: WalkOffice, n: number, itemId: string): Promise<number> {
  const { commitments } = office.as('operator').supervision;
  const issue = { targets: { objectIds: [ids[n - 1] ?? 0] }, itemId, expected: 1 };
  const { firstId } = must(await commitments.issue.mutate(issue));
  must(await commitments.sign.mutate({ selection: { ids: [firstId] }, signedOn: TODAY, signedBy: '示例负责人' }));
  return firstId;
}
