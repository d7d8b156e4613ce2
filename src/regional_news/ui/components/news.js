/* Hands the news to the map in the frame beside it, and opens what is chosen there. Before the map
 * stands a link past it; where the map will be, a note until it has drawn, which says so when it has
 * not within five seconds. The map's frame comes from this server, so that one can look inside.
 *
 * What part the map shows is in the address as "at", once somebody has moved it, if the map answers: kept
 * by the browser alone, in the history entry that there is. Where the map limits the briefs, their filter is the
 * "box" that it shows, which a map that stands nowhere else begins at. */
import { alone, enter, fieldsOf, visit, withValues } from "./shared.js"

const PATIENCE = 5000, AT_REST = 500, GLANCE = 100 // milliseconds
const CAMERA = "at", BOX = "box"
const watches = new WeakMap()
let closing = false // whether the next step back is that of a card which somebody closed

export default function ({ data, parentElement, setTriggerValue }) {
  const note = parentElement.querySelector(".note")
  if (!watches.has(note)) watches.set(note, begin(note))
  const watch = watches.get(note)
  watch.given = data
  const skip = parentElement.querySelector(".skip")
  skip.hidden = !data.after
  skip.onclick = event => { event.preventDefault(); fieldsOf(document.querySelector(`.st-key-${data.after}`))[0]?.focus() }
  watch.look()
  return watch.end
}

function begin(note) {
  const watch = { given: null, look, end }
  const timer = setTimeout(tellLate, PATIENCE)
  let resting = 0, seeking = 0, placed = null, recalled = null // recalled: the filter to which Back or Forward led
  window.addEventListener("news-map", look) // which the map in the frame tells once it is there
  window.addEventListener("popstate", goBack)
  return watch

  function look() {
    const frame = frameOf(watch.given.frame), map = frame?.contentWindow?.newsMap
    if (frame) frame.title = "Map of the news"
    if (map?.draw) connect(map, frame)
    note.hidden = Boolean(map?.drawn)
  }

  function connect(map, frame) {
    const isNew = placed !== map
    map.clicked = watch.given.answers ? chosen : null
    map.moved = watch.given.answers ? keepCamera : null
    map.rested = rest
    placed = map
    map.wheel(Boolean(frame.closest(".st-key-map-panel"))) // elsewhere it is in the run of the page, which the wheel scrolls
    if (map.drawn !== watch.given.news) show(map)
    if (watch.given.answers && isNew) stand(map, watch.given.limits)
    if (watch.given.answers) keepCamera(map.camera())
    if (watch.given.limits) rest(map.inSight())
  }

  /* The map seeks what another filter found, but stays where Back and Forward led with theirs, and where it limits the briefs. */
  function show(map) {
    const { news, limits } = watch.given
    if (recalled !== filter()) recalled = null
    map.draw(news, !limits && recalled === null && isAnother(news, map.drawn))
  }

  function chosen({ kind, id }) {
    if (kind === "selected") select(id)
    if (kind === "gone") forget()
    if (kind === "region") visit(explore(alone("region", id)))
    if (kind === "councils") visit(explore(withValues("council", ...id)))
    if (kind === "page") visit(council(id, watch.given.news.query))
    if (kind !== "brief" || reveal(id.id)) return
    visit(explore(withValues("council", id.council))) // it is on another page of the list
    seek(id.id, PATIENCE / GLANCE)
  }

  function seek(brief, times) {
    clearTimeout(seeking)
    if (times && !reveal(brief)) seeking = setTimeout(seek, GLANCE, brief, times - 1)
  }

  /* Lists what the map shows, once it has come to rest: another box takes the place of the one in the address. */
  function rest(box) {
    clearTimeout(resting)
    if (!watch.given.limits) return
    resting = setTimeout(() => {
      if (!watch.given.limits || box === asked(BOX) || !asked(BOX)) return
      history.replaceState(history.state, "", withValues(BOX, box))
      window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }))
    }, AT_REST)
  }

  /* Back and Forward lead to where the map stood; every other change of the address leaves it, and so does a closed card. */
  function goBack(event) {
    const map = frameOf(watch.given.frame)?.contentWindow?.newsMap
    if (!event.isTrusted || !watch.given.answers || !map?.drawn) return
    recalled = filter()
    if (closing) keepCamera(map.camera()); else stand(map, watch.given.limits)
    closing = false
  }

  function tellLate() {
    note.querySelector("p").textContent =
      "The map could not be drawn. The list has everything that it shows: choose regions and councils there."
  }

  function end() {
    clearTimeout(timer)
    clearTimeout(resting)
    clearTimeout(seeking)
    window.removeEventListener("news-map", look)
    window.removeEventListener("popstate", goBack)
  }
}

