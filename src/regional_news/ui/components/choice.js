/* One of several options, each with an address of its own: choosing one opens it. */
import { element, visit } from "./shared.js"

export default function ({ data, parentElement }) {
  const label = parentElement.querySelector("span"), select = parentElement.querySelector("select")
  label.textContent = data.label
  select.replaceChildren(...data.options.map(option => element("option", { value: option.href, textContent: option.label, selected: option.chosen })))
  select.onchange = () => visit(select.value)
}
