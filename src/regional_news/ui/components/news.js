/* Hands the news to the map in the frame beside it, and says what is clicked there. Before the map
 * stands a link past it; where the map will be, a note until it has drawn, which says so when it has
 * not within five seconds. The map's frame comes from this server, so that one can look inside. */
import { alone, visit } from "./shared.js"

const PATIENCE = 5000
const watches = new WeakMap()

export default function ({ data, parentElement }) {
  const note = parentElement.querySelector(".note")
  if (!watches.has(note)) watches.set(note, begin(note))
  const watch = watches.get(note)
  watch.given = data
  const skip = parentElement.querySelector(".skip")
  skip.hidden = !data.after
  skip.onclick = event => { event.preventDefault(); document.querySelector(`.st-key-${data.after} input`)?.focus() }
  watch.clicked = data.answers ? value => visit(alone(value.kind, value.id)) : null
  watch.look()
  return watch.end
}

function begin(note) {
  const watch = { given: null, clicked: null, look, end }
  const timer = setTimeout(tellLate, PATIENCE)
  window.addEventListener("news-map", look) // which the map in the frame tells once it is there
  return watch

  function look() {
    const map = mapIn(watch.given.frame)
    if (map) map.clicked = watch.clicked
    if (map?.draw && map.drawn !== watch.given.news) map.draw(watch.given.news)
    note.hidden = Boolean(map?.drawn)
  }

  function tellLate() {
    note.querySelector("p").textContent =
      "The map could not be drawn. The list has everything that it shows: choose regions and councils there."
  }

  function end() {
    clearTimeout(timer)
    window.removeEventListener("news-map", look)
  }
}

function mapIn(frame) {
  return document.querySelector(`.st-key-${frame} iframe`)?.contentWindow?.newsMap
}
