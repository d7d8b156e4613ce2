/* Links to councils' pages, in groups; a click opens the page without loading the app anew. */
import { element, link } from "./shared.js"

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.querySelector(".councils").replaceChildren(...data.groups.flatMap(drawGroup))

  function drawGroup(group) {
    const list = element("ul", {}, ...group.councils.map(drawCouncil))
    if (!group.title) return [list]
    list.setAttribute("aria-label", group.title)
    return [element("h" + data.level, { textContent: group.title }), list]
  }

  function drawCouncil(council) {
    const page = link(council.href, council.name, () => setTriggerValue("open", council.id))
    return element("li", {}, page, element("span", { textContent: council.note }))
  }
}
