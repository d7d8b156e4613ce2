/* Theme by region as a table; each number is a link to the briefs behind it. */
import { element, fill, link } from "./shared.js"

export default function ({ data, parentElement }) {
  const table = parentElement.querySelector("table")
  const most = Math.max(1, ...data.rows.flatMap(row => row.counts))
  const head = element("tr", {}, element("td", {}), ...data.columns.map(column => heading("col", column.label)))
  const rows = data.rows.map(row => element("tr", {},
    heading("row", `${row.sign} ${row.label}`, row.group),
    ...row.counts.map((count, i) => cell(row, data.columns[i], count, row.hrefs[i]))))
  fill(table,
    element("caption", { textContent: data.caption }),
    element("thead", {}, head),
    element("tbody", {}, ...rows))

  function cell(row, column, count, href) {
    const made = element("td", {})
    if (!count) { made.append(element("span", { className: "zero", textContent: "0" })); return made }
    const shown = count.toLocaleString("en-GB")
    const number = link(href, shown, { name: `${shown} ${count === 1 ? "brief" : "briefs"}: ${row.label}, ${column.label}` })
    number.dataset.region = column.label // which a phone shows in place of the columns
    number.style.setProperty("--share", 0.15 + 0.75 * count / most)
    made.append(number)
    return made
  }
}

function heading(scope, text, kind) {
  const made = element("th", { className: kind ?? "" }, element("span", { textContent: text }))
  made.setAttribute("scope", scope)
  return made
}
