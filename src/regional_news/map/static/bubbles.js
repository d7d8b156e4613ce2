/* The bubbles of the map: one a council, painted on a canvas, because the browser takes ten times as
 * long for as many elements. One element, the handle, stands for the bubble that the keyboard is at:
 * the arrow keys lead from bubble to bubble.
 *
 * Names were HTML-escaped by mapping.py. Points are GeoJSON: longitude first.
 */
(function () {
  "use strict";

  const LEAST = 8, LARGEST = 26; // pixels, the radius of a bubble without briefs and of the largest
  const MANY = 32; // briefs that make a bubble the largest, unless another has more
  const ROOM = 12; // pixels around its middle in which a small bubble, too, is hit
  const IN_WORDS = new Intl.NumberFormat("en-GB");
  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  /* A layer for a map. `tell(properties)` is called with the bubble that was clicked, `point(spot)` with
   * the one that the keyboard is at, or null. Spots are in pixels of the layer. */
  window.Bubbles = L.Layer.extend({
    initialize: function (tell, point) {
      this._tell = tell;
      this._point = point;
      this.spots = [];
      this.zooming = false; // while Leaflet lets the picture of one zoom grow into that of another
      this._hovered = this._current = "";
    },

    onAdd: function (map) {
      const pane = map.getPane("markerPane");
      this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated bubbles", pane);
      this._canvas.setAttribute("aria-hidden", "true");
      this._handle = L.DomUtil.create("button", "handle", pane);
      this._handle.type = "button";
      this._handle.setAttribute("aria-description", "Arrow keys lead to the other councils on the map");
      L.DomEvent.on(this._handle, { keydown: this._step, focus: this._show, blur: this._leave }, this);
    },

    getEvents: function () {
      return { zoomend: this._spread, viewreset: this._spread, move: this.paint, resize: this.paint, zoomanim: this._follow };
    },

    /* Shows the bubbles of the news, and no others. */
    show: function (news) {
      this.spots = spotsOf(news).sort(function (a, b) { return a.rank - b.rank; });
      const kept = this._find(this._current);
      this._current = (kept || this.spots.find(function (spot) { return spot.marked; }) || this.spots[0] || { p: { id: "" } }).p.id;
      this._look = null;
      this._spread();
      this._name();
    },

    /* The box around the councils that the briefs are about, if there are any. */
    bounds: function () {
      const there = this.spots.filter(function (spot) { return spot.p.count; });
      return there.length ? L.latLngBounds(there.map(function (spot) { return spot.latlng; })) : null;
    },

    /* The bubble at a point of the layer: the one on top, else the nearest within a finger's width. */
    at: function (point) {
      let nearest = null, least = ROOM;
      for (let i = this.spots.length - 1; i >= 0; i--) {
        const spot = this.spots[i], away = Math.hypot(spot.x - point.x, spot.y - point.y);
        if (away <= spot.r) return spot;
        if (away < least) { nearest = spot; least = away; }
      }
      return nearest;
    },

    /* Paints the bubble that the mouse is at brighter than the others. */
    hover: function (spot) {
      const id = spot ? spot.p.id : "";
      if (id === this._hovered) return;
      this._hovered = id;
      this.paint();
    },

    /* What is known of a bubble's council, in words. */
    note: function (spot) {
      const about = spot.p.about, named = spot.p.named;
      if (!named) return amount(about);
      return about ? amount(about) + ", mentioned in " + IN_WORDS.format(named) + " more" : "mentioned in " + amount(named);
    },

    tell: function (spot) { this._tell(spot.p); },

    handles: function (element) { return element === this._handle ? this._find(this._current) : null; },

    _find: function (id) { return this.spots.find(function (spot) { return spot.p.id === id; }); },

    /* Places are found anew where zoom or bubbles change, and only moved along with the map otherwise. */
    _spread: function () {
      const map = this._map;
      this.zooming = false;
      this.spots.forEach(function (spot) { spot.home = map.latLngToLayerPoint(spot.latlng); });
      standApart(this.spots);
      this.spots.forEach(function (spot) { spot.dx = spot.x - spot.home.x; spot.dy = spot.y - spot.home.y; });
      this.paint();
    },

    paint: function () {
      this._look = this._look || painting.look(this._map.getContainer());
      if (!this._look || this.zooming) return; // painted when the style sheet is there, and at the end
      const map = this._map, size = map.getSize(), corner = map.containerPointToLayerPoint([0, 0]);
      L.DomUtil.setPosition(this._canvas, corner);
      this.spots.forEach(function (spot) {
        spot.home = map.latLngToLayerPoint(spot.latlng);
        spot.x = spot.home.x + spot.dx;
        spot.y = spot.home.y + spot.dy;
      });
      const seen = L.bounds(corner.subtract([LARGEST, LARGEST]), corner.add(size).add([LARGEST, LARGEST]));
      const near = this.spots.filter(function (spot) { return seen.contains([spot.x, spot.y]); });
      painting.paint(this._canvas, size, corner, near, this._look, this._hovered);
      this._place();
    },

    /* While the map zooms, the picture grows or shrinks with it. */
    _follow: function (event) {
      this.zooming = true;
      const map = this._map, corner = map.containerPointToLatLng([0, 0]), half = map.getSize().divideBy(2);
      const origin = map.project(event.center, event.zoom).subtract(half).add(L.DomUtil.getPosition(map.getPane("mapPane")));
      L.DomUtil.setTransform(this._canvas, map.project(corner, event.zoom).subtract(origin), map.getZoomScale(event.zoom));
    },

    _place: function () {
      const spot = this._find(this._current);
      this._handle.hidden = !spot;
      if (!spot) return;
      this._handle.style.width = this._handle.style.height = 2 * spot.r + "px";
      L.DomUtil.setPosition(this._handle, L.point(spot.x - spot.r, spot.y - spot.r));
    },

    _name: function () {
      const spot = this._find(this._current);
      if (!spot) return;
      this._handle.setAttribute("aria-label", text(spot.p.name) + " " + this.note(spot));
      this._handle.setAttribute("aria-pressed", String(Boolean(spot.p.chosen)));
    },

    _step: function (event) {
      const way = ARROWS[event.key], from = this._find(this._current);
      if (!way || !from) return;
      L.DomEvent.stop(event); // the arrow keys move the map elsewhere
      const next = nextOf(this.spots, from, way);
      if (!next) return;
      this._current = next.p.id;
      this._name();
      this._show();
    },

    _show: function () {
      const spot = this._find(this._current);
      if (!spot) return;
      this._map.panInside(spot.latlng, { padding: [60, 40], animate: false });
      this._place();
      this._point(spot);
    },

    _leave: function () { this._point(null); },
  });

  /* A spot for each council that has news or is marked. Areas tell counts, beside the largest. */
  function spotsOf(news) {
    const ids = new Set(Object.keys(news.counts).concat(Object.keys(news.mentioned), news.chosen, news.focus));
    const features = window.COUNCILS.features.filter(function (feature) { return ids.has(feature.properties.id); });
    const all = features.map(function (feature) { return spotOf(feature, news); });
    const most = all.reduce(function (most, spot) { return Math.max(most, spot.p.count); }, MANY);
    all.forEach(function (spot) { spot.full = LEAST + (LARGEST - LEAST) * Math.sqrt(spot.p.count / most); });
    return all;
  }

  function spotOf(feature, news) {
    const id = feature.properties.id, about = news.counts[id] || 0, named = news.mentioned[id] || 0;
    const p = Object.assign({}, feature.properties, {
      count: about || named, mentioned: !about, chosen: news.chosen.includes(id), focus: news.focus === id, about: about, named: named,
    });
    const marked = p.chosen || p.focus, rank = marked ? 1 : -p.count; // the small ones lie on the large ones, those marked on all
    const at = feature.geometry.coordinates;
    return { p: p, marked: marked, latlng: L.latLng(at[1], at[0]), full: 0, r: 0, rank: rank, dx: 0, dy: 0 };
  }

  /* The nearest bubble in a direction; one that is aside counts as farther. */
  function nextOf(spots, from, way) {
    let best = null, least = Infinity;
    spots.forEach(function (spot) {
      const dx = spot.x - from.x, dy = spot.y - from.y;
      const along = dx * way[0] + dy * way[1], aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (spot === from || along <= 0 || aside > 2 * along) return;
      if (along + 2 * aside < least) { best = spot; least = along + 2 * aside; }
    });
    return best;
  }

  function amount(count) { return IN_WORDS.format(count) + (count === 1 ? " brief" : " briefs"); }

  /* The text that escaped HTML shows: an attribute is not read as HTML. */
  function text(html) {
    const box = document.createElement("textarea"); // which holds text alone, whatever is put into it
    box.innerHTML = html;
    return box.value;
  }
})();
