/* The title and beside it the address to copy and, where the page is narrow, the ways to filters and map. */
import { element, link } from "./shared.js"

export default function ({ data, parentElement }) {
  const find = name => parentElement.querySelector("." + name)
  const title = parentElement.querySelector("h1"), said = find("said")
  if (title.textContent !== data.title) title.textContent = data.title
  if (said.dataset.view !== data.title) Object.assign(said, { textContent: "" }).dataset.view = data.title
  find("filters").hidden = !data.filters
  find("filters").textContent = data.chips.length ? `Filters (${data.chips.length})` : "Filters"
  const chosen = find("chosen"), at = [...chosen.children].findIndex(each => each.contains(chosen.getRootNode().activeElement))
  chosen.replaceChildren(...data.chips.map(chip => element("li", {}, link(chip.without, chip.label + " ✕", { name: `${chip.label} ✕: remove this filter` }))))
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
