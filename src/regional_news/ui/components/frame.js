/* What every page has: its style, and the one way in which its address changes.
 *
 * A link to a page of the app, or a control that asks for an address (`visit`), adds one entry to the
 * browser's history. Then Streamlit is told as Back and Forward tell it: by `popstate`, at which it
 * runs the page that the address names, with its query. So clicks, Back and Forward are one thing.
 *
 * Beside that: each entry remembers how far the page was scrolled, and by which link it was left; a new page begins at its top, with
 * the focus on its heading, unless somebody has gone on to a field meanwhile; the focus goes to what was saved; the drawer with the filters opens and closes; and where the connection to
 * the server is lost, that is said, and once there is one again, the page is run anew. What the
 * document held for readers without scripts goes once the page is drawn. */
import { enter, NOBODYS } from "./shared.js"

const TODAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" })
const APP = "[data-test-script-state]"
const CATCHES = 3 // how often a page that did not come is run again
const root = () => new URL(".", location.href).pathname
const scroller = () => document.querySelector("[data-testid=stMain]")
const query = text => JSON.stringify([...new URLSearchParams(text)].filter(([name]) => !name.startsWith("embed")).sort())

export default function ({ data, parentElement }) {
  window.newsFrame ??= begin()
  window.newsFrame.drawn(data, parentElement)
}

