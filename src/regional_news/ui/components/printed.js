/* The table as it is printed: the one on the screen is a picture of the rows in sight. */
import { element } from "./shared.js"

export default function ({ data, parentElement }) {
  const row = (cells, tag) => element("tr", {}, ...cells.map(cell => element(tag, { textContent: cell })))
  parentElement.querySelector("thead").replaceChildren(row(data.header, "th"))
  parentElement.querySelector("tbody").replaceChildren(...data.rows.map(cells => row(cells, "td")))
  parentElement.querySelector("p").textContent = data.more
}
