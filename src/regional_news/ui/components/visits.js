/* What this browser remembers of its reader: the briefs there were at the last visit, and their
 * council. Where it may keep nothing, nothing is new and nobody has a council. */
const KEY = "regional-news-", MINE = "regional-news-my-council"

function kept(store, key) {
  try { return JSON.parse(store().getItem(key)) } catch { return null }
}

function keep(store, key, value) {
  try { value === null ? store().removeItem(key) : store().setItem(key, JSON.stringify(value)) } catch { /* not allowed */ }
}

const lasting = () => window.localStorage, session = () => window.sessionStorage

/* Returns what there was at the visit before this one, {at, counts}, and remembers what there is now beside what
 * was counted before. A visit lasts as long as the tab; `what` tells several things that are counted apart. */
export function visited(counts, what = "visit") {
  const key = KEY + what, before = key + "-before"
  if (kept(session, before) === null) keep(session, before, kept(lasting, key) ?? {})
  keep(lasting, key, { at: new Date().toISOString(), counts: { ...kept(lasting, key)?.counts, ...counts } })
  return kept(session, before) ?? {}
}

/* Returns the reader's council, {id, name, query of its page}, or null. */
export const mine = () => kept(lasting, MINE)

export const choose = council => keep(lasting, MINE, council)
