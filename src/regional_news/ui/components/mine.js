/* Makes a council the reader's own, and says what is new about theirs since they last looked. */
import { choose, mine } from "./visits.js"

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button"), said = parentElement.querySelector("p")
  const own = mine(), is = own?.id === data.id
  const fresh = is ? data.briefs - own.briefs : 0
  if (!said.dataset.fresh) said.dataset.fresh = fresh > 0 ? `${fresh} new since you last looked` : ""
  if (is) choose(data)
  show(is)
  button.onclick = () => {
    const now = mine()?.id !== data.id
    choose(now ? data : null)
    show(now)
  }

  function show(isMine) {
    button.setAttribute("aria-pressed", String(isMine))
    button.textContent = isMine ? "My council ✓" : "Make this my council"
    said.textContent = isMine ? [said.dataset.fresh, "Explore leads here. It is kept in this browser only."].filter(Boolean).join(". ") : ""
  }
}
