/* Stands where the map will be until it has drawn; says so when it has not within five seconds.
 * The map's frame comes from this server, so that one can look inside. */
const PATIENCE = 5000
const EVERY = 200

export default function ({ parentElement }) {
  const note = parentElement.querySelector(".note")
  const since = performance.now()
  const watching = setInterval(look, EVERY)
  look()
  return () => clearInterval(watching)

  function look() {
    note.hidden = drawn()
    if (note.hidden || performance.now() - since < PATIENCE || note.dataset.late) return
    note.dataset.late = "yes"
    note.querySelector("p").textContent =
      "The map could not be drawn. The list has everything that it shows: choose regions and councils there."
  }
}

function drawn() {
  const frame = document.querySelector(".st-key-map-frame iframe")
  return Boolean(frame?.contentDocument?.querySelector(".news-map path.region"))
}