/* The same choice on Explore, which is the page at the root, wherever the map is. */
function explore(address) { return "./" + address.slice(location.pathname.length) }

/* A council's page, with the filter kept. */
function council(id, query) {
  const kept = new URLSearchParams(query)
  kept.set("council", id)
  if (asked(BOX)) kept.set(BOX, asked(BOX))
  return "councils?" + kept
}

/* Shows a brief of the list; returns whether it is there. */
function reveal(brief) {
  const heading = listed()?.getElementById("brief-" + brief)
  if (!heading) return false
  heading.tabIndex = -1
  heading.scrollIntoView({ block: "center" })
  heading.focus({ preventScroll: true })
  return true
}

/* Shows what the history entry that there is says of the map: what part, and which card. */
function stand(map, limits) {
  map.select() // a card that the move would close is of another entry
  map.goTo(asked(CAMERA) || (limits ? asked(BOX) : ""))
  map.select(history.state?.council)
  mark(history.state?.council)
}

/* A card that is open is an entry of the history: Back closes it, and to close it is to go back. */
function select(council) {
  mark(council)
  if (!council && history.state?.council) { closing = true; window.newsFrame.stay(); history.back() }
  else if (council && history.state?.council) history.replaceState({ ...history.state, council }, "")
  else if (council) enter(location.href, { council }, { link: null })
}

/* A card that closed by itself does not come again with its entry. */
function forget() {
  mark()
  history.replaceState({ ...history.state, council: undefined }, "")
}

/* Marks the cards of a council in the list, and shows the first of them where the list is beside the map. */
function mark(council) {
  const list = listed()
  if (!list) return
  list.querySelectorAll(".selected").forEach(card => card.classList.remove("selected"))
  const cards = Array.from(list.querySelectorAll(`[data-council="${CSS.escape(council)}"]`), item => item.closest("article"))
  cards.forEach(card => card.classList.add("selected"))
  if (window.innerWidth > 640) cards[0]?.scrollIntoView({ block: "nearest" })
}

function listed() {
  const list = document.querySelector(".st-key-briefs")
  const host = list && Array.from(list.querySelectorAll("*")).find(each => each.shadowRoot?.querySelector(".briefs"))
  return host?.shadowRoot
}

function asked(name) { return new URLSearchParams(location.search).get(name) ?? "" }

/* Whether another filter found these news than those that are drawn. */
function isAnother(news, drawn) {
  return Boolean(drawn) && (drawn.query !== news.query || String(drawn.chosen) !== String(news.chosen))
}

/* What the address asks for, wherever the map stands. */
function filter() {
  const query = new URLSearchParams(location.search)
  query.delete(CAMERA)
  return String(query)
}

function keepCamera(now) {
  if (now === asked(CAMERA)) return
  const address = new URL(location.href)
  if (now) address.searchParams.set(CAMERA, now)
  else address.searchParams.delete(CAMERA)
  history.replaceState(history.state, "", address)
}

function frameOf(key) { return document.querySelector(`.st-key-${key} iframe`) }
