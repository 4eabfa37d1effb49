import { useNavigate, useSearch } from '@tanstack/react-router';

/** Which matter of a list is open, and whether a new one is being entered and for which enterprise; kept in the address. */
export function useMatter() {
  const {
    id,
    new: fresh,
    object,
    follows,
    ground,
  } = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const to = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }) });
  const closed = { new: undefined, object: undefined, follows: undefined, ground: undefined };
  return {
    openId: id === undefined ? null : Number(id),
    isAdding: fresh !== undefined,
    /** The enterprise the form was opened for from elsewhere. */
    objectId: object === undefined ? null : Number(object),
    /** The list and ground a 预警 suggests, `list:ground`. */
    ground: ground ?? null,
    /** The matter the new one follows. */
    followsId: follows === undefined ? null : Number(follows),
    show: (matter: number | null) => to({ ...closed, id: matter === null ? undefined : String(matter) }),
    startAdding: () => to({ new: '1' }),
    stopAdding: () => to(closed),
  };
}
