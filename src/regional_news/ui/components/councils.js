/* Links to councils' pages, in groups. */
import { element, fill, link } from "./shared.js"

export default function ({ data, parentElement }) {
  fill(parentElement.querySelector(".councils"), ...data.groups.flatMap(drawGroup))

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
