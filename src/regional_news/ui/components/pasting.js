/* Lets text that is pasted or dropped into a field be read at once: Streamlit takes what a field holds when
 * the focus leaves it. Shows nothing. */
const FIELD = ".st-key-page-text textarea"
let listening = false

export default function () {
  if (listening) return
  listening = true
  for (const kind of ["paste", "drop"]) document.addEventListener(kind, leave)
}

function leave({ target }) {
  if (target.matches?.(FIELD)) setTimeout(() => { target.focus(); target.blur() }, 50) // once the text is in
}
