/* The filters: a heading, a button that clears all, and a checkbox for each option with the number of briefs that it would leave.
 * Each changes the address, from which the page is then drawn; where there is little room they lie in a
 * drawer, which closes with "Show 3 briefs".
 *
 * Groups and options are made once and kept by key, so that what a reader opened, typed and
 * focused stays over a rerun. A long group shows its first options; the others are found by name,
 * with names that are fetched when somebody first looks for one. */
import { councilsOf, element, fold, misspelt, rankOf, servingFirst, toggled, visit, withValues } from "./shared.js"

const MOST_FOUND = 30
const IN_WORDS = new Intl.NumberFormat("en-GB")
const groupsOf = new WeakMap()

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".facets")
  if (!groupsOf.has(root)) groupsOf.set(root, new Map())
  root.querySelector("h2").textContent = data.title
  const clear = root.querySelector(".clear"), done = root.querySelector(".done")
  clear.disabled = !data.filtered
  clear.onclick = () => visit(data.clear)
  done.textContent = `Show ${data.left}`
  done.onclick = () => window.dispatchEvent(new CustomEvent("filters", { detail: false }))
  const groups = groupsOf.get(root)
  const focused = root.getRootNode().activeElement
  data.groups.forEach(given => {
    if (!groups.has(given.key)) {
      groups.set(given.key, drawGroup(given))
      root.querySelector(".groups").append(groups.get(given.key).box)
    }
    const group = groups.get(given.key)
    group.given = given
    group.pick = id => visit(toggled(given.key, id))
    fill(group)
  })
  data.dates.forEach(given => fillDate(root.querySelector(`[name=${given.name}]`), given))
  data.switches.forEach(given => fillSwitch(root.querySelector(`[name=${given.name}]`), given))
  if (focused && focused.isConnected && focused !== root.getRootNode().activeElement) focused.focus()
}

function drawGroup(given) {
  const chosen = element("span", { className: "chosen" })
  const summary = element("summary", {}, element("span", { textContent: given.title }), chosen)
  const box = element("details", { className: "group", open: given.open }, summary)
  box.dataset.group = given.key
  box.ontoggle = () => fill(group)
  const group = { box, chosen, lists: [], items: new Map(), names: null, find: null, found: null, slips: {} }
  if (given.find) {
    group.find = element("input", { type: "search", className: "find", placeholder: given.find, ariaLabel: given.find })
    group.find.onfocus = () => fetchNames(group)
    group.find.oninput = () => { fetchNames(group); fill(group); askForSlips(group) }
    group.found = element("p", { className: "found", role: "status" })
    box.append(group.find, group.found)
  }
  given.sections.forEach(section => box.append(drawSection(group, given, section)))
  return group
}

function drawSection(group, given, section) {
  const list = element("ul", {})
  list.setAttribute("aria-label", section.title ? `${given.title}, ${section.title}` : given.title)
  group.lists.push(list)
  if (!section.title) return list
  const title = element("p", { className: "section " + section.colour, textContent: `${section.sign} ${section.title}` })
  title.setAttribute("aria-hidden", "true")
  return element("div", {}, title, list)
}

function fill(group) {
  const options = group.given.sections.flatMap(section => section.options)
  const chosen = options.filter(option => option.chosen).length
  group.chosen.textContent = chosen ? `${chosen} chosen` : ""
  if (group.box.open) fillLists(group) // else when somebody opens it
}

function fillLists(group) {
  group.lists.forEach((list, i) => {
    const items = shown(group, group.given.sections[i].options).map(option => itemOf(group, option))
    if (items.length !== list.children.length || items.some((item, at) => item !== list.children[at]))
      list.replaceChildren(...items)
  })
  if (group.found) say(group.found, group.box.querySelector("li") ? "" : whyNone(group))
}

function say(place, words) {
  if (place.textContent !== words) place.textContent = words // said anew only where it changes
}

/* Why nothing is found by the name that is typed. */
function whyNone(group) {
  const wanted = fold(group.find.value)
  if (!wanted) return ""
  if (group.names) return isName(group, wanted) || group.slips[wanted]?.some(Boolean)
    ? "No brief is about a council of that name." : "No council has that name."
  return group.failed ? "The names of the councils could not be fetched. Type again to try once more." : ""
}

function isName(group, wanted) { return group.names.some(({ all }) => all.includes(wanted)) }

/* Learns which councils a misspelt name means, and shows them. */
async function askForSlips(group) {
  const wanted = fold(group.find.value)
  if (!wanted || !group.names || wanted in group.slips || isName(group, wanted)) return
  const ids = await misspelt(wanted, () => fold(group.find.value) === wanted)
  if (ids) { group.slips[wanted] = ids; fill(group) }
}

/* The options to show: those given, or those whose names have what is typed or was meant by it. */
function shown(group, given) {
  const wanted = fold(group.find?.value ?? "")
  if (!wanted) return given
  const chosen = new Set(given.filter(option => option.chosen).map(option => option.id))
  const counts = group.given.counts
  const found = (group.names ?? []).filter(({ id, all }) => id in counts && (all.includes(wanted) || group.slips[wanted]?.includes(id)))
    .map(council => ({ council, rank: rankOf(council, wanted) ?? [4] }))
  return servingFirst(found, ({ council: a }, { council: b }) => counts[b.id] - counts[a.id] || a.name.localeCompare(b.name))
    .map(({ council: { id, name, years } }) => ({ id, label: name + years, count: counts[id], chosen: chosen.has(id) }))
    .slice(0, MOST_FOUND)
}

async function fetchNames(group) {
  if (group.names || group.fetching) return
  group.fetching = true
  const answer = await fetch(group.given.names).catch(() => null)
  const told = answer?.ok ? await answer.json().catch(() => null) : null
  group.names = told && councilsOf(told)
  group.failed = !told
  group.fetching = false
  fill(group)
  askForSlips(group)
}

function itemOf(group, option) {
  if (!group.items.has(option.id)) group.items.set(option.id, drawOption(group, option))
  const { item, input, count } = group.items.get(option.id)
  input.checked = option.chosen
  input.setAttribute("aria-label", `${option.label}, ${option.count} ${option.count === 1 ? "brief" : "briefs"}`)
  item.classList.toggle("none", option.count === 0 && !option.chosen)
  count.textContent = IN_WORDS.format(option.count)
  return item
}

function drawOption(group, option) {
  const input = element("input", { type: "checkbox" })
  input.dataset.option = group.given.key + ":" + option.id
  input.onchange = () => group.pick(option.id)
  const count = element("span", { className: "count" })
  const label = element("label", { title: option.help ?? "" }, input, element("span", { className: "name", textContent: option.label }), count)
  return { item: element("li", {}, label), input, count }
}

/* A box for a date as people write it, which the server reads; what is none stays to be mended, with a word below. */
function fillDate(box, given) {
  if (box.getRootNode().activeElement !== box || box.value === box.drawn || box.value === box.sent) box.value = given.value
  box.drawn = given.value
  box.setAttribute("aria-invalid", String(Boolean(given.wrong)))
  say(box.nextElementSibling, given.wrong)
  if (given.wrong) box.parentElement.scrollIntoView({ block: "nearest" })
  box.onchange = () => {
    box.sent = box.value
    box.setAttribute("aria-invalid", "false")
    say(box.nextElementSibling, "")
    visit(withValues(given.name, box.value.trim()))
  }
}

function fillSwitch(box, given) {
  box.checked = given.on
  box.onchange = () => visit(withValues(given.name, box.checked ? "true" : ""))
}