function begin() {
  const frame = { data: {}, after: null, went: "", place: null, catches: CATCHES, had: null, before: null, back: null, stays: false }
  window.addEventListener("visit", event => visit(event.detail))
  window.addEventListener("click", followed)
  window.addEventListener("popstate", event => {
    if (!event.isTrusted) return // told here
    const stays = frame.stays
    frame.stays = false
    if (stays || location.hash) return // no other place, or within the page
    frame.catches = CATCHES
    const back = frame.back = { top: 0, ...event.state }
    frame.after = () => resume(back)
  })
  for (const act of ["keydown", "pointerdown", "touchmove", "wheel"]) window.addEventListener(act, () => { frame.back = null }, { capture: true, passive: true })
  window.addEventListener("filters", event => showDrawer(event.detail))
  window.addEventListener("keydown", event => event.key === "Escape" && showDrawer(false))
  window.addEventListener("beforeprint", () => place("printed", `Regional news map: ${document.title}. ${location.href}, printed on ${TODAY.format(new Date())}.`))
  window.addEventListener("keydown", waitForForm, true)
  window.addEventListener("keydown", takeWhatIsTyped, true)
  window.addEventListener("input", event => { frame.field = event.target }, true)
  window.addEventListener("focusin", hadFocus)
  watch()
  return { drawn, stay: () => { frame.stays = true }, get ran() { return frame.data.run }, get hasLost() { return hasLost() }, get before() { return frame.before } }

  /* What has the focus, and what had it before a form or a receipt: focus.js leads on when it is lost. */
  function hadFocus(event) {
    const element = event.composedPath()[0]
    if (hasLost() && element.matches(NOBODYS)) return
    frame.had = element
    if (!element.closest("[role=dialog], .st-key-receipt")) frame.before = { element, root: element.getRootNode() }
  }

  function hasLost() {
    return frame.had && (!frame.had.isConnected || frame.had.disabled)
  }

  function drawn(data, place) {
    const isNew = data.run !== frame.data.run
    frame.data = data
    frame.place = place
    spell(data)
    scroller().tabIndex = -1 // which has no name; what stands in it scrolls it
    leadPastTheMenu()
    tellPaper()
    if (data.saved && data.saved !== frame.saved) { frame.had = null; atTheReceipt() }
    frame.saved = data.saved
    if (isNew && !isRunning()) afterDrawing() // a quick run is over before its state tells of it
    if (data.go && frame.went !== data.go + data.run) { frame.went = data.go + data.run; visit(data.go) }
  }

  /* Spells the address as every address is spelled, unless it has changed since it was read. */
  function spell({ asked, canonical }) {
    if (asked === canonical || query(location.search) !== query(asked)) return
    const embedded = [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith("embed"))
    const spelled = new URLSearchParams([...new URLSearchParams(canonical), ...embedded])
    history.replaceState(history.state, "", location.pathname + (spelled.size ? "?" + spelled : "") + location.hash)
  }

  function visit(href) {
    const to = new URL(href, location.href)
    to.search = to.search // takes a question mark away that nothing follows
    if (to.href === location.href) return
    const elsewhere = pageOf(to) !== pageOf(location)
    const from = focused()
    enter(to, {}, { link: placeOf(from) })
    frame.after = elsewhere ? () => atTheTop(from) : null
    frame.back = null
    frame.catches = CATCHES
    if (elsewhere) showDrawer(false)
    window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }))
  }

  /* A council's page is one of its own. */
  function pageOf({ pathname, search }) {
    return pathname.endsWith("/councils") ? pathname + new URLSearchParams(search).get("council") : pathname
  }

  function followed(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find(each => each.tagName === "A")
    if (!link?.href || !["", "_self"].includes(link.target) || link.hasAttribute("download")) return
    const to = new URL(link.href)
    if (to.origin !== location.origin || to.hash || !isPage(to.pathname)) return
    event.preventDefault()
    visit(to)
  }

  function isPage(path) {
    return path.startsWith(root()) && (frame.data.pages ?? []).includes(path.slice(root().length))
  }

  function watch() {
    const app = document.querySelector(APP)
    const dialogs = new MutationObserver(putAwayStreamlits)
    let lost = false, typed = null
    if (!isRunning()) { dropOpening(); setTimeout(catchUp, 200) }
    new MutationObserver(() => {
      if (!isRunning()) { dropOpening(); afterDrawing(); setTimeout(catchUp, 200) }
      if (app.dataset.testConnectionState === "DISCONNECTED_FOREVER") return startAnew()
      const connected = app.dataset.testConnectionState === "CONNECTED"
      if (connected !== lost) return
      lost = !connected
      sayConnected(connected)
      if (lost) { typed = whatIsTyped(frame.field); return dialogs.observe(document.body, { childList: true, subtree: true }) }
      dialogs.disconnect()
      frame.after = typed && (() => typeAgain(typed))
      // A server that has just met the page knows it only once it has run it.
      window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }))
    }).observe(app, { attributeFilter: ["data-test-script-state", "data-test-connection-state"] })
  }

  /* Streamlit gives up for good at a message that it cannot read, which may be one of a run that was overtaken: only the
   * page loaded anew goes on, where the address leads. Not at once after that again. */
  function startAnew() {
    const isAgain = performance.getEntriesByType("navigation")[0].type === "reload" && performance.now() < 10_000
    if (isAgain) sayConnected(false)
    else location.reload()
  }

  /* Who goes back while the app starts, or hurries on before pages come, may leave Streamlit with a run of the address
   * of before, or with a page without its components: then it is run once more, now that Streamlit listens. */
  function catchUp(waits = 20) {
    if (!frame.catches || isRunning()) return
    const { asked, canonical, here } = frame.data, now = query(location.search)
    const isElsewhere = isPage(location.pathname) && location.pathname !== root() + here
    const isAsked = frame.place?.isConnected && !isElsewhere && [asked, canonical].some(each => query(each) === now)
    if (isAsked && heading()?.textContent) frame.catches = 0
    else if (isAsked && waits) setTimeout(catchUp, 100, waits - 1)
    else {
      frame.catches--
      window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }))
    }
  }

  function afterDrawing() {
    if (frame.after) afterFrames(frame.after)
    frame.after = null
  }

  /* Scrolls to where the page was and gives the focus to the link that led away; both may take some moments to be
   * drawn, and the link is drawn anew. Who goes on meanwhile, by any key, press or scroll, is left alone. */
  function resume(back) {
    const main = scroller(), { top, link } = back
    let isThere = false
    untilDrawn(() => {
      if (back !== frame.back) return true
      const left = link && linksTo(link[0])[link[1]]
      if (!isThere || document.activeElement === document.body) left?.focus({ preventScroll: true })
      if (!isThere) main.scrollTop = top
      isThere ||= Math.abs(main.scrollTop - top) <= 1 && (left || !link)
    })
  }
}

const isRunning = () => document.querySelector(APP).dataset.testScriptState !== "notRunning"

