/* The top of every page: whose it is, and the menu. Where there is little room the menu opens below. */
import { element, fill, link } from "./shared.js"

export default function ({ data, parentElement }) {
  const find = name => parentElement.querySelector(name)
  const menu = find("button"), list = find("ul")
  const brand = find(".brand")
  if (brand.href !== new URL(data.home, location.href).href) brand.href = data.home
  const links = data.pages.map(page => {
    const made = link(page.href, page.title, { title: page.question })
    if (page.here) made.setAttribute("aria-current", "page")
    return element("li", {}, made)
  })
  const focused = [...list.children].findIndex(each => each.contains(list.getRootNode().activeElement))
  fill(list, ...links)
  list.children[focused]?.firstChild.focus()
  menu.onclick = () => open(menu.getAttribute("aria-expanded") !== "true")
  list.onclick = () => open(false)
  parentElement.querySelector(".site").onkeydown = event => {
    if (event.key === "Escape" && menu.getAttribute("aria-expanded") === "true") { open(false); menu.focus() }
  }

  function open(wide) {
    menu.setAttribute("aria-expanded", String(wide))
  }
}
