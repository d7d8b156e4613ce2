/* Keeps what an editor has begun in this browser: shows nothing. Python tells what to keep; a session that
 * has just begun asks for what was kept before, so that a reload or another server loses nothing. */
export default function ({ data, setTriggerValue }) {
  try {
    if (data.asks) return void setTriggerValue("kept", localStorage.getItem(data.place) ?? "")
    if (data.text) localStorage.setItem(data.place, data.text)
    else localStorage.removeItem(data.place)
  } catch { /* No room, or not allowed: the session still has it. */ }
}
