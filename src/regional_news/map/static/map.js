/* The map of the news inside the component's frame: outlines of the regions, one bubble a council.
 *
 * Every name that arrives here was HTML-escaped by mapping.py, the one place that does so; Leaflet
 * puts tooltips into the page as HTML.
 */
(function () {
  "use strict";

  const WHOLE = [[49.2, -10.9], [60.95, 2.1]]; // Scilly to Shetland, Kerry to Lowestoft
  let lastView = null;

  /* What the page works with: newsMap.draw(news), once there is a map, which the event "news-map" tells
   * the page; newsMap.drawn is what it shows; newsMap.clicked, if the page sets it, is called with {kind, id} of what is clicked. */
  const newsMap = window.newsMap = { base: base, clicked: null };

  function base(map) {
    const container = map.getContainer();
    container.classList.add("news-map");
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", "Map of the UK and Ireland");
    map.setMinZoom(4).setMaxZoom(11).setMaxBounds([[45, -20], [65, 10]]);
    map.attributionControl.setPrefix(false).addAttribution(
      "Natural Earth · Contains OS data © Crown copyright and database right");
    map.fitBounds(WHOLE, { animate: false }); // before the outlines are there, which would be projected twice
    map.regions = L.geoJSON(window.REGION_OUTLINES, { style: { className: "region" } }).addTo(map);
    map.bubbles = new Bubbles(tell, function (spot) { hint(map, spot); }).addTo(map);
    map.hint = L.tooltip({ className: "news-tip" });
    places(map).addTo(map);
    map.legend = L.control({ position: "bottomleft" });
    map.legend.onAdd = function () { return L.DomUtil.create("div", "news-legend"); };
    document.querySelectorAll("link").forEach(function (link) { link.addEventListener("load", function () { map.bubbles.paint(); }); });
    // Before Leaflet hears of it: on a bubble, the outline beneath is not meant.
    container.addEventListener("mousemove", function (event) { pointed(map, event); }, true);
    container.addEventListener("mouseleave", function () { pointed(map, null); });
    container.addEventListener("click", function (event) { clicked(map, event); }, true);
    new ResizeObserver(function () { map.invalidateSize({ animate: false }); }).observe(container);
    newsMap.draw = function (news) { draw(map, news); newsMap.drawn = news; };
    window.parent.dispatchEvent(new Event("news-map"));
  }

  function draw(map, news) {
    map.getContainer().dataset.theme = news.theme;
    map.bubbles.show(news);
    shade(map, news.shades, news.regions);
    if (news.view && news.view.nonce !== lastView) {
      if (lastView !== null || news.view.at_start) move(map, news.view.bounds || WHOLE);
      lastView = news.view.nonce;
    }
  }

  /* The buttons that show all results as large as possible, and the islands whole again. */
  function places(map) {
    const control = L.control({ position: "topleft" });
    control.onAdd = function () {
      const box = L.DomUtil.create("div", "news-places");
      [["Fit to results", function () { return map.bubbles.bounds(); }], ["Whole map", function () { return WHOLE; }]].forEach(function (each) {
        const button = L.DomUtil.create("button", "", box);
        button.type = "button";
        button.textContent = each[0];
        button.addEventListener("click", function () { move(map, each[1]() || WHOLE); });
      });
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    return control;
  }

  function tell(properties) {
    if (newsMap.clicked) newsMap.clicked({ kind: properties.kind, id: properties.id });
  }

  function clicked(map, event) {
    if (map.dragging.moved() && event.detail) return; // the end of a drag, not a click
    const spot = map.bubbles.handles(event.target) || under(map, event);
    const region = regionOf(map, event.target);
    if (spot) map.bubbles.tell(spot);
    else if (region) tell(region.feature.properties);
  }

  /* Says the name of what the mouse is at. */
  function pointed(map, event) {
    const spot = event && !event.buttons ? under(map, event) : null;
    const region = event && !spot && regionOf(map, event.target);
    map.bubbles.hover(spot);
    map.getContainer().classList.toggle("at-bubble", Boolean(spot));
    if (region) hint(map, null, region, map.mouseEventToLatLng(event));
    else hint(map, spot);
  }

  /* The bubble under the mouse, if there is one and no button of the map lies on it. */
  function under(map, event) {
    if (event.target.closest(".leaflet-control")) return null;
    return map.bubbles.at(map.mouseEventToLayerPoint(event));
  }

  function regionOf(map, element) {
    return map.regions.getLayers().find(function (layer) { return layer.getElement() === element; });
  }

  function hint(map, spot, region, place) {
    if (!spot && !region) { map.closeTooltip(map.hint); return; }
    map.hint.options.offset = L.point(spot ? spot.r : 14, 0);
    map.hint.setContent(spot ? "<b>" + spot.p.name + "</b><br>" + map.bubbles.note(spot) : region.label || region.feature.properties.label);
    map.hint.setLatLng(spot ? map.layerPointToLatLng([spot.x, spot.y]) : place);
    map.openTooltip(map.hint);
  }

  function shade(map, shades, chosen) {
    const most = shades ? Math.max.apply(null, Object.values(shades).concat(1)) : 1;
    map.regions.eachLayer(function (layer) {
      const p = layer.feature.properties, count = shades ? shades[p.id] || 0 : 0, path = layer.getElement();
      path.style.setProperty("--share", shades && count ? 0.12 + 0.55 * count / most : 0);
      path.classList.toggle("chosen", chosen.indexOf(p.id) >= 0);
      if (chosen.indexOf(p.id) >= 0) layer.bringToFront();
      layer.label = p.label + (shades ? ": " + briefs(count) : "");
    });
    if (!shades) { map.legend.remove(); return; }
    map.legend.addTo(map).getContainer().innerHTML =
      "<b>Briefs in the region</b><span class=ramp></span><span class=ends><i>0</i><i>" + Number(most) + "</i></span>";
  }

  function briefs(count) { return count + (count === 1 ? " brief" : " briefs"); }

  function move(map, bounds) {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (map.bubbles.zooming) map.once("zoomend", function () { move(map, bounds); }); // else Leaflet forgets it
    else map.fitBounds(bounds, { maxZoom: 9, padding: [30, 30], animate: !still });
  }
})();
