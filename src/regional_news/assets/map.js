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
  const LARGEST = 26; // pixels, the radius of a bubble of many briefs
  const WIDEST = 3 * LARGEST; // pixels: bubbles that far apart do not touch, even when pushed a little
  const ROUNDS = 24; // rounds of moving neighbours apart; more changes nothing that the eye sees
  let clicks = 0; // makes each click a new value, so that the same bubble can be clicked twice
  let lastView = null;

  function base(map) {
    L.Browser.ie3d = true; // with a transform in three dimensions each bubble would be a layer of its own to draw
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
    map.markers = new Map();
    map.bubbles = L.geoJSON(null).addTo(map);
    map.leaders = L.polyline([], { className: "leader", interactive: false }).addTo(map);
    map.on("zoomend", function () { spread(map); });
    map.fitBounds(WHOLE, { animate: false });
    map.legend = L.control({ position: "bottomleft" });
    map.legend.onAdd = function () { return L.DomUtil.create("div", "news-legend"); };
    new ResizeObserver(function () { map.invalidateSize({ animate: false }); }).observe(map.getContainer());
    newsMap.draw = function (news) { draw(map, news); newsMap.drawn = news; };
  }

  /* Bubbles are kept from one filter to the next: only what changes is touched. */
  function draw(map, news) {
    map.getContainer().dataset.theme = news.theme;
    const gone = new Set(map.markers.keys());
    news.bubbles.features.forEach(function (feature) {
      gone.delete(feature.properties.id);
      show(map, feature);
    });
    gone.forEach(function (id) {
      map.bubbles.removeLayer(map.markers.get(id));
      map.markers.delete(id);
    });
    spread(map);
    shade(map, news.shades, news.regions);
    if (news.view && news.view.nonce !== lastView) {
      if (lastView !== null || news.view.at_start) move(map, news.view);
      lastView = news.view.nonce;
    }
  }

  function show(map, feature) {
    const id = feature.properties.id, known = map.markers.get(id);
    const marker = known || bubble(feature);
    if (known && JSON.stringify(known.given) === JSON.stringify(feature.properties)) return;
    marker.given = Object.assign({}, feature.properties);
    marker.feature = feature;
    if (!known) {
      map.markers.set(id, marker);
      map.bubbles.addLayer(marker);
    }
    dress(marker, feature.properties);
  }

  function bubble(feature) {
    const at = feature.geometry.coordinates;
    const marker = L.marker([at[1], at[0]], { icon: L.divIcon({ className: "bubble" }), riseOnHover: true });
    marker.home = marker.getLatLng();
    marker.spoken = spoken(feature.properties.name);
    marker.bindTooltip(function () {
      return "<b>" + marker.given.name + "</b><br>" + marker.given.note;
    }, { className: "news-tip" });
    marker.on("click", function () { marker.feature.properties.click = ++clicks; });
    marker.on("add", function () {
      marker.getElement().addEventListener("keydown", function (event) {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        marker.fire("click", { latlng: marker.home }, true);
      });
    });
    return marker;
  }

  function dress(marker, p) {
    const element = marker.getElement(), size = 2 * radius(p.count);
    ["mentioned", "chosen", "focus"].forEach(function (kind) { element.classList.toggle(kind, Boolean(p[kind])); });
    element.style.width = element.style.height = size + "px";
    element.style.marginLeft = element.style.marginTop = -size / 2 + "px";
    element.textContent = p.count > 999 ? Math.round(p.count / 100) / 10 + "k" : p.count > 1 ? p.count : "";
    element.setAttribute("aria-label", marker.spoken + " " + p.note);
    element.setAttribute("aria-pressed", String(Boolean(p.chosen)));
    marker.setZIndexOffset(p.chosen || p.focus ? 10000 : -p.count);
    marker.getTooltip().options.offset = L.point(size / 2, 0);
  }

  /* The text that escaped HTML shows: an attribute is not read as HTML. */
  function spoken(html) {
    return new DOMParser().parseFromString(html, "text/html").body.textContent;
  }

  function radius(count) { return Math.min(LARGEST, 8 + 3.2 * Math.sqrt(count)); }

  /* Moves bubbles apart until they do not overlap, no farther than a finger's width; a thin line
   * leads back to the council. */
  function spread(map) {
    const spots = Array.from(map.markers.values(), function (marker) {
      const home = map.latLngToLayerPoint(marker.home);
      return { marker: marker, home: home, x: home.x, y: home.y, r: radius(marker.given.count) };
    });
    for (let round = 0; round < ROUNDS && pushApart(spots); round++) { /* until nothing touches */ }
    const lines = [];
    spots.forEach(function (spot) {
      const at = map.layerPointToLatLng([spot.x, spot.y]);
      if (!at.equals(spot.marker.getLatLng())) spot.marker.setLatLng(at);
      if (Math.hypot(spot.x - spot.home.x, spot.y - spot.home.y) > spot.r) lines.push([spot.marker.home, at]);
    });
    map.leaders.setLatLngs(lines);
  }

  /* From the west to the east, so that each bubble meets only those that may touch it. */
  function pushApart(spots) {
    let moved = false;
    spots.sort(function (a, b) { return a.x - b.x; });
    for (let i = 0; i < spots.length; i++) {
      for (let j = i + 1; j < spots.length && spots[j].x - spots[i].x < WIDEST; j++) {
        const a = spots[i], b = spots[j], near = Math.max(FINGER, a.r + b.r + 1);
        let dx = b.x - a.x, dy = b.y - a.y;
        if (Math.abs(dx) >= near || Math.abs(dy) >= near) continue;
        const distance = Math.sqrt(dx * dx + dy * dy); // hypot is slow
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
    const dx = spot.x - spot.home.x, dy = spot.y - spot.home.y, far = Math.sqrt(dx * dx + dy * dy);
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
    map.fitBounds(view.bounds || WHOLE, { maxZoom: 9, padding: [30, 30], animate: !still });
  }

  /* What the page draws with: newsMap.draw(news), once there is a map; newsMap.drawn is what it shows. */
  const newsMap = window.newsMap = { base: base };
})();
