/* What every page has: its style, and somebody who looks out for the server. Where the page lost it and
 * has reached one again, that may be another replica, or the same after a restart. It knows the session
 * only once the page has been run there: until then it gives no file, and a click would be lost. So this
 * asks for a run. */
const STATE = "data-test-connection-state"

export default function ({ parentElement, setTriggerValue }) {
  const app = document.querySelector(`[${STATE}]`)
  let lost = false
  const watching = new MutationObserver(() => {
    const connected = app.getAttribute(STATE) === "CONNECTED"
    if (connected && lost) setTriggerValue("again", true)
    lost = !connected
  })
  parentElement.watching?.disconnect()
  parentElement.watching = watching
  watching.observe(app, { attributeFilter: [STATE] })
  return () => watching.disconnect()
}
