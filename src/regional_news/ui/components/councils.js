/* Links to councils' pages, in groups, each with what is said beside it and perhaps a brief. */
import { element, fill, link } from "./shared.js"

export default function ({ data, parentElement }) {
  fill(parentElement.querySelector(".councils"), ...data.groups.flatMap(drawGroup))

  function drawGroup(group) {
    const list = element("ul", {}, ...group.councils.map(drawCouncil))
    if (!group.title) return [list]
    list.setAttribute("aria-label", group.title)
    return [element("h" + data.level, { textContent: group.title }), ...(group.said ? [element("p", { textContent: group.said })] : []), list]
  }

  function drawCouncil(council) {
    return element("li", {}, link(council.href, council.name), element("span", { textContent: council.note }), ...(council.brief ? [drawBrief(council.brief)] : []))
  }

  /* The newest of its briefs that is meant. */
  function drawBrief({ headline, href, when }) {
    return element("span", { className: "brief" }, link(href, headline), when && ` · ${when}`)
  }
}
