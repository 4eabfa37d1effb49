import { useCallback, useEffect, useRef, useState } from 'react';
import type { DrawSetting, SaveDraft } from '../../../shared/features/draws/schemas.ts';
import { useBarred } from '../../api/session.ts';
import { type Draft, useSaveDraft } from './draws.queries.ts';

/** How long a change rests before it is kept, in milliseconds. */
const REST = 300;

export interface Preparation extends SaveDraft {
  readonly settle: (part: Partial<DrawSetting>) => void;
  readonly go: (step: SaveDraft['step']) => void;
  readonly fill: (form: SaveDraft['form']) => void;
  /** Keeps at once what was changed last. */
  readonly keepNow: () => Promise<void>;
  /** Ends the keeping: the list is frozen. */
  readonly stop: () => void;
  readonly savedAt: string | null;
  /** Changed and not kept yet, or it could not be kept. */
  readonly keeping: 'kept' | 'soon' | 'failed';
}

/** What is settled before freezing, kept by the program as it is settled: a reload or a power cut goes on exactly there. */
export function usePreparation(draft: Draft): Preparation {
  const [settled, setSettled] = useState<SaveDraft>({ setting: draft.setting, step: draft.step, form: draft.form });
  const isOperator = useBarred(['operator']) === null;
  const save = useSaveDraft();
  const [savedAt, setSavedAt] = useState(draft.savedAt);
  const [kept, setKept] = useState(draft.savedAt === null ? null : settled);
  const [failed, setFailed] = useState<SaveDraft | null>(null);
  const isOver = useRef(false);

  const keep = useCallback(
    async (what: SaveDraft) => {
      // Who only opens it writes nothing over what another keeps.
      if (!isOperator || isOver.current || what === kept) return;
      const at = await save(what);
      if (at === null) {
        setFailed(what);
        return;
      }
      setSavedAt(at);
      setKept(what);
    },
    [isOperator, save, kept],
  );

  useEffect(() => {
    const timer = setTimeout(() => void keep(settled), REST);
    return () => clearTimeout(timer);
  }, [settled, keep]);

  return {
    ...settled,
    settle: (part) => setSettled((old) => ({ ...old, setting: { ...old.setting, ...part } })),
    go: (step) => setSettled((old) => ({ ...old, step })),
    fill: (form) => setSettled((old) => ({ ...old, form })),
    keepNow: () => keep(settled),
    stop: () => {
      isOver.current = true;
    },
    savedAt,
    keeping: !isOperator || kept === settled ? 'kept' : failed === settled ? 'failed' : 'soon',
  };
}
