/** A ticket's leading decimals in groups of four, for reading: `0.0431 8852 0177…`. Compared are the whole strings. */
export function ticketText(ticket: string, groups = 4): string {
  const decimals = ticket.slice(2, 2 + groups * 4);
  return `0.${(decimals.match(/.{1,4}/g) ?? []).join(' ')}…`;
}