/* Acts again and again until that returns true; once the page has been run, only while what comes after is drawn. */
function untilDrawn(act, tries = 100) {
  if (!act() && tries) setTimeout(untilDrawn, 50, act, isRunning() ? tries : tries - 1)
}

/* Acts once what is drawn now stands on the screen. */
function afterFrames(act) {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

/* Takes what stood for the page away once the page is drawn: its components come a moment after it, and their styles
 * after them. Who was at a brief stays at it, with the focus and in sight. */
function dropOpening(tries = 60) {
  const opening = document.querySelector("#opening")
  if (!opening) return
  if (tries && isComing()) return setTimeout(dropOpening, 50, tries - 1)
  const articles = [...opening.querySelectorAll("article")], hadFocus = opening.contains(focused())
  const top = opening.scrollTop, held = articles.find(article => article.contains(focused()))
  const read = top ? articles.find(article => article.getBoundingClientRect().bottom > 0) : null
  const [focus, sight] = [held, read].map(article => article && sameBrief(article)), before = read?.getBoundingClientRect().top
  opening.remove()
  if (focus) focus.focus({ preventScroll: true })
  else if (hadFocus) atTheTop(document.body)
  if (sight) scroller().scrollTop += sight.closest("article").getBoundingClientRect().top - before
  else if (top) scroller().scrollTop = top
}

/* The first thing that each component of a page writes. */
const FIRST = { site: "li", search: "label", heading: "h1", facets: "h2", briefs: "[role=status]:not(:empty), article", "with-briefs": "a" }

/* Whether something of the page but its map has not come yet, not written a word, or has no style. */
function isComing() {
  if (document.querySelector(".stMain [data-testid=stSkeleton]:not(.st-key-map-panel *)")) return true
  const isSilent = ([name, part]) => {
    const place = document.querySelector(".st-key-" + name)
    return place && !find(place, part)?.textContent
  }
  return Object.entries(FIRST).some(isSilent) || all(document.querySelector(".stMain"), "link[rel=stylesheet]").some(each => !each.sheet)
}

/* The heading in the list of the brief that stands in an article of the opening. */
function sameBrief(article) {
  const id = article.querySelector("a").pathname.split("/").pop()
  return find(document.querySelector(".st-key-briefs"), `#brief-${CSS.escape(decodeURIComponent(id))}`)
}

/* Streamlit's own way past what stands first leads to the whole page, menu and filters included. */
function leadPastTheMenu() {
  const content = document.querySelector(".st-key-content"), skip = document.querySelector("[data-testid=stSkipToContent]")
  if (!content || !skip) return
  Object.assign(content, { id: "content", tabIndex: -1 })
  skip.setAttribute("href", "#content")
  skip.onclick = event => { // before Streamlit hears of it, which would lead to the whole page
    event.preventDefault()
    event.stopPropagation()
    content.focus()
  }
}

/* Tells the style of the page the colour of its paper, which what lies over it has, too. */
function tellPaper() {
  const app = document.querySelector(".stApp")
  app.style.setProperty("--paper", getComputedStyle(app).backgroundColor)
}

/* What has the focus, in the shadow trees of components, too. */
function focused() {
  let has = document.activeElement
  while (has?.shadowRoot?.activeElement) has = has.shadowRoot.activeElement
  return has
}

/* A new page begins at its top and its heading takes the focus, which `from` had; where somebody has gone on to a
 * field meanwhile, what is typed there must not fall beside it. The heading may come some moments after the page. */
function atTheTop(from) {
  untilDrawn(() => {
    if (focused() !== from && focused()?.matches("input, textarea, select")) return true
    if (!focusHeading()) return false
    scroller().scrollTop = 0
    setTimeout(keepFocus, 50)
    return true
  })
}

/* A heading that is drawn anew while the page runs, or some moments later, takes the focus along. */
function keepFocus() {
  untilDrawn(() => {
    if (document.activeElement === document.body) focusHeading()
    return !focused()?.matches("body, h1")
  })
}

/* Gives the heading of the page the focus; returns whether there is one. */
function focusHeading() {
  const title = heading()
  if (!title?.textContent) return false
  title.tabIndex = -1
  title.focus({ preventScroll: true })
  return true
}

function heading() {
  return document.querySelector("[data-testid=stMain] h1") ?? find(document.querySelector(".st-key-heading")?.firstElementChild, "h1")
}

/* What was saved, and its way back, stands in sight; a dialog that closes takes the focus to what opened it. */
function atTheReceipt() {
  untilDrawn(() => {
    const place = document.querySelector(".st-key-receipt")
    if (!place || isRunning() || document.querySelector("[role=dialog]")) return false
    Object.assign(place, { tabIndex: -1, role: "group", ariaLabel: find(place, "[data-testid=stMarkdownContainer]")?.textContent })
    return setTimeout(() => place.focus({ preventScroll: true }), 100)
  })
}

/* The first of the elements below a place, in the shadow trees of components, too. */
function find(place, selector) {
  return all(place, selector)[0] ?? null
}

function all(place, selector) {
  return [...place?.querySelectorAll("*") ?? []].flatMap(each => each.matches(selector) ? each : [...each.shadowRoot?.querySelectorAll(selector) ?? []])
}

/* Which link of the page an element is, so that Back leads the keyboard to it: [its address, its number among those alike]. */
function placeOf(element) {
  const href = element?.matches?.("a[href]") && element.getAttribute("href")
  return href ? [href, linksTo(href).indexOf(element)] : null
}

function linksTo(href) { return all(document, `a[href="${CSS.escape(href)}"]`) }

let opener = null

function showDrawer(open) {
  const app = document.querySelector(".stApp"), drawer = document.querySelector(".st-key-filters")
  if (!drawer || ("drawer" in app.dataset) === open) return
  app.toggleAttribute("data-drawer", open)
  for (const rest of document.querySelectorAll(".st-key-header, .st-key-content")) rest.inert = open
  if (open) {
    opener = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
    afterFrames(() => find(drawer, "h2")?.focus()) // what is hidden takes no focus
  } else opener?.focus()
}

/* Says something in a place of its own at the end of the document; returns that. */
function place(id, words) {
  const made = document.querySelector("#" + id) ?? Object.assign(document.createElement("p"), { id })
  if (!made.isConnected) { made.setAttribute("role", "status"); document.body.append(made) }
  made.textContent = words
  return made
}

/* Streamlit's own dialog on a lost connection speaks to who wrote the app; closed, it does not come again. */
function putAwayStreamlits() {
  for (const dialog of document.querySelectorAll("[role=dialog]")) {
    if (dialog.textContent.startsWith("Connection error")) dialog.querySelector("button")?.click()
  }
}

/* What somebody typed last, of which the server may not have heard; null where nobody types. */
function whatIsTyped(field) {
  return field?.isConnected && field.matches("input[type=text], textarea") && field.ariaLabel ? { label: field.ariaLabel, tag: field.tagName, value: field.value } : null
}

/* Types that again, where a new server drew the field anew. React hears only of what the browser sets. */
function typeAgain({ tag, label, value }) {
  untilDrawn(() => {
    const field = document.querySelector(`${tag}[aria-label="${CSS.escape(label)}"]`)
    if (!field) return false
    field.focus()
    if (field.value === value) return true
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value)
    return field.dispatchEvent(new Event("input", { bubbles: true }))
  })
}

/* Fields of a form come one by one, some a second late when they are fetched for the first time: the tab
 * key would pass over them. */
function waitForForm(event) {
  if (event.key !== "Tab" || !event.target.closest?.("[role=dialog]")?.querySelector("[data-testid=stSkeleton]")) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/* Escape closes a form: what stands in the field where it is pressed is kept as what stands in the others. */
function takeWhatIsTyped({ key, target }) {
  if (key === "Escape" && target.matches?.("[role=dialog] :is(input:not([role=combobox]), textarea)")) target.blur()
}

function sayConnected(connected) {
  const said = place("connection", connected ? "Connected again." : "The connection was lost. Trying again … What you see can still be read, and what you typed is kept; it can be saved once the connection is back.")
  if (connected) setTimeout(() => { if (said.textContent.startsWith("Connected")) said.textContent = "" }, 4000)
}
