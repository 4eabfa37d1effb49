import type { ItemChange } from '../../../shared/features/plans/check-item-diff.ts';
import type { StagedCheckItems } from '../../../shared/features/plans/check-item-rows.ts';
import type {
  CheckItem,
  CheckItemEntry,
  CheckList,
  CheckListReview,
} from '../../../shared/features/plans/check-items.ts';
import { nextItemCode } from '../../../shared/features/plans/check-items.ts';
import type { ItemKind } from '../../../shared/features/plans/task.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';

/** A workbook of items that was read and waits to be confirmed into a draft. */
export interface StagedItemFile {
  readonly listId: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly staged: StagedCheckItems;
}

interface ItemRow {
  id: number;
  position: number;
  code: string;
  name: string;
  kind: ItemKind;
  objects: string;
  content: string;
  basis: string;
  methods: string;
  quota: string;
  frequency: string;
  section: string;
  agency: string;
  in_batches: number;
  pool_filter: string | null;
}

/** Moved out of the way of each other while their order is written. */
const outOfTheWay = 1_000_000;

/** 随机抽查事项清单: tables check_lists, check_items, check_item_changes, check_list_reviews, check_list_drafters. */
export function createCheckItems(db: Db) {
  const selectLists = `
    select l.id, l.version, l.title, l.state, l.based_on as basedOn, l.ordinary_limit_bp as ordinaryLimitBp,
           d.name as draftedBy, l.drafted_at as draftedAt, s.name as submittedBy, l.submitted_at as submittedAt,
           a.name as approvedBy, l.approved_at as approvedAt, l.approved_on as approvedOn,
           (select n.approved_on from check_lists n where n.version = l.version + 1) as supersededOn,
           l.approval_number as approvalNumber, l.published_on as publishedOn,
           (select count(*) from check_items where list_id = l.id) as items
      from check_lists l join accounts d on d.id = l.drafted_by
      left join accounts s on s.id = l.submitted_by left join accounts a on a.id = l.approved_by`;
  const newestFirst = db.prepare<[], CheckList>(`${selectLists} order by l.id desc`);
  const ofId = db.prepare<[number], CheckList>(`${selectLists} where l.id = ?`);
  const open = db.prepare<[], CheckList>(`${selectLists} where l.state in ('draft', 'submitted')`);
  const inForce = db.prepare<[string], CheckList>(
    `${selectLists} where l.state = 'approved' and l.approved_on <= ? order by l.version desc limit 1`,
  );
  const itemsOf = db.prepare<[number], ItemRow>(`
    select id, position, code, name, kind, objects, content, basis, methods, quota, frequency, section, agency, in_batches, pool_filter
      from check_items where list_id = ? order by position`);
  const items = (listId: number): readonly CheckItem[] => itemsOf.all(listId).map(itemOf);
  const lastPosition = db
    .prepare<[number], number>('select coalesce(max(position), 0) from check_items where list_id = ?')
    .pluck();
  const nextPosition = (listId: number) => (lastPosition.get(listId) ?? 0) + 1;

  return {
    stages: createStages<StagedItemFile>(),

    /** Every version and draft, newest first. */
    lists: (): readonly CheckList[] => newestFirst.all(),
    listById: (id: number): CheckList | null => ofId.get(id) ?? null,
    /** The draft being written, or waiting for approval. */
    openList: (): CheckList | null => open.get() ?? null,
    /** The version in force on a day; null before the first was approved. */
    inForceOn: (on: string): CheckList | null => inForce.get(on) ?? null,
    /** The items of one version in the order of publication. */
    items,

    /** 随机抽查事项 of the version in force on a day, in the order of publication; none before the first was approved. 细则 第五条. */
    current(on: string): readonly CheckItem[] {
      const list = inForce.get(on);
      return list === undefined ? [] : items(list.id);
    },

    reviews: (listId: number): readonly CheckListReview[] =>
      db
        .prepare<[number], CheckListReview>(
          `select r.decision, r.opinion, a.name as by, r.at
             from check_list_reviews r join accounts a on a.id = r.by_id where r.list_id = ? order by r.id`,
        )
        .all(listId),

    /** Everyone who wrote in the version, by account. */
    drafters: (listId: number): readonly { readonly id: number; readonly name: string }[] =>
      db
        .prepare<[number], { id: number; name: string }>(
          `select a.id, a.name from check_list_drafters d join accounts a on a.id = d.account_id where d.list_id = ? order by a.id`,
        )
        .all(listId),

    /** Why one version differs from the one it began as. */
    changesOf: (listId: number): readonly ItemChange[] =>
      db
        .prepare<[number], ItemChange>(
          'select code, reason, note from check_item_changes where list_id = ? order by code',
        )
        .all(listId),

    /** Why items differ between two versions, over every approved version after `from` up to and with `to`. */
    changesBetween: (from: number, to: number): readonly ItemChange[] =>
      db
        .prepare<[number, number, number], ItemChange>(
          `select c.code, c.reason, c.note
             from check_item_changes c join check_lists l on l.id = c.list_id
            where l.id > ? and l.id <= ? and (l.state = 'approved' or l.id = ?)
            order by l.id, c.code`,
        )
        .all(from, to, to),

    /** A draft; with `basedOn` it begins as a copy of that version, codes and all. */
    insertDraft(
      draft: { readonly title: string; readonly basedOn: number | null; readonly ordinaryLimitBp: number | null },
      accountId: number,
      at: string,
    ): number {
      const listId = Number(
        db
          .prepare(
            'insert into check_lists (title, based_on, ordinary_limit_bp, drafted_by, drafted_at) values (?, ?, ?, ?, ?)',
          )
          .run(draft.title, draft.basedOn, draft.ordinaryLimitBp, accountId, at).lastInsertRowid,
      );
      if (draft.basedOn !== null) {
        db.prepare(
          `insert into check_items (list_id, position, code, name, kind, objects, content, basis, methods, quota, frequency,
                                    section, agency, in_batches, pool_filter)
           select ?, position, code, name, kind, objects, content, basis, methods, quota, frequency, section, agency, in_batches, pool_filter
             from check_items where list_id = ? order by position`,
        ).run(listId, draft.basedOn);
      }
      return listId;
    },

    /** Notes that the account wrote in the version; it may then not approve it. */
    addDrafter(listId: number, accountId: number): void {
      db.prepare('insert into check_list_drafters (list_id, account_id) values (?, ?) on conflict do nothing').run(
        listId,
        accountId,
      );
    },

    describe(listId: number, title: string, ordinaryLimitBp: number | null): void {
      db.prepare('update check_lists set title = ?, ordinary_limit_bp = ? where id = ?').run(
        title,
        ordinaryLimitBp,
        listId,
      );
    },

    /** Writes a new item at the end, under the next code no version ever used. */
    insertItem(listId: number, item: CheckItemEntry): string {
      const given = db.prepare('select distinct code from check_items').pluck().all() as string[];
      const code = nextItemCode(given);
      db.prepare(
        `insert into check_items (list_id, position, code, name, kind, objects, content, basis, methods, quota, frequency,
                                  section, agency, in_batches, pool_filter)
         values (:listId, :position, :code, :name, :kind, :objects, :content, :basis, :methods, :quota, :frequency,
                 :section, :agency, :inBatches, :poolFilter)`,
      ).run({ ...fieldsOf(item), listId, code, position: nextPosition(listId) });
      return code;
    },

    /** Puts an item of the version `basedOn` back at the end of the draft, under its own code. */
    restoreItem(listId: number, basedOn: number, code: string): void {
      db.prepare(
        `insert into check_items (list_id, position, code, name, kind, objects, content, basis, methods, quota, frequency,
                                  section, agency, in_batches, pool_filter)
         select ?, ?, code, name, kind, objects, content, basis, methods, quota, frequency, section, agency, in_batches, pool_filter
           from check_items where list_id = ? and code = ?`,
      ).run(listId, nextPosition(listId), basedOn, code);
    },

    updateItem(listId: number, code: string, item: CheckItemEntry): void {
      db.prepare(
        `update check_items
            set name = :name, kind = :kind, objects = :objects, content = :content, basis = :basis, methods = :methods,
                quota = :quota, frequency = :frequency, section = :section, agency = :agency, in_batches = :inBatches,
                pool_filter = :poolFilter
          where list_id = :listId and code = :code`,
      ).run({ ...fieldsOf(item), listId, code });
    },

    deleteItem(listId: number, code: string): void {
      db.prepare('delete from check_items where list_id = ? and code = ?').run(listId, code);
    },

    /** Writes the order of publication; codes not named keep their order behind the named ones. */
    orderItems(listId: number, codes: readonly string[]): void {
      const there = items(listId).map(({ code }) => code);
      const named = codes.filter((code) => there.includes(code));
      const order = [...named, ...there.filter((code) => !named.includes(code))];
      const place = db.prepare('update check_items set position = ? where list_id = ? and code = ?');
      order.forEach((code, i) => {
        place.run(outOfTheWay + i, listId, code);
      });
      order.forEach((code, i) => {
        place.run(i + 1, listId, code);
      });
    },

    /** Why the version differs in this item; null takes the entry away. */
    setChange(listId: number, code: string, because: Omit<ItemChange, 'code'> | null): void {
      db.prepare('delete from check_item_changes where list_id = ? and code = ?').run(listId, code);
      if (because === null) return;
      db.prepare('insert into check_item_changes (list_id, code, reason, note) values (?, ?, ?, ?)').run(
        listId,
        code,
        because.reason,
        because.note,
      );
    },

    submit(listId: number, accountId: number, at: string): void {
      db.prepare(`update check_lists set state = 'submitted', submitted_by = ?, submitted_at = ? where id = ?`).run(
        accountId,
        at,
        listId,
      );
    },

    addReview(
      listId: number,
      decision: CheckListReview['decision'],
      opinion: string,
      accountId: number,
      at: string,
    ): void {
      db.prepare('insert into check_list_reviews (list_id, decision, opinion, by_id, at) values (?, ?, ?, ?, ?)').run(
        listId,
        decision,
        opinion,
        accountId,
        at,
      );
    },

    /** Back to the drafters. */
    giveBack(listId: number): void {
      db.prepare(`update check_lists set state = 'draft' where id = ?`).run(listId);
    },

    /** In force from the day `on`, under the next version. */
    approve(
      listId: number,
      given: { readonly accountId: number; readonly at: string; readonly on: string; readonly number: string | null },
    ): void {
      db.prepare(
        `update check_lists
            set state = 'approved', version = (select coalesce(max(version), 0) + 1 from check_lists),
                approved_by = :accountId, approved_at = :at, approved_on = :on, approval_number = :number
          where id = :listId`,
      ).run({ ...given, listId });
    },

    publish(listId: number, on: string, number: string | null): void {
      db.prepare('update check_lists set published_on = ?, approval_number = ? where id = ?').run(on, number, listId);
    },

    drop(listId: number): void {
      db.prepare(`update check_lists set state = 'dropped' where id = ?`).run(listId);
    },
  };
}

function itemOf({ in_batches, pool_filter, methods, ...row }: ItemRow): CheckItem {
  return {
    ...row,
    methods: JSON.parse(methods) as string[],
    inBatches: in_batches === 1,
    filter: pool_filter === null ? null : (JSON.parse(pool_filter) as CheckItem['filter']),
  };
}

function fieldsOf({ methods, inBatches, filter, ...item }: CheckItemEntry) {
  const { name, kind, objects, content, basis, quota, frequency, section, agency } = item;
  return {
    ...{ name, kind, objects, content, basis, quota, frequency, section, agency },
    methods: JSON.stringify(methods),
    inBatches: Number(inBatches),
    poolFilter: filter === null ? null : JSON.stringify(filter),
  };
}
