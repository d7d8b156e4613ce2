/* The search box, a combobox (ARIA 1.2): suggestions while somebody types, each a filter with the
 * number of briefs that it leaves. Enter takes the one that is marked, else what the words mean: names of
 * themes, regions and councils become filters, anything else a word of the search. */
import { element, fill, link, PAUSE, visit, withValues } from "./shared.js"

const IN_WORDS = new Intl.NumberFormat("en-GB")
const boxes = new WeakMap()
let last = null // where words led last: {query, words, notes}; each entry of the history remembers its own, for Back and a reload

/* How many briefs an option leaves; where that is none, why. */
function left({ briefs, elsewhere }) {
  if (briefs) return `${IN_WORDS.format(briefs)} ${briefs === 1 ? "brief" : "briefs"}`
  return elsewhere ? `none with these filters, ${IN_WORDS.format(elsewhere)} without` : "no briefs yet"
}

export default function ({ data, parentElement }) {
  const form = parentElement.querySelector("form")
  if (!boxes.has(form)) boxes.set(form, begin(form))
  boxes.get(form)(data)
}

function begin(form) {
  const box = form.querySelector("input"), list = form.querySelector("#found"), said = form.querySelector(".said")
  let data = {}, drawn = null, answer = null, asking = null, timer = 0, marked = -1

  box.oninput = () => { clearTimeout(timer); timer = setTimeout(suggest, PAUSE) }
  box.onkeydown = event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1) }
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); event.stopPropagation(); close() }
  }
  box.onblur = () => setTimeout(() => form.contains(form.getRootNode().activeElement) || close(), 150)
  form.onsubmit = async event => {
    event.preventDefault()
    clearTimeout(timer)
    const option = answer?.options[marked]
    if (option) return take(option)
    const words = box.value.trim()
    const meant = words ? await ask(words) : { enter: { query: without() } }
    if (data.councils && !meant?.options?.length) return say("No council has a name that begins so. Try a shorter piece of it.")
    if (data.councils) return take(meant.options[0])
    close()
    if (meant) lead(meant.enter, meant)
    else visit(withValues("q", words))
  }
  window.addEventListener("popstate", note) // what a change of the address leaves as it was is not drawn anew
  return given => {
    data = given
    form.querySelector("label").textContent = data.label
    box.placeholder = data.hint
    if (drawn !== data.q) box.value = drawn = data.q
    note()
  }

  /* Says what a search did beside what it found, as long as that is the filter; its links stay on the page of now. */
  function note() {
    if (!data.filters) return
    if (history.state && "search" in history.state) last = history.state.search
    else remember(last)
    const holds = last && !data.councils && chosen(location.search) === chosen(last.query) // a council's page has no filter
    fill(form.querySelector(".noted"), ...(holds ? last.notes : []).map(({ said, label, query }) => element("span", {}, said + " ", query ? link(location.pathname + query, label) : label)))
  }

  /* What is chosen in an address; which part the map shows goes with the map. */
  function chosen(query) {
    const found = new URLSearchParams(query)
    for (const name of [...found.keys()]) if (!data.filters.includes(name)) found.delete(name)
    if (found.has("box")) found.set("box", "")
    return found.toString()
  }

  function remember(search) {
    last = search
    history.replaceState({ ...history.state, search }, "")
  }

  async function suggest() {
    const words = box.value.trim()
    if (words.length < 2) return close()
    const found = await ask(words)
    if (!found || box.value.trim() !== words || box.getRootNode().activeElement !== box) return
    answer = found
    marked = -1
    list.replaceChildren(...found.options.map(drawOption))
    show(found.options.length > 0)
    say(found.options.length ? "" : data.councils ? "No council has a name that begins so. Try a shorter piece of it." : "")
  }

  /* Returns the server's answer to some words with the filter of now; null where there is none. */
  async function ask(words) {
    asking?.abort()
    asking = new AbortController()
    const query = new URLSearchParams(without())
    query.set("q", words)
    if (last) query.set("words", last.words)
    const found = await fetch("suggest?" + query, { signal: asking.signal }).catch(() => null)
    const told = found?.ok ? await found.json().catch(() => null) : null
    if (told && data.councils) told.options = told.options.filter(option => option.council)
    return told
  }

  function without() {
    const query = new URLSearchParams(data.councils ? "" : location.search)
    for (const name of [...query.keys()]) if (!data.filters.includes(name) || name === "q") query.delete(name)
    return query.toString()
  }

  /* The query of the page with another filter; what is no filter's stays. */
  function asked(filter) {
    const kept = new URLSearchParams(location.search)
    for (const name of [...data.filters, "page"]) kept.delete(name)
    return "?" + [filter, kept.toString()].filter(Boolean).join("&")
  }

  function drawOption(option, i) {
    const note = data.councils ? option.note : `${option.kind} · ${left(option)}`
    const made = element("div", { className: "option", id: "found-" + i }, element("span", { textContent: option.label }), element("small", { textContent: note }))
    made.setAttribute("role", "option")
    made.setAttribute("aria-selected", "false")
    made.onmousedown = event => event.preventDefault() // the box keeps the focus
    made.onclick = () => take(option)
    return made
  }

  /* Leads to a filter. What became an option of it stands beside the title now, and no longer here. */
  function lead({ query, words = last?.words ?? "", gone }, { said, only } = {}) {
    const notes = []
    if (said) notes.push({ said, label: only.briefs ? `Only the word: ${left(only)}` : "None of these has the word itself.", query: only.briefs && asked(only.query) })
    if (gone) notes.push({ said: gone, label: "Back to how it was", query: location.search || "?" })
    box.value = drawn = new URLSearchParams(query).get("q") ?? ""
    visit(asked(query))
    remember({ query, words, notes })
    note()
  }

  function take(option) {
    close()
    if (data.councils) { box.value = ""; visit(withValues("council", option.council)) }
    else lead(option)
  }

  function move(step) {
    if (list.hidden) return
    const options = [...list.children]
    options[marked]?.setAttribute("aria-selected", "false")
    marked = Math.max(-1, Math.min(options.length - 1, marked + step))
    options[marked]?.setAttribute("aria-selected", "true")
    options[marked]?.scrollIntoView({ block: "nearest" })
    if (marked < 0) box.removeAttribute("aria-activedescendant")
    else box.setAttribute("aria-activedescendant", options[marked].id)
  }

  function close() {
    answer = null
    marked = -1
    show(false)
    box.removeAttribute("aria-activedescendant")
  }

  function show(open) {
    list.hidden = !open
    box.setAttribute("aria-expanded", String(open))
    if (open) say(`${list.children.length} suggestions`)
  }

  function say(words) {
    said.textContent = words
    said.classList.toggle("heard", words.endsWith("suggestions"))
  }
}
