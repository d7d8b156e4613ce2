/* Saves in this browser what an editor has begun: shows nothing. Python tells what to save; a session that
 * has just begun asks for what was saved before, so that a reload or another server loses nothing. What
 * has not changed here is not saved again: another tab may have gone further. */
let saved = null

export default function ({ data, setTriggerValue }) {
  try {
    if (data.asks) return void setTriggerValue("saved", localStorage.getItem(data.place) ?? "")
    if (data.text === saved) return
    saved = data.text
    if (data.text) localStorage.setItem(data.place, data.text)
    else localStorage.removeItem(data.place)
  } catch { /* No room, or not allowed: the session still has it. */ }
}
