/* Leads the keyboard on: where what had the focus goes as a run of the page is drawn, the focus goes back to what had
 * it before a form or a receipt, on to what stands in its place on Review, or to the first field or button of the part
 * that this component's place in the page is called for. The browser draws that name in one with the rest of the run,
 * while what Python hands to components comes some moments later. Shows nothing. */
import { fieldsOf, NOBODYS } from "./shared.js"

const APP = "[data-test-script-state]", PLACE = "st-key-lead-", PART = "st-key-", DOUBTS = ".st-key-in-doubt"
const NEXT = ["st-key-both", "-save"].map(name => `[role=dialog] [class*=${name}]`) // of a form: another choice, or Save
const OFTEN = 50, TRIES = 200 // milliseconds; some things come and go some moments after the end of a run

export default function () {
  window.newsFocus ??= begin()
  window.newsFocus() // a quick run is over before anything else tells of it
}

function begin() {
  const app = document.querySelector(APP)
  let timer = 0, last = 0
  document.addEventListener("focusin", ({ target }) => {
    const at = fieldsOf(document.querySelector(DOUBTS)).indexOf(target)
    if (at >= 0) last = at
  })
  new MutationObserver(() => lead()).observe(app, { attributeFilter: ["data-test-script-state"] })
  return lead

  function lead(tries = TRIES) {
    clearTimeout(timer)
    if (app.dataset.testScriptState !== "notRunning") return
    if (isLost()) before()?.focus()
    if (isLost()) onward(last)?.focus()
    if (tries) timer = setTimeout(lead, OFTEN, tries - 1)
  }
}

function isLost() {
  return window.newsFrame?.hasLost && document.activeElement.matches("body, " + NOBODYS)
}

function onward(last) {
  if (document.querySelector("[role=dialog]")) return fieldsOf(document.querySelector(NEXT))[0]
  return fieldsOf(document.querySelector(DOUBTS)).slice(0, last + 1).at(-1) ?? fieldsOf(asked())[0]
}

/* What had the focus before a form or a receipt; drawn anew, it is known by what it does. */
function before() {
  const { element, root } = window.newsFrame.before ?? {}
  return element?.isConnected ? element : element?.dataset.action && root.querySelector(`[data-action="${CSS.escape(element.dataset.action)}"]`)
}

/* The part of the page that is to have the focus; of two, one is left of a run before. */
function asked() {
  const [place, ...others] = document.querySelectorAll(`[class*=${PLACE}]`)
  const name = [...place?.classList ?? []].find(each => each.startsWith(PLACE))
  return name && !others.length ? document.querySelector("." + CSS.escape(name.replace(PLACE, PART))) : null
}
