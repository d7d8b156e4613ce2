/* A choice of councils: an editable combobox with a list, as the ARIA Authoring Practices describe it, and
 * the chosen ones as chips. The best answer stands first and Enter takes that one alone. A council of
 * another region than the brief's is added after a question. The names are fetched once for all pickers.
 * What no name begins with goes to the server, which knows slips of the pen; what is chosen goes to Python. */
import { councilsOf, element, fill, fold, misspelt, rankOf, servingFirst } from "./shared.js"

const MOST_SHOWN = 8
const pickers = new WeakMap()
let names = null, fetching = null

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".picker")
  if (!pickers.has(root)) pickers.set(root, build(root))
  const picker = pickers.get(root)
  // Who goes on before the server has heard of the last choice builds on that, not on what is drawn.
  Object.assign(picker, { data, ids: data.chosen.map(each => each.id), choose: ids => setTriggerValue("choose", picker.ids = ids) })
  drawChosen(picker)
  picker.label.textContent = data.label
  picker.input.hidden = data.most > 0 && data.chosen.length >= data.most
}

function build(root) {
  const id = name => `${name}-${Math.random().toString(36).slice(2)}`
  const find = name => root.querySelector("." + name)
  const picker = { root, input: find("typed"), list: find("found"), chips: find("chips"), said: find("said"), question: find("question"), label: find("label"), found: [], at: -1, wanted: "" }
  picker.input.id = id("typed")
  picker.list.id = id("found")
  picker.label.setAttribute("for", picker.input.id)
  picker.input.setAttribute("aria-controls", picker.list.id)
  picker.input.onfocus = () => fetchNames(picker)
  picker.input.oninput = () => { look(picker); fetchNames(picker) }
  picker.input.onkeydown = event => onKey(picker, event)
  picker.input.onblur = () => setTimeout(() => close(picker), 150) // a click on the list comes first
  return picker
}

/* Keys as in the practices: arrows move, Enter takes, Escape closes and then empties, Tab goes on. */
function onKey(picker, event) {
  if (event.key.startsWith("Arrow") && picker.list.hidden) look(picker)
  const last = picker.list.children.length - 1
  if (event.key === "ArrowDown") move(picker, picker.at < last ? picker.at + 1 : 0)
  else if (event.key === "ArrowUp") move(picker, picker.at > 0 ? picker.at - 1 : last)
  else if (event.key === "Enter") take(picker)
  else if (event.key === "Escape" && picker.input.value) { if (picker.list.hidden) picker.input.value = ""; close(picker) }
  else return
  event.preventDefault()
  event.stopPropagation() // Escape would else close a dialog around
}

async function take(picker) {
  if (!picker.input.value.trim()) return
  await fetchNames(picker)
  if (fold(picker.input.value) !== picker.wanted || picker.list.hidden) look(picker)
  if (!picker.found.length) await picker.asking
  const option = picker.list.children[Math.max(picker.at, 0)]
  option?.onclick()
}

function move(picker, at) {
  const options = [...picker.list.children]
  picker.at = Math.min(at, options.length - 1)
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === picker.at)))
  const chosen = options[picker.at]
  if (chosen) { picker.input.setAttribute("aria-activedescendant", chosen.id); chosen.scrollIntoView({ block: "nearest" }) }
  else picker.input.removeAttribute("aria-activedescendant")
}

function close(picker) {
  picker.list.hidden = true
  picker.input.setAttribute("aria-expanded", "false")
  picker.input.removeAttribute("aria-activedescendant")
}

/* Fills the list with what answers to what is typed, the first one marked. */
function look(picker) {
  picker.wanted = fold(picker.input.value)
  picker.question.hidden = true
  picker.found = picker.wanted && names ? best(picker) : []
  if (picker.wanted && names && !picker.found.length) picker.asking = askForSlips(picker)
  draw(picker)
}

function draw(picker) {
  const options = picker.found.map((council, at) => option(picker, at, council.name, council.note, () => ask(picker, council)))
  if (picker.wanted && names && !picker.found.length) options.push(...asWritten(picker))
  picker.list.replaceChildren(...options)
  picker.list.hidden = !options.length
  picker.input.setAttribute("aria-expanded", String(options.length > 0))
  move(picker, options.length ? 0 : -1)
  say(picker, words(picker))
}

/* Fills the list with what a misspelt name means. */
async function askForSlips(picker) {
  const wanted = picker.wanted, ids = await misspelt(wanted, () => picker.wanted === wanted && document.activeElement === picker.input, picker.data.region)
  if (!ids?.length) return
  picker.found = best(picker, council => ids.includes(council.id) ? [0, 0] : null)
  draw(picker)
}

