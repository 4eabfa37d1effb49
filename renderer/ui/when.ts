const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A UTC instant as `2026-09-07 09:00:00` in Beijing time; empty for none. */
export function instantText(at: string | null | undefined): string {
  return at == null ? '' : clock.format(new Date(at));
}

/** The same to the minute. */
export function minuteText(at: string | null | undefined): string {
  return instantText(at).slice(0, 16);
}

/** Only the time of day, `09:00`. */
export function clockText(at: string): string {
  return instantText(at).slice(11, 16);
}

/** `2026年9月7日` of a local day. */
export function dayText(on: string | null | undefined): string {
  if (on == null || on === '') return '';
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
