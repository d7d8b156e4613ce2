/* Links past what stands between: each gives the focus to the first field or button of a keyed part of
 * the page, or to the part where it has none. */
import { element, fill, fieldsOf } from "./shared.js"

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".skips")
  fill(place, ...data.links.map(([words, part]) => {
    const made = element("a", { href: "#", textContent: words })
    made.dataset.part = part
    return made
  }))
  place.onclick = event => {
    event.preventDefault()
    const part = document.querySelector(event.target.dataset.part)
    if (part) (fieldsOf(part)[0] ?? Object.assign(part, { tabIndex: -1 })).focus()
  }
}
