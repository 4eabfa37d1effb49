import {
  type DefenceOutcome,
  isListed,
  type ListEntry,
  type ListMeasure,
  type ListRemoval,
  type PersonCapacity,
  type RemovalReason,
} from '../../../shared/features/supervision/lists.ts';
import type { ServiceManner } from '../../../shared/features/supervision/steps.ts';
import type { Standing } from '../../../shared/kernel/pack-basis.ts';
import { maskIdCard } from '../../../shared/kernel/redact.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './taken.ts';

export interface NewListEntry {
  readonly listId: string;
  readonly listName: string;
  readonly polarity: 'good' | 'bad';
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly personName: string | null;
  readonly personCapacity: PersonCapacity | null;
  readonly personNumber: string | null;
  readonly groundId: string;
  readonly groundText: string;
  readonly groundArticle: string;
  readonly groundStanding: Standing;
  readonly levelId: string | null;
  readonly levelName: string | null;
  readonly facts: string;
  readonly defenceDays: number | null;
  readonly termMonths: number | null;
  readonly packId: string;
  readonly packVersion: number;
  readonly on: string;
}

export interface FactOfEntry {
  readonly factId: string;
  readonly recordId: number | null;
  readonly title: string;
}

interface EntryRow {
  readonly id: number;
  readonly listId: string;
  readonly listName: string;
  readonly polarity: 'good' | 'bad';
  readonly objectId: number;
  readonly objectCode: string;
  readonly objectName: string;
  readonly personName: string | null;
  readonly personCapacity: PersonCapacity | null;
  readonly personNumber: string | null;
  readonly groundId: string;
  readonly groundText: string;
  readonly groundArticle: string;
  readonly groundStanding: Standing;
  readonly levelId: string | null;
  readonly levelName: string | null;
  readonly facts: string;
  readonly defenceDays: number | null;
  readonly termMonths: number | null;
  readonly packId: string;
  readonly packVersion: number;
  readonly proposedOn: string;
  readonly proposedBy: string;
  readonly proposedById: number;
}

interface RemovalRow {
  readonly id: number;
  readonly entryId: number;
  readonly reason: RemovalReason;
  readonly facts: string;
  readonly repairId: number | null;
  readonly objectionId: number | null;
  readonly proposedOn: string;
  readonly proposedBy: string;
  readonly proposedById: number;
  readonly outcome: 'removed' | 'kept' | null;
  readonly number: string;
  readonly opinion: string;
  readonly decidedOn: string;
  readonly publicationStoppedOn: string | null;
  readonly decidedBy: string;
  readonly clearedOn: string | null;
  readonly what: string;
  readonly told: string;
  readonly clearedBy: string;
}

