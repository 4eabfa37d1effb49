import { type DraftStep, DrawSetting, type SaveDraft } from '../../../shared/features/draws/schemas.ts';
import type { Db } from '../../database/open.ts';

/** What was settled of a draw that is not frozen yet. */
export interface DrawDraft {
  readonly setting: DrawSetting;
  readonly step: DraftStep;
  readonly form: SaveDraft['form'];
  /** UTC instant. */
  readonly savedAt: string;
  readonly savedBy: string;
}

/** A draft in the list of draws. */
export interface DraftLine {
  readonly taskId: number;
  readonly isRehearsal: boolean;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly savedAt: string;
  readonly savedBy: string;
}

interface DraftRow extends Omit<DrawDraft, 'setting' | 'form'> {
  readonly setting: string;
  readonly form: string;
}

const select = `
  select f.setting, f.step, f.form, f.saved_at as savedAt, a.name as savedBy
    from draw_drafts f join accounts a on a.id = f.saved_by`;

/** Table draw_drafts; a part of the draws repo. */
export function createDraftsRepo(db: Db) {
  return {
    draftOf(taskId: number, isRehearsal: boolean): DrawDraft | null {
      const row = db
        .prepare<[number, number], DraftRow>(`${select} where f.task_id = ? and f.is_rehearsal = ?`)
        .get(taskId, Number(isRehearsal));
      return row === undefined ? null : draftOf(row);
    },

    /** The one of a task saved last, real or rehearsal. */
    newestDraftOf(taskId: number): DrawDraft | null {
      const row = db
        .prepare<[number], DraftRow>(`${select} where f.task_id = ? order by f.saved_at desc, f.is_rehearsal limit 1`)
        .get(taskId);
      return row === undefined ? null : draftOf(row);
    },

    /** Drafts of tasks still open, saved last first. */
    drafts(): readonly DraftLine[] {
      return db
        .prepare<[], Omit<DraftLine, 'isRehearsal'> & { isRehearsal: number }>(
          `select f.task_id as taskId, f.is_rehearsal as isRehearsal, t.number as taskNumber, t.title as taskTitle,
                  f.saved_at as savedAt, a.name as savedBy
             from draw_drafts f join tasks t on t.id = f.task_id join accounts a on a.id = f.saved_by
            where t.state in ('waiting', 'running') order by f.saved_at desc, f.task_id, f.is_rehearsal`,
        )
        .all()
        .map((row) => ({ ...row, isRehearsal: row.isRehearsal === 1 }));
    },

    putDraft({ setting, step, form }: SaveDraft, accountId: number, at: string): void {
      db.prepare(
        `insert into draw_drafts (task_id, is_rehearsal, step, setting, form, saved_at, saved_by)
         values (:taskId, :isRehearsal, :step, :setting, :form, :at, :accountId)
         on conflict (task_id, is_rehearsal) do update
            set step = excluded.step, setting = excluded.setting, form = excluded.form,
                saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
      ).run({
        taskId: setting.taskId,
        isRehearsal: Number(setting.isRehearsal),
        step,
        setting: JSON.stringify(setting),
        form: JSON.stringify(form),
        at,
        accountId,
      });
    },

    deleteDraft(taskId: number, isRehearsal: boolean): void {
      db.prepare('delete from draw_drafts where task_id = ? and is_rehearsal = ?').run(taskId, Number(isRehearsal));
    },

    /** The draw of a task frozen last and not void, real or rehearsal. */
    newestDrawOf(taskId: number): { readonly id: number; readonly frozenAt: string } | null {
      return (
        db
          .prepare<[number], { id: number; frozenAt: string }>(
            `select id, frozen_at as frozenAt from draws where task_id = ? and state <> 'void' order by id desc limit 1`,
          )
          .get(taskId) ?? null
      );
    },
  };
}

function draftOf(row: DraftRow): DrawDraft {
  return {
    ...row,
    setting: DrawSetting.parse(JSON.parse(row.setting)),
    form: JSON.parse(row.form) as SaveDraft['form'],
  };
}
