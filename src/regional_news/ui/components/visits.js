/* What this browser remembers of its reader: the briefs there were at the last visit, and their
 * council. Where it may keep nothing, nothing is new and nobody has a council. */
const KEY = "regional-news-visit", BEFORE = "regional-news-visit-before", MINE = "regional-news-my-council"

function kept(store, key) {
  try { return JSON.parse(store().getItem(key)) } catch { return null }
}

function keep(store, key, value) {
  try { value === null ? store().removeItem(key) : store().setItem(key, JSON.stringify(value)) } catch { /* not allowed */ }
}

const lasting = () => window.localStorage, session = () => window.sessionStorage

/* Returns what there was at the visit before this one, {at, counts}, and remembers what there is now.
 * A visit lasts as long as the tab. */
export function visited(counts) {
  if (kept(session, BEFORE) === null) keep(session, BEFORE, kept(lasting, KEY) ?? {})
  keep(lasting, KEY, { at: new Date().toISOString(), counts })
  return kept(session, BEFORE) ?? {}
}

/* Returns the reader's council, {id, name, briefs}, or null. */
export const mine = () => kept(lasting, MINE)

export const choose = council => keep(lasting, MINE, council)