function words(picker) {
  if (!picker.wanted) return ""
  if (!names) return "The names of the councils are on their way."
  const first = picker.found[0]
  return first ? `${picker.found.length} found; Enter takes ${first.name}, ${first.note}.` : "No council has a name that begins so."
}

function asWritten(picker) {
  const typed = picker.input.value.trim()
  return picker.data.most !== 1
    ? [option(picker, 0, `Keep “${typed}” as it is written`, "no council is found by it: it is looked up once more, else it waits in Review", () => add(picker, typed))]
    : []
}

function option(picker, at, name, note, act) {
  const made = element("li", { id: `${picker.list.id}-${at}`, role: "option" },
    element("span", { className: "name", textContent: name }), element("span", { className: "note", textContent: note }))
  made.onmousedown = event => event.preventDefault() // the focus stays where one types
  made.onmousemove = () => { if (picker.at !== at) move(picker, at) }
  made.onclick = act
  return made
}

/* The best first: of those who serve, then of the others, a whole name, a beginning, a word inside; then the brief's own
 * region, names before other names, and the alphabet. */
function best(picker, rank = council => rankOf(council, picker.wanted)) {
  const chosen = new Set(picker.data.chosen.map(each => each.id))
  const found = names.filter(council => !chosen.has(council.id)).map(council => ({ council, rank: rank(council) })).filter(each => each.rank)
  const near = ({ region }) => picker.data.region && region !== picker.data.region ? 1 : 0
  servingFirst(found, ({ council: a, rank: [p, k] }, { council: b, rank: [q, l] }) =>
    p - q || near(a) - near(b) || k - l || a.name.localeCompare(b.name, "en"))
  return found.slice(0, MOST_SHOWN).map(({ council }) => ({ ...council, note: noteOf(picker, council) }))
}

function noteOf(picker, council) {
  return [council.type + council.years, picker.data.regions[council.region] ?? ""].filter(Boolean).join(" · ")
}

/* Adds a council, after a question where it lies in another region than the brief's. */
function ask(picker, council) {
  const wanted = picker.data.region
  if (!wanted || council.region === wanted) return add(picker, council.id)
  close(picker)
  const there = picker.data.regions[council.region] ?? "another region", here = picker.data.regions[wanted]
  const yes = button("Add it all the same", () => add(picker, council.id)), no = button("Do not add it", () => reset(picker))
  const words = element("p", { textContent: `${council.name} is in ${there}; this brief is under ${here}.` })
  picker.question.replaceChildren(words, yes, no)
  picker.question.setAttribute("aria-label", words.textContent)
  picker.question.hidden = false
  say(picker, words.textContent)
  yes.focus()
}

function button(text, act) {
  const made = element("button", { type: "button", textContent: text })
  made.onclick = act
  made.onkeydown = event => { if (event.key === "Escape") { event.stopPropagation(); event.target.nextSibling?.click() ?? event.target.click() } }
  return made
}

function add(picker, id) {
  reset(picker)
  say(picker, "")
  picker.choose([...picker.ids, id])
}

function reset(picker) {
  picker.input.value = ""
  picker.question.hidden = true
  close(picker)
  picker.input.focus()
}

function drawChosen(picker) {
  const focused = picker.root.getRootNode().activeElement?.dataset?.chip
  fill(picker.chips, ...picker.data.chosen.map(chip => {
    const remove = element("button", { type: "button", textContent: "✕", title: "Remove" })
    remove.setAttribute("aria-label", `Remove ${chip.label}`)
    remove.dataset.chip = chip.id
    remove.onclick = () => {
      picker.input.focus()
      picker.choose(picker.ids.filter(id => id !== chip.id))
    }
    const text = chip.placed ? chip.label : `“${chip.label}” is not placed`
    return element("li", { className: chip.placed ? "" : "doubt" }, element("span", { textContent: text }), remove)
  }))
  picker.chips.setAttribute("aria-label", picker.data.label)
  picker.chips.hidden = !picker.data.chosen.length
  if (focused) picker.chips.querySelector(`[data-chip="${CSS.escape(focused)}"]`)?.focus()
}

function say(picker, words) {
  if (picker.said.textContent !== words) picker.said.textContent = words
}

async function fetchNames(picker) {
  if (names) return
  fetching ??= fetch(picker.data.names).then(answer => answer.json()).catch(() => null)
  const told = await fetching
  fetching = null
  if (!told) return say(picker, "The names of the councils could not be fetched. Type again to try once more.")
  names ??= councilsOf(told)
  if (picker.input.value) look(picker)
}