/** Tables list_entries and what follows on them; a part of the supervision repo. Append-only. */
export function createLists(db: Db) {
  const select = `
    select e.id, e.list_id as listId, e.list_name as listName, e.polarity, e.object_id as objectId, e.object_code as objectCode,
           e.object_name as objectName, e.person_name as personName, e.person_capacity as personCapacity,
           e.person_number as personNumber, e.ground_id as groundId, e.ground_text as groundText,
           e.ground_article as groundArticle, e.ground_standing as groundStanding, e.level_id as levelId,
           e.level_name as levelName, e.facts, e.defence_days as defenceDays, e.term_months as termMonths,
           e.pack_id as packId, e.pack_version as packVersion, e.proposed_on as proposedOn, a.name as proposedBy,
           e.proposed_by as proposedById
      from list_entries e join accounts a on a.id = e.proposed_by`;
  const noticeOf = db.prepare<[number], NonNullable<ListEntry['notice']>>(
    `select n.number, n.issued_on as issuedOn, a.name as "by"
       from list_notices n join accounts a on a.id = n.issued_by where n.entry_id = ?`,
  );
  const serviceOf = db.prepare<
    [number],
    Omit<NonNullable<ListEntry['service']>, 'isEstimate'> & { readonly isEstimate: number }
  >(
    `select s.served_on as servedOn, s.manner, s.receiver, s.defence_until as defenceUntil, s.is_estimate as isEstimate,
            a.name as "by"
       from list_services s join accounts a on a.id = s.entered_by where s.entry_id = ?`,
  );
  const defenceOf = db.prepare<[number], NonNullable<ListEntry['defence']>>(
    `select h.outcome, h.received_on as receivedOn, h.statement, h.opinion, h.closed_on as closedOn, a.name as "by"
       from list_defences h join accounts a on a.id = h.entered_by where h.entry_id = ?`,
  );
  const decisionOf = db.prepare<[number], NonNullable<ListEntry['decision']>>(
    `select d.outcome, d.number, d.opinion, d.decided_on as decidedOn, d.until_on as untilOn, d.record_id as recordId,
            a.name as "by"
       from list_decisions d join accounts a on a.id = d.decided_by where d.entry_id = ?`,
  );
  const publicationOf = db.prepare<[number], NonNullable<ListEntry['publication']>>(
    `select p.published_on as publishedOn, p.place, a.name as "by"
       from list_publications p join accounts a on a.id = p.entered_by where p.entry_id = ?`,
  );
  const everyEntry = db.prepare<[], EntryRow>(`${select} order by e.id desc`);
  const ofId = db.prepare<[number], EntryRow>(`${select} where e.id = ?`);
  const ofObject = db.prepare<[number], EntryRow>(`${select} where e.object_id = ? order by e.id desc`);
  const factsOf = db.prepare<[number], FactOfEntry>(
    'select fact_id as factId, record_id as recordId, title from list_entry_facts where entry_id = ? order by fact_id',
  );
  const measuresOf = db.prepare<[number], ListMeasure>(
    `select m.id, m.measure_id as measureId, m.field, m.text, m.article, m.department, m.told_on as toldOn, a.name as "by",
            l.lifted_on as liftedOn
       from list_measures m join accounts a on a.id = m.entered_by left join list_measure_lifts l on l.measure_id = m.id
      where m.entry_id = ? order by m.id`,
  );
  const removalSelect = `
    select r.id, r.entry_id as entryId, r.reason, r.facts, r.repair_id as repairId, r.objection_id as objectionId,
           r.proposed_on as proposedOn, a.name as proposedBy, r.proposed_by as proposedById, d.outcome, d.number, d.opinion,
           d.decided_on as decidedOn, d.publication_stopped_on as publicationStoppedOn, da.name as decidedBy,
           c.cleared_on as clearedOn, c.what, c.told, ca.name as clearedBy
      from list_removals r join accounts a on a.id = r.proposed_by
      left join list_removal_decisions d on d.removal_id = r.id left join accounts da on da.id = d.decided_by
      left join clearings c on c.removal_id = r.id or c.objection_id = r.objection_id left join accounts ca on ca.id = c.entered_by`;
  const removalsOf = db.prepare<[number], RemovalRow>(`${removalSelect} where r.entry_id = ? order by r.id`);
  const removalOf = db.prepare<[number], number>('select entry_id from list_removals where id = ?').pluck();
  const restingOn = db
    .prepare<[number], number>('select entry_id from list_entry_facts where record_id = ? order by entry_id')
    .pluck();

  const ofRecord = db.prepare<[number], EntryRow>(
    `${select} join list_decisions d on d.entry_id = e.id where d.record_id = ?`,
  );

  const viewOf = (row: EntryRow): ListEntry => {
    const service = serviceOf.get(row.id);
    return {
      ...entryOf(row),
      rests: factsOf.all(row.id),
      notice: noticeOf.get(row.id) ?? null,
      service: service === undefined ? null : { ...service, isEstimate: service.isEstimate === 1 },
      defence: defenceOf.get(row.id) ?? null,
      decision: decisionOf.get(row.id) ?? null,
      publication: publicationOf.get(row.id) ?? null,
      measures: measuresOf.all(row.id),
      removals: removalsOf.all(row.id).map(removalView),
    };
  };

  return {
    /** Newest first. */
    entries: (): readonly ListEntry[] => everyEntry.all().map(viewOf),
    entriesOf: (objectId: number): readonly ListEntry[] => ofObject.all(objectId).map(viewOf),
    entryById(id: number): ListEntry | null {
      const row = ofId.get(id);
      return row === undefined ? null : viewOf(row);
    },
    entryOfRemoval: (removalId: number): number | null => removalOf.get(removalId) ?? null,
    /** The entries that rest on a credit record, alone or with others. */
    entriesRestingOn: (recordId: number): readonly number[] => restingOn.all(recordId),

    /** Of them, one that is on its list now; null where there is none. */
    listedRestingOn: (recordId: number): ListEntry | null =>
      restingOn
        .all(recordId)
        .flatMap((id) => ofId.get(id) ?? [])
        .map(viewOf)
        .find(isListed) ?? null,
    /** The entry whose decision left this credit record. */
    entryWithRecord(recordId: number): ListEntry | null {
      const row = ofRecord.get(recordId);
      return row === undefined ? null : viewOf(row);
    },

    insertEntry({ on, ...entry }: NewListEntry, facts: readonly FactOfEntry[], by: By): number {
      const entryId = Number(
        db
          .prepare(
            `insert into list_entries (list_id, list_name, polarity, object_id, object_code, object_name, person_name,
               person_capacity, person_number, ground_id, ground_text, ground_article, ground_standing, level_id, level_name,
               facts, defence_days, term_months, pack_id, pack_version, proposed_on, proposed_by, proposed_at)
             values (:listId, :listName, :polarity, :objectId, :objectCode, :objectName, :personName, :personCapacity,
               :personNumber, :groundId, :groundText, :groundArticle, :groundStanding, :levelId, :levelName, :facts,
               :defenceDays, :termMonths, :packId, :packVersion, :on, :accountId, :at)`,
          )
          .run({ ...entry, on, ...by }).lastInsertRowid,
      );
      const insert = db.prepare(
        'insert into list_entry_facts (entry_id, fact_id, record_id, title) values (:entryId, :factId, :recordId, :title)',
      );
      for (const fact of facts) insert.run({ ...fact, entryId });
      return entryId;
    },

    insertNotice(entryId: number, notice: { readonly number: string; readonly issuedOn: string }, by: By): void {
      db.prepare(
        `insert into list_notices (entry_id, number, issued_on, issued_by, issued_at)
         values (:entryId, :number, :issuedOn, :accountId, :at)`,
      ).run({ ...notice, entryId, ...by });
    },

    insertService(
      service: {
        readonly entryId: number;
        readonly servedOn: string;
        readonly manner: ServiceManner;
        readonly receiver: string;
        readonly defenceUntil: string;
        readonly isEstimate: boolean;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into list_services (entry_id, served_on, manner, receiver, defence_until, is_estimate, entered_by, entered_at)
         values (:entryId, :servedOn, :manner, :receiver, :defenceUntil, :isEstimate, :accountId, :at)`,
      ).run({ ...service, isEstimate: service.isEstimate ? 1 : 0, ...by });
    },

    insertDefence(
      defence: {
        readonly entryId: number;
        readonly outcome: DefenceOutcome;
        readonly receivedOn: string | null;
        readonly statement: string;
        readonly opinion: string;
        readonly closedOn: string;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into list_defences (entry_id, outcome, received_on, statement, opinion, closed_on, entered_by, entered_at)
         values (:entryId, :outcome, :receivedOn, :statement, :opinion, :closedOn, :accountId, :at)`,
      ).run({ ...defence, ...by });
    },

    insertDecision(
      decision: {
        readonly entryId: number;
        readonly outcome: 'listed' | 'not-listed';
        readonly number: string;
        readonly opinion: string;
        readonly decidedOn: string;
        readonly untilOn: string | null;
        readonly recordId: number | null;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into list_decisions (entry_id, outcome, number, opinion, decided_on, until_on, record_id, decided_by, decided_at)
         values (:entryId, :outcome, :number, :opinion, :decidedOn, :untilOn, :recordId, :accountId, :at)`,
      ).run({ ...decision, ...by });
    },

    insertPublication(
      publication: { readonly entryId: number; readonly publishedOn: string; readonly place: string },
      by: By,
    ): void {
      db.prepare(
        `insert into list_publications (entry_id, published_on, place, entered_by, entered_at)
         values (:entryId, :publishedOn, :place, :accountId, :at)`,
      ).run({ ...publication, ...by });
    },

    insertMeasure(
      measure: Pick<ListMeasure, 'measureId' | 'field' | 'text' | 'article' | 'department' | 'toldOn'> & {
        readonly entryId: number;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into list_measures (entry_id, measure_id, field, text, article, department, told_on, entered_by, entered_at)
         values (:entryId, :measureId, :field, :text, :article, :department, :toldOn, :accountId, :at)`,
      ).run({ ...measure, ...by });
    },

    liftMeasure(measureId: number, liftedOn: string, by: By): void {
      db.prepare(
        `insert into list_measure_lifts (measure_id, lifted_on, entered_by, entered_at) values (:measureId, :liftedOn, :accountId, :at)`,
      ).run({ measureId, liftedOn, ...by });
    },

    insertRemoval(
      removal: Pick<ListRemoval, 'reason' | 'facts' | 'repairId' | 'objectionId' | 'proposedOn'> & {
        readonly entryId: number;
      },
      by: By,
    ): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into list_removals (entry_id, reason, facts, repair_id, objection_id, proposed_on, proposed_by, proposed_at)
           values (:entryId, :reason, :facts, :repairId, :objectionId, :proposedOn, :accountId, :at)`,
        )
        .run({ ...removal, ...by });
      return Number(lastInsertRowid);
    },

    insertRemovalDecision(
      decision: {
        readonly removalId: number;
        readonly outcome: 'removed' | 'kept';
        readonly number: string;
        readonly opinion: string;
        readonly decidedOn: string;
        readonly publicationStoppedOn: string | null;
      },
      by: By,
    ): void {
      db.prepare(
        `insert into list_removal_decisions (removal_id, outcome, number, opinion, decided_on, publication_stopped_on, decided_by, decided_at)
         values (:removalId, :outcome, :number, :opinion, :decidedOn, :publicationStoppedOn, :accountId, :at)`,
      ).run({ ...decision, ...by });
    },
  };
}

type Steps = 'rests' | 'notice' | 'service' | 'defence' | 'decision' | 'publication' | 'measures' | 'removals';

function entryOf(row: EntryRow): Omit<ListEntry, Steps> {
  // What is spread goes to the page: the identity number is not in it.
  const { personName, personCapacity, personNumber, levelId, levelName, ...told } = row;
  const { groundId, groundText, groundArticle, groundStanding, ...entry } = told;
  return {
    ...entry,
    person:
      personName === null || personCapacity === null
        ? null
        : { name: personName, capacity: personCapacity, maskedNumber: maskIdCard(personNumber ?? '') },
    ground: { id: groundId, text: groundText, article: groundArticle, standing: groundStanding },
    level: levelId === null ? null : { id: levelId, name: levelName ?? '' },
  };
}

function removalView(row: RemovalRow): ListRemoval {
  const { id, reason, facts, repairId, objectionId, proposedOn, proposedBy, proposedById } = row;
  const { outcome, number, opinion, decidedOn, publicationStoppedOn, clearedOn, what, told } = row;
  return {
    ...{ id, reason, facts, repairId, objectionId, proposedOn, proposedBy, proposedById },
    decision:
      outcome === null ? null : { outcome, number, opinion, decidedOn, publicationStoppedOn, by: row.decidedBy },
    clearing: clearedOn === null ? null : { clearedOn, what, told, by: row.clearedBy },
  };
}
