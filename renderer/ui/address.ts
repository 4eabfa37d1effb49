/** An address that comes as text, `/plans?state=draft`, as links and navigate take it. */
export function addressIn(path: string) {
  const [to = '/', query] = path.split('?');
  // Any page will do for the type: the pages are known when the program runs, and take any filters.
  return { to: to as '/', search: Object.fromEntries(new URLSearchParams(query)) };
}
