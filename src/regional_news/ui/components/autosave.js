/* Saves in this browser what an editor has begun: shows nothing. Python tells what to save; a session that
 * has just begun asks for what was saved before, so that a reload or another server loses nothing. Each tab
 * saves in a place of its own: a new one takes what a closed one left, never what is open in another. */
const NAME = "regional news, tab", WAIT = 300 // milliseconds; a tab that draws a page answers late

export default async function ({ data, setTriggerValue }) {
  try {
    const tab = (window.newsTab ??= begin())
    if (data.asks) return void setTriggerValue("saved", await tab.before(data.place))
    if (data.who) localStorage.setItem(`${data.place}, name`, data.who)
    tab.keep(data.place, data.text)
  } catch { /* No room, or not allowed: the session still has it. */ }
}

function begin() {
  let own = sessionStorage.getItem(NAME) ?? fresh(), saved = null, taken = new Set()
  const tabs = new BroadcastChannel(NAME)
  tabs.onmessage = ({ data }) => data.asks ? tabs.postMessage({ own }) : taken.add(data.own)

  /* What this tab saved, else the newest that no open tab has; at least the name that was given. */
  async function before(place) {
    const text = placesOf(place).length ? await found(place) : ""
    const who = localStorage.getItem(`${place}, name`)
    return text || (who ? JSON.stringify({ who }) : "")
  }

  async function found(place) {
    taken = new Set()
    tabs.postMessage({ asks: true })
    await new Promise(done => setTimeout(done, WAIT))
    if (taken.has(own)) own = fresh() // this tab is another one's duplicate
    const free = placesOf(place).filter(each => !taken.has(each.split(" ").at(-1))).sort()
    const from = free.find(each => each === placeOf(place)) ?? free.at(-1)
    const text = from ? localStorage.getItem(from) : ""
    if (from) localStorage.removeItem(from)
    keep(place, text)
    return text
  }

  /* What has not changed here is not saved again. */
  function keep(place, text) {
    if (text === saved) return
    if (text) localStorage.setItem(placeOf(place), text)
    else localStorage.removeItem(placeOf(place))
    saved = text
  }

  const placeOf = place => `${place}: ${own}`
  return { before, keep }
}

function placesOf(place) {
  return Object.keys(localStorage).filter(key => key.startsWith(`${place}: `))
}

/* A name for this tab; later ones sort after it. */
function fresh() {
  const name = `${Date.now()}-${Math.random().toString(36).slice(2)}`
  sessionStorage.setItem(NAME, name)
  return name
}
