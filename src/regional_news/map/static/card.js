/* The card at a bubble: its council, the latest headlines, and the ways on; at the bottom of a narrow map. It
 * shows while somebody points at a bubble, and stays once it was opened. Headlines are fetched when
 * they are wanted, with the page's own filter. */
(function () {
  "use strict";

  const SHOWN = 3, LISTED = 6; // headlines of a council, and councils of a bubble that has several
  const WAIT = 140, LEAVE = 220; // milliseconds before a card comes, and before it goes
  const NARROW = 430, GAP = 10, FOOT = 24; // pixels
  const API = "../../api/v1/briefs?";

  /* `acts` has close(), gone(), only(ids), page(id), brief(id, council), zoom(spot). */
  window.Card = function (map, acts) {
    const box = L.DomUtil.create("section", "news-card", map.getContainer());
    L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
    box.hidden = true;
    box.addEventListener("mouseenter", () => { clearTimeout(timer); });
    box.addEventListener("mouseleave", () => { card.leave(); });
    let timer = 0, asking = null;
    const card = { box, spot: null, open: false, query: "", point, leave, show, close, lose, settle };
    return card;

    /* Shows the card of what the mouse or the keyboard is at, unless one stays open. */
    function point(spot) {
      clearTimeout(timer);
      if (card.open) return;
      if (!spot) { leave(); return; }
      if (card.spot && card.spot.p.id === spot.p.id) return;
      timer = setTimeout(() => { draw(spot); }, WAIT);
    }

    function leave() {
      clearTimeout(timer);
      if (!card.open && !box.hidden) timer = setTimeout(close, LEAVE);
    }

    /* Opens a card that stays. */
    function show(spot, focus) {
      clearTimeout(timer);
      card.open = true;
      draw(spot);
      if (focus) (box.querySelector(".only") || box.querySelector("button")).focus({ preventScroll: true });
    }

    function close() {
      clearTimeout(timer);
      if (asking) asking.abort();
      card.open = false;
      card.spot = null;
      box.hidden = true;
    }

    /* Closes what nobody shut. */
    function lose() {
      if (card.open) acts.gone();
      close();
    }

    /* Puts the card where its bubble is now, or closes it where the bubble is no more. */
    function settle() {
      if (!card.spot) return;
      const spot = map.bubbles.of(card.spot.p.members[0]);
      if (!spot || spot.p.id !== card.spot.p.id) { lose(); return; }
      card.spot = spot;
      place(spot);
    }

    function draw(spot) {
      const p = spot.p, name = wording.text(p.name), parts = [];
      card.spot = spot;
      box.setAttribute("aria-label", name);
      const shut = button("×", "close", acts.close);
      shut.setAttribute("aria-label", "Close");
      parts.push(shut, element("h2", name), element("p", window.spots.note(p) + (p.kind === "several" ? ", counted at each council." : "."), "note"));
      parts.push(p.kind === "several" ? councilsOf(p) : element("ul", "", "headlines"));
      const ways = element("p", "", "ways");
      if (p.kind === "several") ways.append(button("Zoom in to part them", "zoom", () => { acts.zoom(spot); }));
      else ways.append(link("../../councils?" + about(p.id), "About this council", () => { acts.page(p.id); }));
      ways.append(button(p.chosen ? "All again" : "Only these", "only", () => { acts.only(p.chosen ? [] : p.members); }));
      box.replaceChildren.apply(box, parts.concat(ways));
      box.classList.toggle("stays", card.open);
      box.hidden = false;
      place(spot);
      if (p.kind !== "several" && p.count) fetchHeadlines(spot);
    }

    function councilsOf(p) {
      const list = element("ul", "", "headlines");
      const ranked = p.councils.slice().sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
      ranked.slice(0, LISTED).forEach(council => { list.append(element("li", wording.text(council.short) + ": " + window.spots.note(council))); });
      if (ranked.length > LISTED) list.append(element("li", "and " + wording.councils(ranked.length - LISTED) + " more"));
      return list;
    }

    function fetchHeadlines(spot) {
      if (asking) asking.abort();
      asking = new AbortController();
      fetch(API + "limit=" + SHOWN + "&" + about(spot.p.id), { signal: asking.signal }).then(function (answer) {
        return answer.ok ? answer.json().then(briefs => { fill(spot, briefs, Number(answer.headers.get("X-Total-Count"))); }) : null;
      }).catch(() => { /* the card stands without headlines */ });
    }

    /* The page's filter with a council. */
    function about(id) { return (card.query && card.query + "&") + "council=" + encodeURIComponent(id); }

    function fill(spot, briefs, total) {
      if (!card.spot || card.spot.p.id !== spot.p.id) return;
      const list = box.querySelector(".headlines");
      list.replaceChildren.apply(list, briefs.slice(0, card.open ? SHOWN : 1).map(function (brief) {
        const line = document.createElement("li");
        line.append(link("../../?" + about(spot.p.id) + "#brief-" + brief.id, brief.headline, () => { acts.brief(brief.id, spot.p.id); }));
        line.append(element("span", " " + wording.date(brief.published)));
        return line;
      }));
      const more = total - list.children.length;
      if (more > 0) list.append(element("li", more + " more"));
      place(spot);
    }

    /* Beside the bubble where there is room, else below or above it; at the bottom of a narrow map. */
    function place(spot) {
      const size = map.getSize(), at = map.layerPointToContainerPoint([spot.x, spot.y]);
      box.classList.toggle("sheet", size.x < NARROW);
      box.style.left = box.style.top = "";
      if (size.x < NARROW) return;
      const width = box.offsetWidth, height = box.offsetHeight, far = spot.r + GAP;
      const right = at.x + far, left = at.x - far - width, aside = right + width <= size.x || left >= 0;
      const below = at.y + far + height <= size.y ? at.y + far : at.y - far - height;
      const x = !aside ? at.x - width / 2 : right + width <= size.x ? right : left;
      box.style.left = Math.max(4, Math.min(size.x - width - 4, x)) + "px";
      box.style.top = Math.max(4, Math.min(size.y - height - FOOT, aside ? at.y - height / 3 : below)) + "px";
    }
  };

  function element(tag, words, kind) {
    const made = document.createElement(tag);
    made.textContent = words;
    if (kind) made.className = kind;
    return made;
  }

  function button(words, kind, act) {
    const made = element("button", words, kind);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /* A real link, whose plain click the page answers without loading anew. */
  function link(href, words, act) {
    const made = element("a", words);
    made.href = href;
    made.target = "_top";
    made.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      act();
    });
    return made;
  }
})();
