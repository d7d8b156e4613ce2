/* The search box: words become a chip of the filter. */
import { visit, withValues } from "./shared.js"

export default function ({ data, parentElement }) {
  const form = parentElement.querySelector("form"), box = parentElement.querySelector("input")
  if (box.drawn !== data.q) box.value = box.drawn = data.q
  form.onsubmit = event => {
    event.preventDefault()
    visit(withValues("q", box.value.trim()))
  }
}
