/* Makes a council the reader's own, and says what is new since their last visit: about theirs, and about those near
 * it that work on the themes of their choice. */
import { element, link } from "./shared.js"
import { choose, mine, visited } from "./visits.js"

export default function ({ data, parentElement }) {
  const find = name => parentElement.querySelector(name)
  const button = find("button")
  show(mine()?.id === data.id)
  button.onclick = () => show(mine()?.id !== data.id)

  function show(isMine) {
    if (isMine) choose({ id: data.id, name: data.name, query: data.query })
    else if (mine()?.id === data.id) choose(null)
    button.setAttribute("aria-pressed", String(isMine))
    button.textContent = isMine ? "My council ✓" : "Make this my council"
    find(".said").textContent = isMine ? "Explore leads here. It is kept in this browser only." : ""
    tell(find(".fresh"), isMine ? fresh(data.counted) : [])
  }
}

/* What there is more of than at the last visit; what was not counted then is not new. */
function fresh(counted) {
  const { at, counts = {} } = visited(Object.fromEntries(counted.map(({ key, briefs }) => [key, briefs])), "mine")
  return counted.map(each => ({ ...each, at, more: each.briefs - (counts[each.key] ?? each.briefs) })).filter(({ more }) => more > 0)
}

function tell(place, found) {
  place.hidden = !found.length
  if (place.hidden) return
  const day = new Date(found[0].at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
  place.replaceChildren(`New since your last visit on ${day}:`, element("ul", {}, ...found.map(({ name, href, more }) =>
    element("li", {}, link(href, name), `: ${more} ${more === 1 ? "brief" : "briefs"}`))))
}
