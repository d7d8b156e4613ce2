/* What the components share: elements, fields, addresses, and text folded for comparing. */
const FIELDS = "canvas, input:not([type=file]), textarea, button"
export const NOBODYS = "[role=dialog], [role=dialog] [aria-label=Close]" // to which a form itself gives a focus that is lost
export const PAUSE = 150 // milliseconds after a letter before the server is asked

export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/* A link, with a name of its own where its text needs the surroundings to be understood. */
export function link(href, text, { name, ...properties } = {}) {
  const made = element("a", { href, target: "_self", textContent: text, ...properties })
  if (name) made.setAttribute("aria-label", name)
  return made
}

/* Fills a place with what stands there now, and leaves what is the same: what is drawn anew between the press
 * and the release of a button takes no click. What a handler needs stands in attributes. */
export function fill(place, ...nodes) {
  const there = [...place.childNodes]
  if (there.length !== nodes.length) place.replaceChildren(...nodes)
  else nodes.forEach((node, at) => node.isEqualNode(there[at]) || there[at].replaceWith(node))
}

/* The fields and buttons of a part of the page that take the focus; the cells of a table go before its buttons. */
export function fieldsOf(part) {
  const fields = part ? [...part.querySelectorAll("canvas"), part, ...part.querySelectorAll(FIELDS)] : []
  return fields.filter(each => each.matches(FIELDS) && !each.disabled && each.checkVisibility())
}

/* Opens an address of the app as a click on a link does: one step in the browser's history, and a
 * run of the page. frame.js does it. */
export function visit(href) {
  window.dispatchEvent(new CustomEvent("visit", { detail: String(href) }))
}

/* Adds an entry to the history, which takes over where words led last; the one that is left remembers how far the page
 * was scrolled, and `left`. */
export function enter(address, state, left) {
  history.replaceState({ ...history.state, top: document.querySelector("[data-testid=stMain]")?.scrollTop ?? 0, ...left }, "")
  history.pushState({ search: history.state.search ?? null, ...state }, "", address)
}

/* The address with `name` set to each of `values`: how a control changes what it stands for. It
 * starts from the address of now, which may be newer than what the control was drawn from. The list
 * goes back to its first page. */
export function withValues(name, ...values) {
  const query = new URLSearchParams(location.search)
  query.delete(name)
  query.delete("page")
  values.forEach(value => value && query.append(name, value))
  return location.pathname + (query.size ? "?" + query : "")
}

/* The address with an option of a group taken in, or out where it is in. */
export function toggled(name, value) {
  const chosen = new URLSearchParams(location.search).getAll(name)
  return withValues(name, ...(chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value]))
}

/* The address with an option as the only one of its group, or without the group where it is that. */
export function alone(name, value) {
  const chosen = new URLSearchParams(location.search).getAll(name)
  return chosen.length === 1 && chosen[0] === value ? withValues(name) : withValues(name, value)
}

/* Folds names as fold in text.py does, letters that no council's name has left aside. */
export function fold(text) {
  return text.toLowerCase()
    .replace(/['’‘‛ʼʹ′`´＇]/g, "").replace(/[-‐‑‒–—―−－]/g, " ").replace(/[&＆]/g, " and ")
    .normalize("NFKD").replace(/\p{M}+/gu, "").replace(/\bst\.(?=\s)/g, "st")
    .replace(/\s+/g, " ").trim()
}

/* The councils of council-names.json by which one is found. */
export function councilsOf(told) {
  return Object.entries(told).map(([id, [name, all, type, region, years, own, others]]) =>
    ({ id, name, all, type, region, years, own: `|${own}|`, others: `|${others}|` }))
}

/* How a council answers to what is typed: by a whole name (0), a beginning (1), a word inside (2), all words in any
 * order (3: "Edinburgh City"); then whether by another name than its own. Null where it does not. */
export function rankOf(council, wanted) {
  if (council.own.includes(`|${wanted}|`) || council.others.includes(`|${wanted}|`)) return [0, 0]
  if (council.own.includes("|" + wanted)) return [1, 0]
  if (council.others.includes("|" + wanted)) return [1, 1]
  if (council.own.includes(" " + wanted)) return [2, 0]
  if (council.others.includes(" " + wanted)) return [2, 1]
  const words = wanted.split(" ")
  return words.length > 1 && words.every(word => /[| ]/.test(council.own[council.own.indexOf(word) - 1] ?? "")) ? [3, 0] : null
}

/* Sorts councils found, each {council, rank}: who serves before who does not, unless what is typed is the whole name of
 * that one and nobody who serves has a name that begins so; then as `compare` says. */
export function servingFirst(found, compare) {
  const serves = found.some(({ council, rank }) => !council.years && rank[0] < 2)
  const late = ({ council, rank }) => council.years && (serves || rank[0]) ? 1 : 0
  return found.sort((a, b) => late(a) - late(b) || compare(a, b))
}

/* The ids of the councils that a misspelt name may mean: the server knows slips of the pen. Null where something
 * else `isTyped` meanwhile, or the server does not answer; those of a `region` first. */
export async function misspelt(name, isTyped, region = "") {
  await new Promise(done => setTimeout(done, PAUSE))
  if (!isTyped()) return null
  const answer = await fetch("suggest?" + new URLSearchParams({ q: name, ...region && { region } })).catch(() => null)
  const told = answer?.ok ? await answer.json().catch(() => null) : null
  return told && isTyped() ? told.options.map(each => each.council) : null
}
