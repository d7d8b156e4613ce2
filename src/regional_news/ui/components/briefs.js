/* The list: what the map shows, in words, and every task of the map by keyboard.
 * All text goes in as textContent; the only attribute that takes data is a link's checked address. */
import { element, link } from "./shared.js"

export default function ({ data, parentElement, setTriggerValue }) {
  const status = parentElement.querySelector("[role=status]")
  if (status.textContent !== data.status) status.textContent = data.status
  const list = parentElement.querySelector(".cards"), chosen = parentElement.querySelector(".chosen")
  const focused = list.getRootNode().activeElement?.dataset?.action
  chosen.replaceChildren(...data.chosen.map(drawChosen))
  chosen.hidden = !data.chosen.length
  list.replaceChildren(...data.cards.map(drawCard))
  if (focused) parentElement.querySelector(`[data-action="${CSS.escape(focused)}"]`)?.focus()
  const empty = parentElement.querySelector(".empty")
  empty.hidden = data.cards.length > 0
  if (!empty.hidden) empty.replaceChildren(...drawEmpty(data.empty))

  function drawChosen(option) {
    const button = action("chip", "pick", { group: option.group, id: option.id }, option.label + " ✕", "chip")
    button.setAttribute("aria-label", `Remove the filter ${option.label}`)
    return element("li", {}, button)
  }

  function drawCard(card) {
    const heading = element("h" + data.level, { id: "brief-" + card.id, textContent: card.headline })
    const article = element("article", {},
      element("p", { className: "where" }, action(card.id, "pick", { group: "region", id: card.region.id }, card.region.name, "plain"), " · " + card.published),
      heading,
      element("p", { className: "summary", textContent: card.summary }),
      element("ul", { className: "councils" }, ...card.councils.map(council => drawCouncil(card, council))),
      element("ul", { className: "themes" }, ...card.themes.map(theme => drawTheme(card, theme))),
      element("p", { className: "source" }, ...drawSource(card)))
    article.setAttribute("aria-labelledby", heading.id)
    if (card.doubt) article.querySelector(".councils").after(element("p", { className: "doubt", textContent: card.doubt }))
    return element("li", {}, article)
  }

  function drawCouncil(card, council) {
    const show = action(card.id, "focus", council.id, council.shown ? "On the map" : "Show on map", "show" + (council.shown ? " on" : ""))
    show.setAttribute("aria-label", `Show ${council.name} on the map`)
    show.setAttribute("aria-pressed", String(council.shown))
    const page = link(council.href, council.name, () => setTriggerValue("open", council.id))
    return element("li", { className: council.mentioned ? "mentioned" : "" }, page, ...(council.mentioned ? [" (mentioned)"] : []), " ", show)
  }

  function drawTheme(card, theme) {
    const button = action(card.id, "pick", { group: "theme", id: theme.id }, `${theme.sign} ${theme.label}`, "theme " + theme.facet)
    button.setAttribute("aria-pressed", String(theme.chosen))
    button.title = theme.chosen ? "Remove this theme from the filter" : "Filter by this theme"
    return element("li", {}, button)
  }

  function drawSource(card) {
    if (!card.url) return [card.source]
    return [element("a", { href: card.url, target: "_blank", rel: "noopener noreferrer", textContent: card.source })]
  }

  function drawEmpty(text) {
    const clear = action("empty", "clear", true, "Clear all filters", "clear")
    return [element("p", { textContent: text }), clear]
  }

  /* A button; `place` tells it from those of other cards that do the same. */
  function action(place, name, value, text, kind) {
    const button = element("button", { type: "button", className: kind, textContent: text })
    button.dataset.action = place + name + JSON.stringify(value)
    button.onclick = () => setTriggerValue(name, value)
    return button
  }
}
