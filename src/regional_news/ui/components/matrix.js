/* Theme by region as a table; each number is a button that opens the briefs behind it. */
import { element } from "./shared.js"

export default function ({ data, parentElement, setTriggerValue }) {
  const table = parentElement.querySelector("table")
  const most = Math.max(1, ...data.rows.flatMap(row => row.counts))
  const head = element("tr", {}, element("td", {}), ...data.columns.map(column => heading("col", column.label)))
  const rows = data.rows.map(row => element("tr", {},
    heading("row", `${row.sign} ${row.label}`, row.facet),
    ...row.counts.map((count, i) => cell(row, data.columns[i], count))))
  table.replaceChildren(
    element("caption", { textContent: data.caption }),
    element("thead", {}, head),
    element("tbody", {}, ...rows))

  function cell(row, column, count) {
    const made = element("td", {})
    if (!count) { made.append(element("span", { className: "zero", textContent: "0" })); return made }
    const button = element("button", { type: "button", textContent: count.toLocaleString("en-GB") })
    button.setAttribute("aria-label", `${row.label}, ${column.label}: ${count} ${count === 1 ? "brief" : "briefs"}`)
    button.style.setProperty("--share", 0.15 + 0.75 * count / most)
    button.onclick = () => setTriggerValue("pick", { theme: row.id, region: column.id })
    made.append(button)
    return made
  }
}

function heading(scope, text, kind) {
  const made = element("th", { className: kind ?? "" }, element("span", { textContent: text }))
  made.setAttribute("scope", scope)
  return made
}
