/* The bubbles of the map, or its hexagons: painted on a canvas, because the browser takes ten times as long
 * for as many elements. One element, the handle, stands for the one that the keyboard is at: the arrow
 * keys lead from one to the next.
 */
(function () {
  "use strict";

  const ROOM = 12; // pixels around its middle in which a small bubble, too, is hit (WCAG 2.2)
  const MARGIN = 60; // pixels around the frame in which what is painted may still be seen
  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  /* A layer for a map. `point(spot)` is called with the spot that the keyboard is at, or null. It fires
   * "arranged" once its spots have their places: x, y and r in pixels of the layer. */
  window.Bubbles = CanvasLayer.extend({
    initialize: function (point) {
      this._point = point;
      this.spots = [];
      this.councils = []; // a spot for each council, before any are joined
      this.hexagons = false;
      this._hovered = this._current = this.selected = "";
    },

    onAdd: function (map) {
      CanvasLayer.prototype.onAdd.call(this, map);
      this._handle = L.DomUtil.create("button", "handle", map.getPane("markerPane"));
      this._handle.type = "button";
      this._handle.setAttribute("aria-description", "Arrow keys lead to the others on the map, Enter opens");
      L.DomEvent.on(this._handle, { keydown: this._step, focus: this._show, blur: this._leave }, this);
    },

    /* Shows the bubbles of the news, and no others. */
    show: function (news) {
      const map = this._map;
      this.hexagons = news.form === "hexes";
      this.news = news;
      this.councils = window.spots.of(news, this.hexagons ? Object.keys(window.HEXES) : null);
      if (this.hexagons) this.councils.forEach(spot => { spot.latlng = hexes.at(map, spot.p.id); spot.shape = "hexagon"; });
      this.most = this.councils.reduce((most, spot) => Math.max(most, spot.shape === "hexagon" ? spot.p.about : spot.p.count), 0);
      this._look = null;
      this._settle();
    },

    /* The box around the councils that the briefs are about, if there are any. */
    bounds: function (ids) {
      const there = this._those(ids);
      if (!there.length) return null;
      if (this.hexagons) return hexes.bounds(this._map, there.map(spot => spot.p.id));
      return L.latLngBounds(there.map(spot => spot.latlng));
    },

    /* Whether there are such councils, and all lie beyond what the map shows. */
    beyond: function (ids) {
      const there = this._those(ids), seen = this._map.getBounds();
      return there.length > 0 && !there.some(spot => seen.contains(spot.latlng));
    },

    _those: function (ids) {
      const wanted = ids && new Set(ids);
      return this.councils.filter(spot => wanted ? wanted.has(spot.p.id) : spot.p.count);
    },

    /* The spot at a point of the layer: the one on top, else the nearest within a finger's width. */
    at: function (point) {
      let nearest = null, least = ROOM;
      for (let i = this.spots.length - 1; i >= 0; i--) {
        const spot = this.spots[i], away = Math.hypot(spot.x - point.x, spot.y - point.y);
        if (away <= spot.r * (this.hexagons ? 0.9 : 1)) return spot;
        if (away < least) { nearest = spot; least = away; }
      }
      return this.hexagons ? null : nearest;
    },

    /* Paints what the mouse is at brighter than the others. */
    hover: function (spot) {
      const id = spot ? spot.p.id : "";
      if (id === this._hovered) return;
      this._hovered = id;
      this.paint();
    },

    /* Marks a council that somebody selected here; "" marks none. */
    select: function (id) {
      this.selected = id;
      if (id) this._current = (this.of(id) || { p: { id: this._current } }).p.id;
      this.paint();
      this._name();
    },

    note: function (spot) { return window.spots.note(spot.p); },

    handles: function (element) { return element === this._handle ? this._find(this._current) : null; },

    /* Gives the keyboard back to the handle, and shows no card for it. */
    focus: function () {
      this._quiet = true;
      this._handle.focus({ preventScroll: true });
      this._quiet = false;
    },

    /* The spot that shows a council, alone or among several. */
    of: function (id) { return this.spots.find(spot => spot.p.members.includes(id)); },

    _find: function (id) { return this.spots.find(spot => spot.p.id === id); },

    /* Finds places anew: where zoom or news change. Otherwise the canvas only moves along with the map. */
    _settle: function () {
      if (!this.news) return;
      const held = this._find(this._current), at = held && held.p.members[0];
      this.spots = this.hexagons ? this._honeycomb() : this._apart();
      const next = at && this.of(at) || this.spots.find(spot => spot.marked) || this.spots[this.spots.length - 1];
      this._current = next ? next.p.id : "";
      this.fire("arranged");
      CanvasLayer.prototype._settle.call(this);
      this._name();
    },

    _honeycomb: function () {
      const map = this._map, r = hexes.size(map);
      this.councils.forEach(function (spot) { Object.assign(spot, map.latLngToLayerPoint(spot.latlng), { r: r }); });
      return this.councils.slice().sort((a, b) => Number(a.marked) - Number(b.marked));
    },

    /* The small ones lie on the large ones, those marked on all. */
    _apart: function () {
      const map = this._map, zoom = map.getZoom(), news = this.news, radius = sizes.of(this.most, zoom);
      const items = this.councils.map(function (spot) {
        const at = map.project(spot.latlng, zoom);
        return { id: spot.p.id, x: at.x, y: at.y, count: spot.p.count, region: spot.p.region, spot: spot };
      });
      return clusters(items, radius).map(function (group) {
        const all = group.members.map(item => item.spot);
        const latlng = group.members.find(item => item.id === group.key).spot.latlng;
        const spot = all.length === 1 ? all[0] : window.spots.joined(all, latlng, news);
        return Object.assign(spot, map.latLngToLayerPoint(latlng), { r: group.r });
      }).sort((a, b) => a.marked - b.marked || b.r - a.r);
    },

    paint: function () {
      this._look = this._look || painting.look(this._map.getContainer());
      if (!this._look) return; // painted when the style sheet is there
      CanvasLayer.prototype.paint.call(this);
      this._place();
    },

    _draw: function (context, size, corner) {
      const seen = L.bounds(corner.subtract([MARGIN, MARGIN]), corner.add(size).add([MARGIN, MARGIN]));
      const near = this.spots.filter(spot => seen.contains([spot.x, spot.y]));
      painting.paint(context, near, this._look, { hovered: this._hovered, selected: this.selected, most: this.most });
      if (this.hexagons) painting.walls(context, near, this._look);
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
      this._handle.setAttribute("aria-label", wording.text(spot.p.name) + " " + this.note(spot));
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
      if (!this._quiet) this._point(spot);
    },

    _leave: function () { this._point(null); },
  });

  /* The nearest spot in a direction; one that is aside counts as farther. */
  function nextOf(spots, from, way) {
    let best = null, least = Infinity;
    spots.forEach(function (spot) {
      const dx = spot.x - from.x, dy = spot.y - from.y;
      const along = dx * way[0] + dy * way[1], aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (spot === from || along <= 0 || aside > 3 * along) return;
      if (along + 2 * aside < least) { best = spot; least = along + 2 * aside; }
    });
    return best;
  }
})();
