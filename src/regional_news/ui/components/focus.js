/* Leads the keyboard on: where what had the focus goes as a run of the page is drawn, the focus goes to the
 * first field or button of the part that Python names. Shows nothing. */
import { firstField } from "./shared.js"

const APP = "[data-test-script-state]"
const OFTEN = 50, TRIES = 200 // milliseconds; some things come and go some moments after the end of a run
const SURE = 3 // looks in a row at which the focus is lost: the page may be drawn before what its run asks for is here

export default function ({ data }) {
  window.newsFocus ??= begin()
  window.newsFocus(data)
}

function begin() {
  const app = document.querySelector(APP)
  let had = document.activeElement, asked = {}, ended = 0, timer = 0, looks = 0
  document.addEventListener("focusin", event => { had = event.target })
  new MutationObserver(ran).observe(app, { attributeFilter: ["data-test-script-state"] })
  return data => { if (data.run !== ended) { asked = data; looks = 0; lead() } }

  /* Forgets what the last run asked for once another begins: a quick one is over before this hears of its beginning. */
  function ran() {
    if (asked.run === ended) asked = {}
    lead()
  }

  /* What a run asks for comes before its end or after, and what the last one asked for may come again. */
  function lead(tries = TRIES) {
    clearTimeout(timer)
    if (app.dataset.testScriptState !== "notRunning") return
    ended = asked.run ?? ended
    const lost = document.activeElement === document.body && !had.isConnected
    looks = lost ? looks + 1 : 0
    const field = looks >= SURE && asked.first && firstField(document.querySelector(asked.first))
    if (field) field.focus()
    else if (tries) timer = setTimeout(lead, OFTEN, tries - 1)
  }
}
