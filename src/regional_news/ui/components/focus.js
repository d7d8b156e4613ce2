/* Leads the keyboard on: where what had the focus goes as a run of the page is drawn, the focus goes to the
 * first field or button of the part that Python names. Shows nothing. */
const FIELDS = "input:not([type=file]), textarea, button"
const APP = "[data-test-script-state]"
const OFTEN = 50, TRIES = 20 // milliseconds; some things come and go some moments after the end of a run
let had = null, first = "", timer = 0

export default function ({ data }) {
  if (!had) watch()
  first = data.first
  lead()
}

function watch() {
  had = document.activeElement
  document.addEventListener("focusin", event => { had = event.target })
  const changed = () => { if (running()) first = ""; else lead() }
  new MutationObserver(changed).observe(document.querySelector(APP), { attributeFilter: ["data-test-script-state"] })
}

function running() { return document.querySelector(APP).dataset.testScriptState !== "notRunning" }

function lead(tries = TRIES) {
  clearTimeout(timer)
  if (!first || running()) return
  const lost = document.activeElement === document.body && !had.isConnected, field = lost && firstField()
  if (field) field.focus()
  else if (tries) timer = setTimeout(lead, OFTEN, tries - 1)
}

function firstField() {
  const part = document.querySelector(first)
  const fields = part ? [part, ...part.querySelectorAll(FIELDS)] : []
  return fields.find(each => each.matches(FIELDS) && !each.disabled && each.checkVisibility())
}
