/* Leads the keyboard on: where what had the focus goes as a run of the page is drawn, the focus goes to the first
 * field or button of the part that this component's place in the page is called for. The browser draws that name in
 * one with the rest of the run, while what Python hands to components comes some moments later. Shows nothing. */
import { firstField } from "./shared.js"

const APP = "[data-test-script-state]", PLACE = "st-key-lead-", PART = "st-key-"
const OFTEN = 50, TRIES = 200 // milliseconds; some things come and go some moments after the end of a run

export default function () {
  window.newsFocus ??= begin()
  window.newsFocus() // a quick run is over before anything else tells of it
}

function begin() {
  const app = document.querySelector(APP)
  let timer = 0
  new MutationObserver(() => lead()).observe(app, { attributeFilter: ["data-test-script-state"] })
  return lead

  function lead(tries = TRIES) {
    clearTimeout(timer)
    if (app.dataset.testScriptState !== "notRunning") return
    const isLost = document.activeElement === document.body && window.newsFrame?.had?.isConnected === false
    const field = isLost && firstField(asked())
    if (field) field.focus()
    else if (tries) timer = setTimeout(lead, OFTEN, tries - 1)
  }
}

/* The part of the page that is to have the focus; of two, one is left of a run before. */
function asked() {
  const [place, ...others] = document.querySelectorAll(`[class*=${PLACE}]`)
  const name = [...place?.classList ?? []].find(each => each.startsWith(PLACE))
  return name && !others.length ? document.querySelector("." + CSS.escape(name.replace(PLACE, PART))) : null
}
