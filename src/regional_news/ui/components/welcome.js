/* What this is, the newest issue, a choice of issues, what is new since the last visit, my council. */
import { element, link, visit } from "./shared.js"
import { mine, visited } from "./visits.js"

const many = (count, noun) => `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`

export default function ({ data, parentElement }) {
  const find = name => parentElement.querySelector("." + name)
  const [newest] = data.issues
  find("about").textContent = data.about
  find("about").hidden = !data.about
  const when = newest.name.includes(data.newest.when) ? "" : `${data.newest.when} · `
  find("newest").replaceChildren("Newest issue: ", link(data.newest.href, newest.name), ` · ${when}${data.newest.totals}`)
  choice(find("issue"), data)
  find("compare").replaceChildren(...(data.compare ? [link(data.compare, "Compare two issues")] : []))
  since(find("since"), data)
  own(find("own"))
}

function choice(select, { issues, all }) {
  const options = [{ choose: all, name: "All issues" }, ...issues]
  select.replaceChildren(...options.map(({ choose, name, found, chosen }) =>
    element("option", { value: choose, textContent: found === undefined ? name : `${name} (${found})`, selected: Boolean(chosen) })))
  select.onchange = () => visit(select.value)
}

function since(place, { issues }) {
  const { at, counts } = visited(Object.fromEntries(issues.map(({ name, briefs }) => [name, briefs])))
  const fresh = counts ? issues.filter(({ name, briefs }) => briefs > (counts[name] ?? 0)) : []
  place.hidden = !fresh.length
  if (place.hidden) return
  const day = new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
  const told = fresh.flatMap(({ name, briefs, href }) => [", ", link(href, `${many(briefs - (counts[name] ?? 0), "brief")} in ${name}`)])
  place.replaceChildren(`New since your last visit on ${day}: `, ...told.slice(1))
}

function own(place) {
  const council = mine()
  place.hidden = !council
  if (council) place.replaceChildren("My council: ", link("councils?" + (council.query ?? "council=" + encodeURIComponent(council.id)), council.name))
}
