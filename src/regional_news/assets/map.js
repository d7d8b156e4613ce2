/* The map of the news inside the component's frame: outlines of the regions, one bubble a council.
 *
 * Every text that arrives here was HTML-escaped by mapping.py, the one place that does so; Leaflet
 * puts tooltips into the page as HTML. Points are GeoJSON: longitude first.
 */
(function () {
  "use strict";

  const WHOLE = [[49.2, -10.9], [60.95, 2.1]]; // Scilly to Shetland, Kerry to Lowestoft
  const FARTHEST = 34; // pixels that a bubble may be moved away from its neighbours
  const FINGER = 24; // pixels between the middles of two bubbles, so that each can be hit
  const ROUNDS = 24; // rounds of moving neighbours apart; more changes nothing that the eye sees
  let clicks = 0; // makes each click a new value, so that the same bubble can be clicked twice
  let lastView = null;

  function base(map) {
    map.getContainer().classList.add("news-map");
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", "Map of the UK and Ireland");
    map.setMinZoom(4).setMaxZoom(11).setMaxBounds([[45, -20], [65, 10]]);
    map.attributionControl.setPrefix(false).addAttribution(
      "Natural Earth · Contains OS data © Crown copyright and database right");
    map.regions = L.geoJSON(window.REGION_OUTLINES, {
      style: { className: "region" },
      onEachFeature: function (feature, layer) {
        layer.on("click", function () { feature.properties.click = ++clicks; });
        layer.bindTooltip(feature.properties.label, { sticky: true, className: "news-tip" });
      },
    }).addTo(map);
    map.fitBounds(WHOLE, { animate: false });
    map.legend = L.control({ position: "bottomleft" });
    map.legend.onAdd = function () { return L.DomUtil.create("div", "news-legend"); };
    new ResizeObserver(function () { map.invalidateSize({ animate: false }); }).observe(map.getContainer());
  }

  function draw(map, group, news) {
    map.getContainer().dataset.theme = news.theme;
    const bubbles = L.geoJSON(news.bubbles, { pointToLayer: bubble }).addTo(group);
    const lines = L.layerGroup().addTo(group);
    const place = function () { spread(map, bubbles.getLayers(), lines); };
    map.off("zoomend", map.placeBubbles);
    map.placeBubbles = place;
    map.on("zoomend", place);
    place();
    shade(map, news.shades, news.regions);
    if (news.view && news.view.nonce !== lastView) {
      if (lastView !== null || news.view.at_start) move(map, news.view);
      lastView = news.view.nonce;
    }
  }

  function bubble(feature, at) {
    const p = feature.properties;
    const kinds = ["bubble", p.mentioned ? "mentioned" : "", p.chosen ? "chosen" : "", p.focus ? "focus" : ""];
    const size = 2 * radius(p.count);
    const marker = L.marker(at, {
      icon: L.divIcon({
        className: kinds.filter(Boolean).join(" "),
        html: p.count > 1 ? String(p.count) : "",
        iconSize: [size, size],
      }),
      zIndexOffset: p.chosen || p.focus ? 10000 : -p.count,
      riseOnHover: true,
    });
    marker.home = L.latLng(at);
    marker.bindTooltip("<b>" + p.name + "</b><br>" + p.note, { className: "news-tip", offset: [size / 2, 0] });
    marker.on("click", function () { p.click = ++clicks; });
    marker.on("add", function () {
      const element = marker.getElement();
      element.setAttribute("aria-label", spoken(p.name) + " " + p.note);
      element.setAttribute("aria-pressed", String(Boolean(p.chosen)));
      element.addEventListener("keydown", function (event) {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); marker.fire("click", { latlng: at }, true); }
      });
    });
    return marker;
  }

  /* The text that escaped HTML shows: an attribute is not read as HTML. */
  function spoken(html) {
    return new DOMParser().parseFromString(html, "text/html").body.textContent;
  }

  function radius(count) { return Math.min(26, 8 + 3.2 * Math.sqrt(count)); }

  /* Moves bubbles apart until they do not overlap, no farther than a finger's width; a thin line
   * leads back to the council. */
  function spread(map, markers, lines) {
    const spots = markers.map(function (marker) {
      const home = map.latLngToLayerPoint(marker.home);
      return { marker: marker, home: home, x: home.x, y: home.y, r: radius(marker.feature.properties.count) };
    });
    for (let round = 0; round < ROUNDS && pushApart(spots); round++) { /* until nothing touches */ }
    lines.clearLayers();
    spots.forEach(function (spot) {
      const at = map.layerPointToLatLng([spot.x, spot.y]);
      spot.marker.setLatLng(at);
      if (Math.hypot(spot.x - spot.home.x, spot.y - spot.home.y) > spot.r)
        L.polyline([spot.marker.home, at], { className: "leader", interactive: false }).addTo(lines);
    });
  }

  function pushApart(spots) {
    let moved = false;
    for (let i = 0; i < spots.length; i++) {
      for (let j = i + 1; j < spots.length; j++) {
        const a = spots[i], b = spots[j], near = Math.max(FINGER, a.r + b.r + 1);
        let dx = b.x - a.x, dy = b.y - a.y;
        if (Math.abs(dx) >= near || Math.abs(dy) >= near) continue;
        const distance = Math.hypot(dx, dy);
        if (distance >= near) continue;
        if (distance < 0.01) { dx = Math.cos(j); dy = Math.sin(j); }
        const push = (near - distance) / 2 / (distance || 1);
        a.x -= dx * push; a.y -= dy * push; b.x += dx * push; b.y += dy * push;
        moved = true;
      }
    }
    spots.forEach(leash);
    return moved;
  }

  function leash(spot) {
    const dx = spot.x - spot.home.x, dy = spot.y - spot.home.y, far = Math.hypot(dx, dy);
    if (far > FARTHEST) { spot.x = spot.home.x + dx / far * FARTHEST; spot.y = spot.home.y + dy / far * FARTHEST; }
  }

  function shade(map, shades, chosen) {
    const most = shades ? Math.max.apply(null, Object.values(shades).concat(1)) : 1;
    map.regions.eachLayer(function (layer) {
      const id = layer.feature.properties.id, count = shades ? shades[id] || 0 : 0, path = layer.getElement();
      if (!path) return;
      path.style.setProperty("--share", shades && count ? 0.12 + 0.55 * count / most : 0);
      path.classList.toggle("chosen", chosen.indexOf(id) >= 0);
      if (chosen.indexOf(id) >= 0) layer.bringToFront();
      layer.setTooltipContent(layer.feature.properties.label + (shades ? ": " + briefs(count) : ""));
    });
    if (!shades) { map.legend.remove(); return; }
    map.legend.addTo(map).getContainer().innerHTML =
      "<b>Briefs in the region</b><span class=ramp></span><span class=ends><i>0</i><i>" + Number(most) + "</i></span>";
  }

  function briefs(count) { return count + (count === 1 ? " brief" : " briefs"); }

  function move(map, view) {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    map.fitBounds(view.bounds || WHOLE, { maxZoom: view.closest || 9, padding: [30, 30], animate: !still });
  }

  window.newsMap = { base: base, draw: draw };
})();
