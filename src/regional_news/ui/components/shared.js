/* What the components share: elements, links within the app, and text folded for comparing. */
export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/* A link whose plain click is left to `open`, so that the app is not loaded anew. */
export function link(href, text, open) {
  const made = element("a", { href, target: "_self", textContent: text })
  made.onclick = event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    open()
  }
  return made
}

/* Folds names as fold in text.py does, letters that no council's name has left aside. */
export function fold(text) {
  return text.toLowerCase()
    .replace(/['’‘‛ʼʹ′`´＇]/g, "").replace(/[-‐‑‒–—―−－]/g, " ").replace(/[&＆]/g, " and ")
    .normalize("NFKD").replace(/\p{M}+/gu, "").replace(/\bst\.(?=\s)/g, "st")
    .replace(/\s+/g, " ").trim()
}
