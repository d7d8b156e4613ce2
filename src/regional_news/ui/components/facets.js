/* The filters: a checkbox for each option with the number of briefs that it would leave.
 * Redrawn only when the options themselves change, so that focus stays where it is. */
const drawn = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".facets")
  const options = data.groups.flatMap(group => group.sections.flatMap(section => section.options.map(option => group.key + option.id)))
  const signature = options.join()
  if (drawn.get(root) !== signature) {
    const focused = root.getRootNode().activeElement?.dataset?.option
    root.replaceChildren(...data.groups.map(drawGroup))
    drawn.set(root, signature)
    if (focused) [...root.querySelectorAll("input")].find(input => input.dataset.option === focused)?.focus()
  }
  data.groups.forEach(update)

  function drawGroup(group) {
    const box = element("details", { className: "group", open: group.open })
    box.dataset.group = group.key
    const summary = element("summary", {}, element("span", { textContent: group.title }), element("span", { className: "chosen" }))
    box.append(summary)
    if (group.find) box.append(drawFind(group, box))
    group.sections.forEach(section => box.append(drawSection(group, section)))
    return box
  }

  function drawFind(group, box) {
    const input = element("input", { type: "search", className: "find", placeholder: group.find, ariaLabel: group.find })
    input.oninput = () => {
      const wanted = fold(input.value)
      box.querySelectorAll("li").forEach(item => { item.hidden = wanted !== "" && !item.dataset.names.includes(wanted) })
    }
    return input
  }

  function drawSection(group, section) {
    const list = element("ul", {}, ...section.options.map(option => drawOption(group, option)))
    list.setAttribute("aria-label", section.title ? `${group.title}, ${section.title}` : group.title)
    if (!section.title) return list
    const title = element("p", { className: "section " + section.colour, textContent: `${section.sign} ${section.title}` })
    title.setAttribute("aria-hidden", "true")
    return element("div", {}, title, list)
  }

  function drawOption(group, option) {
    const input = element("input", { type: "checkbox" })
    input.dataset.option = group.key + ":" + option.id
    input.onchange = () => setTriggerValue("pick", { group: group.key, id: option.id })
    const label = element("label", { title: option.help ?? "" }, input, element("span", { className: "name", textContent: option.label }), element("span", { className: "count" }))
    const item = element("li", {}, label)
    item.dataset.names = fold(option.label + " " + (option.names ?? ""))
    return item
  }

  function update(group) {
    const box = [...root.children].find(child => child.dataset.group === group.key)
    const chosen = group.sections.flatMap(section => section.options).filter(option => option.chosen)
    box.querySelector(".chosen").textContent = chosen.length ? `${chosen.length} chosen` : ""
    group.sections.flatMap(section => section.options).forEach(option => {
      const input = [...box.querySelectorAll("input[type=checkbox]")].find(each => each.dataset.option === group.key + ":" + option.id)
      const item = input.closest("li")
      input.checked = option.chosen
      item.classList.toggle("none", option.count === 0 && !option.chosen)
      item.querySelector(".count").textContent = option.count.toLocaleString("en-GB")
      input.setAttribute("aria-label", `${option.label}, ${option.count} ${option.count === 1 ? "brief" : "briefs"}`)
    })
  }
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
}
