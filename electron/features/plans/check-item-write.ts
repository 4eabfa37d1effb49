import { isSameItem } from '../../../shared/features/plans/check-item-diff.ts';
import type { CheckItemRefusals } from '../../../shared/features/plans/check-item-refusals.ts';
import type { ItemReason } from '../../../shared/features/plans/check-item-schemas.ts';
import type { CheckItem, CheckItemEntry, CheckList, ListState } from '../../../shared/features/plans/check-items.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { done, type Refusal, type RefusalOf, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';

/** The version, if it is in this state. */
export function listIn(ctx: Context, id: number, wanted: ListState) {
  const list = ctx.plans.checkItems.listById(id);
  if (list === null) return refuse('NOT_FOUND', { what: '清单' });
  if (list.state !== wanted) return refuse('LIST_STATE', { title: list.title, state: list.state, wanted });
  return done(list);
}

type WriteRefusal =
  | Refusal<'NOT_FOUND', { readonly what: string }>
  | RefusalOf<Pick<CheckItemRefusals, 'BATCHES_OF_ORDINARY' | 'CHANGE_REASON_MISSING' | 'SAME_ITEM_NAME'>>;

/** Writes one item of a draft, a new one where `code` is null, and why it differs from the version it began as. */
export function writeItem(
  ctx: Context,
  list: CheckList,
  code: string | null,
  item: CheckItemEntry,
  because: ItemReason | null,
): { readonly ok: true; readonly value: string } | WriteRefusal {
  const repo = ctx.plans.checkItems;
  const items = repo.items(list.id);
  if (code !== null && !items.some((one) => one.code === code)) return refuse('NOT_FOUND', { what: `事项${code}` });
  if (item.inBatches && item.kind === 'ordinary') return refuse('BATCHES_OF_ORDINARY');
  const twin = items.find((one) => one.code !== code && nameKey(one.name) === nameKey(item.name));
  if (twin !== undefined) return refuse('SAME_ITEM_NAME', { name: twin.name, code: twin.code });
  if (code === null) {
    const given = repo.insertItem(list.id, item);
    return explain(ctx, list, given, because) ?? done(given);
  }
  repo.updateItem(list.id, code, item);
  return explain(ctx, list, code, because) ?? done(code);
}

/** Takes an item out of a draft; the version it began as keeps it, and the draft keeps why it is gone. */
export function takeOut(ctx: Context, list: CheckList, code: string, because: ItemReason | null): WriteRefusal | null {
  const repo = ctx.plans.checkItems;
  const item = repo.items(list.id).find((one) => one.code === code);
  if (item === undefined) return refuse('NOT_FOUND', { what: `事项${code}` });
  repo.deleteItem(list.id, code);
  return explain(ctx, list, code, because);
}

/** Notes why the draft differs in this item. Where it does not, nothing is noted; a first version is not asked. */
function explain(ctx: Context, list: CheckList, code: string, because: ItemReason | null): WriteRefusal | null {
  const repo = ctx.plans.checkItems;
  if (list.basedOn === null) return null;
  const [was, is] = [repo.items(list.basedOn), repo.items(list.id)].map((items) =>
    items.find((one) => one.code === code),
  );
  if (isSame(was, is)) {
    repo.setChange(list.id, code, null);
    return null;
  }
  if (because !== null) {
    repo.setChange(list.id, code, because);
    return null;
  }
  const isExplained = repo.changesOf(list.id).some((change) => change.code === code);
  return isExplained ? null : refuse('CHANGE_REASON_MISSING');
}

function isSame(was: CheckItem | undefined, is: CheckItem | undefined): boolean {
  if (was === undefined || is === undefined) return was === is;
  return isSameItem(was, is);
}
