/* The map of the news inside the component's frame: the ground, the names on it, bubbles or hexagons, the card.
 *
 * Every name that arrives here was HTML-escaped by base_map.py, the one place that does so.
 */
(function () {
  "use strict";

  let lastView = null;

  /* What the page works with: newsMap.draw(news, seeks), once there is a map, which the event "news-map" tells
   * the page: a map that `seeks` goes where it shows some of the results; newsMap.drawn is what it shows;
   * newsMap.camera() says where it stands, newsMap.goTo(camera) moves it; newsMap.wheel(zooms) says whether the wheel zooms the map or scrolls the page. If the page sets them, newsMap.clicked is called with
   * {kind, id} of what is chosen, newsMap.moved with the camera, newsMap.rested with the box in sight. */
  const newsMap = window.newsMap = { base: base, clicked: null, moved: null, rested: null };

  function base(map) {
    const container = map.getContainer();
    container.classList.add("news-map");
    container.focus = () => { HTMLElement.prototype.focus.call(container, { preventScroll: true }); }; // Leaflet does so at each press: the page would move away from under it
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", "Map of the UK and Ireland");
    container.setAttribute("aria-describedby", "news-shown");
    map.setMaxZoom(12).setMaxBounds([[42, -24], [66, 14]]);
    map.attributionControl.setPrefix(false).addAttribution(
      "Natural Earth · Contains OS data © Crown copyright and database right");
    map.createPane("labels").style.pointerEvents = "none";
    map.bubbles = new Bubbles(spot => { map.card.point(spot); });
    map.camera = Camera(map, words => { if (newsMap.moved) newsMap.moved(words); });
    map.camera.home(false); // before the outlines are there, which would be projected twice
    map.regions = new Regions().addTo(map);
    map.labels = new Labels().addTo(map);
    map.bubbles.on("arranged", () => { arranged(map); });
    map.bubbles.addTo(map);
    map.card = Card(map, acts(map));
    map.hint = L.tooltip({ className: "news-tip" });
    furnish(map);
    letters.borrow(() => { map.bubbles._settle(); });
    listen(map, container);
    newsMap.inSight = () => map.camera.seen();
    newsMap.camera = () => map.camera.words();
    newsMap.goTo = function (camera) { map.camera.set(camera); };
    newsMap.wheel = function (zooms) { map.scrollWheelZoom[zooms ? "enable" : "disable"](); };
    newsMap.select = id => select(map, map.bubbles.of(id));
    newsMap.draw = function (news, seeks) { draw(map, news, seeks); newsMap.drawn = news; };
    window.parent.dispatchEvent(new Event("news-map"));
  }

  /* Buttons, legend, and the sentences for those who cannot see the map. */
  function furnish(map) {
    const places = controls.places(map, [
      ["Whole map", () => { map.camera.whole(true); }],
      ["Fit to results", () => { map.camera.home(true); }],
      ["London", () => { london(map); }],
    ]).addTo(map).getContainer();
    map.fit = places.children[1];
    controls.steering(map).addTo(map);
    map.legend = legend(() => { map.labels.arrange(map.bubbles, map.regions.labels); });
    const corner = L.control({ position: "topright" });
    corner.onAdd = () => map.legend.box;
    corner.addTo(map);
    map.none = controls.note("No briefs here").addTo(map).getContainer();
    map.shownWords = sentence(map, "news-shown");
    map.said = sentence(map, "news-said");
    map.said.setAttribute("role", "status");
  }

  function sentence(map, id) {
    const made = L.DomUtil.create("p", "unseen", map.getContainer());
    made.id = id;
    return made;
  }

  function listen(map, container) {
    document.querySelectorAll("link").forEach(function (link) { link.addEventListener("load", () => { map.bubbles.paint(); map.labels.paint(); }); });
    // Before Leaflet hears of it: on a bubble, what is beneath is not meant.
    container.addEventListener("mousemove", event => { pointed(map, event); }, true);
    container.addEventListener("mouseleave", () => { pointed(map, null); });
    container.addEventListener("click", event => { clicked(map, event); }, true);
    container.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && map.card.spot) shut(map);
    });
    new ResizeObserver(() => { map.camera.resized(); }).observe(container);
    map.on("rested", () => { if (newsMap.rested) newsMap.rested(newsMap.inSight()); });
    map.on("move zoomend", map.card.settle);
  }

  function draw(map, news, seeks) {
    map.getContainer().dataset.theme = news.theme;
    map.getContainer().dataset.form = news.form;
    map.card.query = news.query || "";
    map.regions.visible(news.form !== "hexes");
    map.camera.form(news.form === "hexes");
    map.regions.shade(news.shades, news.regions);
    map.bubbles.show(news);
    const box = found(map, news);
    map.fit.hidden = !box;
    map.camera.follow(box, lastView !== null, seeks && map.bubbles.beyond(news.chosen.length ? news.chosen : null));
    map.shownWords.textContent = wording.shown(map.bubbles.councils, map.regions.names);
    if (news.view && news.view.nonce !== lastView) {
      if (lastView !== null || news.view.at_start) wish(map, news);
      lastView = news.view.nonce;
    }
    map.fire("rested");
  }

  /* The box around what a filter found, a council that it names first; null where nothing is filtered or found.
   * Regions are seen whole, with what was found beyond them: what has no brief there is looked for, too. */
  function found(map, news) {
    if (news.chosen.length) return map.bubbles.bounds(news.chosen);
    if (news.regions.length) return around(map, news.regions, map.bubbles.bounds());
    return news.query || news.fitted ? map.bubbles.bounds() : null;
  }

  /* The box around regions and, if given, another one. */
  function around(map, regions, box) {
    const boxes = map.bubbles.hexagons ? [hexagonsOf(map, regions)] : regions.map(id => map.regions.box(id));
    return boxes.reduce((all, each) => all && each ? L.latLngBounds(all.getSouthWest(), all.getNorthEast()).extend(each) : all || each, box);
  }

  /* Where the page asks the map to go: to the council that the list points to, to a box, or home. */
  function wish(map, news) {
    const bounds = news.view.bounds, box = news.focus ? map.bubbles.bounds([news.focus]) : bounds && L.latLngBounds(bounds);
    if (box) map.camera.to(box); else map.camera.home(true);
  }

  function arranged(map) {
    map.legend.fill(map.bubbles.news, map.bubbles, map.regions);
    map.labels.arrange(map.bubbles, map.regions.labels);
    map.none.hidden = map.bubbles.most > 0;
    map.card.settle();
  }

  function hexagonsOf(map, regions) {
    const there = map.bubbles.councils.filter(spot => regions.includes(spot.p.region));
    return map.bubbles.bounds(there.map(spot => spot.p.id));
  }

  function london(map) {
    const box = around(map, ["london"]);
    if (box) map.camera.to(box);
  }

  /* What the card can do. */
  function acts(map) {
    return {
      close: () => { shut(map); },
      gone: () => { map.bubbles.selected = ""; tell("gone"); },
      only: function (ids) { map.card.close(); tell("councils", ids); },
      page: function (id) { tell("page", id); },
      brief: function (id, council) { tell("brief", { id: id, council: council }); },
      zoom: function (spot) { part(map, spot); },
    };
  }

  function tell(kind, id) { if (newsMap.clicked) newsMap.clicked({ kind: kind, id: id }); }

  function clicked(map, event) {
    if (event.target.closest(".news-card, .leaflet-control, .news-keys")) return;
    if (map.dragging.moved() && event.detail) return; // the end of a drag, not a click
    const byKey = map.bubbles.handles(event.target), spot = byKey || under(map, event);
    if (spot) { open(map, spot, Boolean(byKey)); return; }
    const name = map.labels.at(map.mouseEventToLayerPoint(event)), region = name ? name.region : event.pointerType !== "touch" && map.regions.of(event.target);
    if (region) tell("region", region); else if (name) tell("page", name.council.id);
  }

  /* Opens a bubble: the card of a council, or the map nearer to several. */
  function open(map, spot, byKey) {
    if (spot.p.kind === "several" && part(map, spot)) return;
    select(map, spot, byKey);
    tell(spot.p.kind === "several" ? "gone" : "selected", spot.p.id);
  }

  /* Shows the card of a bubble, or of none. */
  function select(map, spot, byKey) {
    map.bubbles.select(spot && spot.p.kind !== "several" ? spot.p.id : "");
    if (spot) map.card.show(spot, byKey); else map.card.close();
  }

  function shut(map) {
    if (map.card.open) tell("selected", "");
    select(map);
    map.bubbles.focus();
  }

  /* Zooms in until a bubble of several councils comes apart; returns whether it can. */
  function part(map, spot) {
    const box = map.bubbles.bounds(spot.p.members), before = map.getZoom();
    const zoom = Math.min(map.getMaxZoom(), Math.max(before + 1, map.getBoundsZoom(box, false, L.point(60, 60))));
    if (before >= map.getMaxZoom() - 0.01) return false;
    map.card.lose();
    map.once("zoomend", function () {
      const there = map.bubbles.spots.filter(each => each.p.members.some(id => spot.p.members.includes(id)));
      map.said.textContent = spot.p.name + " are now " + there.length + (there.length === 1 ? " bubble" : " bubbles") + ".";
    });
    map.setView(box.getCenter(), zoom, { animate: !Camera.still() });
    return true;
  }

  /* Says the name of what the mouse is at. */
  function pointed(map, event) {
    if (event && event.target.closest(".news-card")) return;
    const spot = event && !event.buttons ? under(map, event) : null;
    const bare = event && !spot && !event.target.closest(".leaflet-control"), name = bare && map.labels.at(map.mouseEventToLayerPoint(event));
    const region = name ? name.region : bare && map.regions.of(event.target);
    map.bubbles.hover(spot);
    map.card.point(spot);
    map.getContainer().classList.toggle("at-bubble", Boolean(spot || name || region));
    if (!name && !region) { map.closeTooltip(map.hint); return; }
    map.hint.options.offset = L.point(14, 0);
    map.hint.setContent(L.DomUtil.create("span")).setLatLng(map.mouseEventToLatLng(event));
    map.hint.getContent().textContent = region ? map.regions.say(region) : wording.text(name.council.name) + ": no briefs here. Click for its page.";
    map.openTooltip(map.hint);
  }

  /* The spot under the mouse, if there is one and no button of the map lies on it. */
  function under(map, event) {
    if (event.target.closest(".leaflet-control, .news-card, .news-keys")) return null;
    return map.bubbles.at(map.mouseEventToLayerPoint(event));
  }
})();
