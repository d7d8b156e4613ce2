/* The title and beside it the address to copy, the feed to follow and, where the page is narrow, the ways to
 * filters and map. */
import { element, fill, link } from "./shared.js"

export default function ({ data, parentElement, setTriggerValue }) {
  const find = name => parentElement.querySelector("." + name)
  const title = parentElement.querySelector("h1"), said = find("said")
  if (title.textContent !== data.title) title.textContent = data.title
  if (said.dataset.view !== data.title) Object.assign(said, { textContent: "" }).dataset.view = data.title
  find("filters").hidden = !data.filters
  find("filters").textContent = data.chips.length ? `Filters (${data.chips.length})` : "Filters"
  const chosen = find("chosen"), at = [...chosen.children].findIndex(each => each.contains(chosen.getRootNode().activeElement))
  fill(chosen, ...data.chips.map(chip => element("li", {}, link(chip.without, chip.label + " ✕", { name: `${chip.label} ✕: remove this filter` }))))
  chosen.hidden = !data.chips.length
  if (at >= 0) (chosen.children[Math.min(at, chosen.children.length - 1)]?.firstChild ?? title).focus()
  find("map").hidden = !data.map
  find("filters").onclick = () => window.dispatchEvent(new CustomEvent("filters", { detail: true }))
  find("map").onclick = () => {
    const map = document.querySelector(".st-key-map-frame")
    map.scrollIntoView({ block: "start" })
    map.querySelector("iframe").focus({ preventScroll: true })
  }
  find("copy").disabled = false // a click before this script was there would do nothing
  find("copy").onclick = async () => {
    const copied = await copy(window.location.href)
    find("address").hidden = copied
    if (copied) said.textContent = "Link copied"
    else { Object.assign(find("address"), { value: window.location.href }).select(); said.textContent = "Copy this link:" }
  }
  follow(find, data.follow, wish => setTriggerValue("follow", wish))
}

/* The panel with the feed's address; a member first asks for one of their own. */
function follow(find, feed, ask) {
  const button = find("follow"), panel = find("following"), said = find("fed")
  button.hidden = !feed
  if (!feed) { panel.hidden = true; return }
  const open = wide => { panel.hidden = !wide; button.setAttribute("aria-expanded", String(wide)) }
  button.onclick = () => { open(panel.hidden); if (!panel.hidden) panel.querySelector("h2").focus() }
  find("close").onclick = () => { open(false); button.focus() }
  panel.onkeydown = event => { if (event.key === "Escape") { event.stopPropagation(); find("close").click() } }
  find("what").textContent = feed.what
  find("feed").hidden = !feed.address
  find("feed-address").value = feed.address
  find("key").hidden = !feed.keyed
  find("show-key").hidden = Boolean(feed.address)
  find("new-key").hidden = !feed.address
  find("show-key").onclick = () => ask("show")
  find("new-key").onclick = () => ask("new")
  if (said.dataset.address !== feed.address || feed.said) said.textContent = feed.said
  said.dataset.address = feed.address
  find("copy-feed").onclick = async () => {
    const copied = await copy(feed.address)
    if (!copied) find("feed-address").select()
    said.textContent = copied ? "Address copied" : "Copy the address that is marked."
  }
  const ways = find("ways")
  if (!ways.children.length) ways.append(...feed.ways.map(({ program, steps, note }) => element("details", {},
    element("summary", { textContent: program }), element("ol", {}, ...steps.map(step => element("li", { textContent: step }))),
    element("p", { textContent: note }))))
}

/* Returns whether the clipboard took the text: a page without https may have to ask the old way. */
async function copy(text) {
  try { await navigator.clipboard.writeText(text); return true } catch { return copyTheOldWay(text) }
}

function copyTheOldWay(text) {
  const box = Object.assign(document.createElement("textarea"), { value: text })
  document.body.append(box)
  box.select()
  const copied = document.execCommand("copy")
  box.remove()
  return copied
}
