/* Links to councils' pages, in groups. */
import { element, link } from "./shared.js"

export default function ({ data, parentElement }) {
  parentElement.querySelector(".councils").replaceChildren(...data.groups.flatMap(drawGroup))

  function drawGroup(group) {
    const list = element("ul", {}, ...group.councils.map(drawCouncil))
    if (!group.title) return [list]
    list.setAttribute("aria-label", group.title)
    return [element("h" + data.level, { textContent: group.title }), list]
  }

  function drawCouncil(council) {
    return element("li", {}, link(council.href, council.name), element("span", { textContent: council.note }))
  }
}
