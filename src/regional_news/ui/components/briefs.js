/* The list: what the map shows, in words, and every task of the map by keyboard.
 * Whatever leads elsewhere or changes the filter is a link with its address, made by the server.
 * All text goes in as textContent; the only attribute that takes data is a link's checked address. */
import { element, fill, fold, link, visit } from "./shared.js"

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

export default function ({ data, parentElement, setTriggerValue }) {
  const status = parentElement.querySelector("[role=status]")
  if (status.textContent !== data.status) status.textContent = data.status
  fill(parentElement.querySelector(".whole"), ...(data.whole.href ? [link(data.whole.href, data.whole.label)] : []))
  parentElement.querySelector(".printed").textContent = data.printed
  const list = parentElement.querySelector(".cards")
  const focused = list.getRootNode().activeElement?.dataset?.action
  list.mend = id => setTriggerValue("mend", id)
  fill(list, ...data.cards.map(drawCard))
  fill(parentElement.querySelector(".pages"), ...drawPages(data.pages, data.page))
  if (focused) parentElement.querySelector(`[data-action="${CSS.escape(focused)}"]`)?.focus()
  const empty = parentElement.querySelector(".empty")
  empty.hidden = data.cards.length > 0
  if (!empty.hidden) fill(empty, ...drawEmpty(data.empty))
  if (list.page && list.page !== data.page) startOver(list)
  list.page = data.page

  function drawCard(card) {
    const heading = element("h" + data.level, { id: "brief-" + card.id, tabIndex: -1 }, ...marked(card.headline))
    const article = element("article", {},
      element("p", { className: "where" }, card.region.href ? act(link(card.region.href, card.region.name), card.id + "region") : card.region.name, " · " + card.published),
      heading,
      element("p", { className: "summary" }, ...marked(card.summary)),
      element("ul", { className: "councils" }, ...card.councils.map(council => drawCouncil(card, council))),
      element("ul", { className: "themes" }, ...card.themes.map(theme => drawTheme(card, theme))),
      element("p", { className: "source" }, ...drawSource(card), " · ", act(link(card.page, "Link to this brief", { name: `Link to this brief: ${card.headline}` }), card.id + "page"), ...(data.mend ? [drawMend(card)] : [])))
    article.setAttribute("aria-labelledby", heading.id)
    if (card.doubt) article.querySelector(".councils").after(element("p", { className: "doubt", textContent: card.doubt }))
    return element("li", {}, article)
  }

  function drawCouncil(card, council) {
    const show = act(element("button", { type: "button", className: "show" + (council.shown ? " on" : ""), textContent: "Show on map" }), card.id + "show" + council.id)
    show.setAttribute("aria-label", `Show on map: ${council.name}`)
    show.setAttribute("aria-pressed", String(council.shown))
    show.dataset.leads = council.show
    show.onclick = () => visit(council.show)
    const page = act(link(council.href, council.name), card.id + "open" + council.id)
    const item = element("li", { className: council.mentioned ? "mentioned" : "" }, page, ...(council.mentioned ? [` (${council.mentioned})`] : []), " ", show)
    item.dataset.council = council.id // by which the map marks its cards
    return item
  }

  function drawTheme(card, theme) {
    const label = `${theme.sign} ${theme.label}`
    const made = act(link(theme.href, label, { className: "theme " + theme.group }), card.id + "theme" + theme.id)
    made.title = theme.chosen ? "Remove this theme from the filter" : "Filter by this theme"
    if (theme.chosen) made.setAttribute("aria-current", "true")
    return element("li", {}, made)
  }

  function drawSource(card) {
    if (!card.url) return [card.source]
    return [element("a", { href: card.url, target: "_blank", rel: "noopener noreferrer", textContent: card.source })]
  }

  /* Opens the brief's form, for staff. */
  function drawMend(card) {
    const made = act(element("button", { type: "button", className: "mend", textContent: "Mend" }), card.id + "mend")
    made.setAttribute("aria-label", `Mend or delete: ${card.headline}`)
    made.onclick = () => list.mend(card.id)
    return made
  }

  /* What would be found instead, each a link. */
  function drawEmpty({ said, ways }) {
    return [element("p", { textContent: said }), element("ul", {}, ...ways.map(way => element("li", {}, link(way.href, way.label))))]
  }

  /* A text with the words that were searched for marked. */
  function marked(text) {
    const words = [...text.matchAll(WORD)], folded = words.map(([word]) => fold(word)), pieces = []
    let end = 0
    for (let i = 0; i < words.length; i++) {
      const found = (data.marks ?? []).find(phrase => phrase.every((word, j) => meets(folded[i + j], word)))
      if (!found) continue
      const last = words[i + found.length - 1], stop = last.index + last[0].length
      pieces.push(text.slice(end, words[i].index), element("mark", { textContent: text.slice(words[i].index, stop) }))
      end = stop
      i += found.length - 1
    }
    return [...pieces, text.slice(end)]
  }
}

/* Whether a word is the one that is looked for or, with a star, begins like it. */
function meets(word, wanted) {
  return wanted.endsWith("*") ? word?.startsWith(wanted.slice(0, -1)) : word === wanted
}

function drawPages(pages, here) {
  return pages.map(page => {
    if (!page.href) return element("li", {}, element("span", { textContent: page.label }))
    const made = link(page.href, page.label, { name: page.name })
    if (page.number === here) made.setAttribute("aria-current", "page")
    return element("li", {}, act(made, "page" + page.name))
  })
}

/* Another page of the list begins at its first brief, for the eye and for the focus. */
function startOver(list) {
  const first = list.querySelector("h2, h3")
  first?.focus({ preventScroll: true })
  list.parentElement.scrollIntoView({ block: "start" })
}

/* Tells a control from others that do the same, so that the focus finds it when it is drawn anew. */
function act(made, action) {
  made.dataset.action = action
  return made
}
