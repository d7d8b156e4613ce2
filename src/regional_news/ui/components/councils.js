/* Links to councils' pages, in groups; a click opens the page without loading the app anew. */
export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.querySelector(".councils").replaceChildren(...data.groups.flatMap(drawGroup))

  function drawGroup(group) {
    const list = element("ul", {}, ...group.councils.map(drawCouncil))
    if (!group.title) return [list]
    list.setAttribute("aria-label", group.title)
    return [element("h" + data.level, { textContent: group.title }), list]
  }

  function drawCouncil(council) {
    const page = element("a", { href: council.href, target: "_self", textContent: council.name })
    page.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
      event.preventDefault()
      setTriggerValue("open", council.id)
    }
    return element("li", {}, page, element("span", { textContent: council.note }))
  }
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}
