import { useNavigate, useSearch } from '@tanstack/react-router';

/** Which tab of the page is shown, kept in the address; the first where none is named. */
export function useTab<T extends string>(tabs: readonly [T, ...T[]]): readonly [tab: T, show: (tab: string) => void] {
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const show = (next: string) => void navigate({ to: '.', search: next === tabs[0] ? {} : { tab: next } });
  return [tabs.find((one) => one === tab) ?? tabs[0], show];
}
