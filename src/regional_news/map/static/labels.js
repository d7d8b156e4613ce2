/* The names on the ground: of regions, then of councils with news, then of all, and of towns, as the zoom
 * allows. None lies on another nor on a bubble. Places are found once for each zoom, so that names stay
 * where they are while the map is dragged.
 */
(function () {
  "use strict";

  const REGIONS = [0, 8.6], NEWS = 6.4, ALL = 9.2; // zooms at which regions, councils with news and all councils are named
  const TOWNS = { 1: 5.6, 2: 6.6, 3: 7.4 }; // the zoom from which towns of a rank are named
  const FINGER = 24; // pixels, the least height at which a region's name is hit (WCAG 2.2)
  const BELOW = 450, ABOVE = 650; // bubbles lie at 600: they hide no number, hexagons leave no ground
  const LINE = 1.15; // of the size of letters, from line to line
  const STEP = 1 / 12; // of the way from a name to its land
  const GAP = 3; // pixels between names
  const RING = 4; // pixels, the radius of a ring with its halo
  const STYLES = {
    region: { font: 11, weight: 400, ink: "name", spaced: "0.8px" }, // in capitals
    council: { font: 12, weight: 600, ink: "ink" },
    quiet: { font: 11, weight: 400, ink: "ink" },
    town: { font: 11, weight: 400, ink: "town", slant: "italic " },
  };

  window.Labels = CanvasLayer.extend({
    options: { pane: "labels", className: "labels" },

    initialize: function () { this.placed = []; },

    /* Names what there is, around the spots of the bubbles. */
    arrange: function (bubbles, regions) {
      const map = this._map, zoom = map.getZoom();
      const taken = new Taken();
      this._context = this._context || document.createElement("canvas").getContext("2d");
      this.placed = [];
      const size = map.getSize(), middle = map.containerPointToLayerPoint(size.divideBy(2));
      this._seen = box(middle.x, middle.y, size.x, size.y);
      this.getPane().style.zIndex = bubbles.hexagons ? ABOVE : BELOW;
      if (!bubbles.hexagons) {
        bubbles.spots.forEach(spot => { taken.add(box(spot.x, spot.y, 2 * reach(spot) + 2, 2 * reach(spot) + 2)); });
        this._controls(taken);
      }
      this._regions(regions, bubbles, taken, zoom);
      if (bubbles.hexagons) { this._settle(); return; }
      this._councils(bubbles, taken, zoom);
      this._towns(taken, zoom);
      this._settle();
    },

    /* How far in pixels, at a zoom, the names of the councils in a box stick out of it at the left and at the right. */
    overhang: function (bubbles, box, zoom) {
      const map = this._map, context = this._context, west = map.project(box.getNorthWest(), zoom).x, east = map.project(box.getSouthEast(), zoom).x;
      dress(context, STYLES.council);
      return bubbles.councils.filter(spot => box.contains(spot.latlng)).reduce(function (most, spot) {
        const x = map.project(spot.latlng, zoom).x, half = context.measureText(wording.text(spot.p.short)).width / 2;
        return [Math.max(most[0], west - x + half), Math.max(most[1], x + half - east)];
      }, [0, 0]);
    },

    /* The name at a point of the layer that leads on: {region} or {council}, one without a bubble; null where there is none. */
    at: function (point) {
      return this.placed.find(label => (label.region || label.council) && (inside(label.finger, point) || label.dot && label.dot.distanceTo(point) < FINGER / 2)) || null;
    },

    _regions: function (regions, bubbles, taken, zoom) {
      if (zoom > REGIONS[1] || bubbles.hexagons && hexes.size(this._map) > painting.NUMBERED) return;
      const map = this._map, degree = map.project([0, 1], zoom).x - map.project([0, 0], zoom).x;
      const edge = L.bounds(Camera.ISLANDS.map(corner => map.latLngToLayerPoint(corner)));
      regions.forEach(function (region) {
        const at = map.latLngToLayerPoint(region.at(bubbles)), label = { region: region.id, kind: "region" };
        const holder = place => regions.find(each => each.holds(map.layerPointToLatLng([place.x, place.y])));
        region.forms.some(lines => this._try(Object.assign(label, { lines: lines }), around(at, bubbles.hexagons ? 0 : region.far * degree), taken, bubbles.hexagons ? null : function (place, width) {
          if (place.x - width / 2 < edge.min.x || place.x + width / 2 > edge.max.x) return false; // cut off when the whole is shown
          label.tie = landfall(place, at, holder, region);
          return Boolean(label.tie);
        }));
      }, this);
    },

    /* Keeps names from beneath the buttons and the key, where they are now. */
    _controls: function (taken) {
      const map = this._map;
      map.getContainer().querySelectorAll(".leaflet-control").forEach(function (control) {
        const at = control.getBoundingClientRect(), middle = map.containerPointToLayerPoint([at.left + at.width / 2, at.top + at.height / 2]);
        taken.add(box(middle.x, middle.y, at.width, at.height));
      });
    },

    _councils: function (bubbles, taken, zoom) {
      const shown = new Set(bubbles.councils.map(spot => spot.p.id)), rings = new Taken();
      const without = window.COUNCILS.filter(council => zoom >= ALL && !shown.has(council.id) && !council.past)
        .map(council => ({ council: council, dot: this._map.latLngToLayerPoint([council.lat, council.lon]) }));
      without.forEach(each => { rings.add(ringed(each.dot)); });
      if (zoom >= NEWS) bubbles.spots.slice().reverse().sort((a, b) => b.p.count - a.p.count).forEach(function (spot) {
        if (spot.p.kind === "council") this._try({ lines: [wording.text(spot.p.short)], kind: "council" }, beside(spot, reach(spot)), taken, null, rings);
      }, this);
      const quiet = without.filter(each => !taken.hit(ringed(each.dot)));
      quiet.forEach(each => { taken.add(ringed(each.dot)); }); // no name on another's ring
      quiet.forEach(each => this._try(Object.assign(each, { lines: [wording.text(each.council.short)], kind: "quiet" }), beside(each.dot, RING), taken) || this._ring(each));
    },

    /* A ring whose name finds no place, as a bubble's may: the mouse tells it. */
    _ring: function (each) {
      const own = ringed(each.dot);
      this.placed.push(Object.assign(each, { lines: [], box: own, finger: own }));
    },

    _towns: function (taken, zoom) {
      const known = new Set(this.placed.map(label => label.lines.join(" ")));
      window.TOWNS.forEach(function (town) {
        if (zoom < TOWNS[town.rank] || known.has(town.name)) return;
        const spot = this._map.latLngToLayerPoint([town.lat, town.lon]);
        this._try({ lines: [wording.text(town.name)], kind: "town", dot: spot }, beside(spot, 3), taken);
      }, this);
    },

    /* Puts a label at the first of some places that is free and, if that is asked, allowed, else within the frame rather than
     * beyond, and there off what is `spared` if it can be; returns whether there is one. */
    _try: function (label, places, taken, allowed, spared) {
      const style = STYLES[label.kind], context = this._context;
      dress(context, style);
      const width = Math.max.apply(null, label.lines.map(line => context.measureText(said(line, style)).width));
      const height = label.lines.length * style.font * LINE;
      const boxed = place => box(place.x + place.dx * (width / 2 + GAP), place.y + place.dy * (height / 2 + GAP), width + GAP, height + GAP);
      const free = places.filter(place => !taken.hit(boxed(place)));
      const seen = allowed ? [] : free.filter(place => within(boxed(place), this._seen));
      const best = allowed ? free.find(place => allowed(place, width)) : spared && seen.find(place => !spared.hit(boxed(place))) || seen[0] || free[0];
      if (!best) return false;
      const at = boxed(best);
      label.x = (at.left + at.right) / 2;
      label.y = (at.top + at.bottom) / 2;
      taken.add(box(label.x, label.y, width + 2 * GAP, height));
      label.box = box(label.x, label.y, width, height);
      label.finger = box(label.x, label.y, Math.max(FINGER, width + 6), Math.max(FINGER, height));
      this.placed.push(label);
      return true;
    },

    _draw: function (context) {
      const style = getComputedStyle(this._map.getContainer()), colour = name => style.getPropertyValue("--" + name).trim();
      const halo = colour("land");
      context.lineJoin = "round";
      this.placed.forEach(label => { if (label.tie) tie(context, label, colour("name")); });
      this.placed.forEach(function (label) {
        const look = STYLES[label.kind], ink = colour(look.ink);
        if (label.dot) (label.council ? ring : dot)(context, label.dot, ink, halo);
        dress(context, look);
        label.lines.forEach(function (line, i) {
          const y = label.y + (i - (label.lines.length - 1) / 2) * look.font * LINE;
          context.strokeStyle = halo;
          context.lineWidth = 3;
          context.strokeText(said(line, look), label.x, y);
          context.fillStyle = ink;
          context.fillText(said(line, look), label.x, y);
        });
      });
    },
  });

  window.Labels.ALL = ALL;
  window.Labels.TOWNS = TOWNS[1];

  /* What is taken: boxes in a grid of cells, so that each new one is compared with few. */
  function Taken() { this.cells = new Map(); }
  const CELL = 64;
  Taken.prototype.over = function (box) {
    const keys = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) keys.push(x + " " + y);
    return keys;
  };
  Taken.prototype.add = function (box) {
    this.over(box).forEach(function (key) { if (!this.cells.has(key)) this.cells.set(key, []); this.cells.get(key).push(box); }, this);
  };
  Taken.prototype.hit = function (box) {
    return this.over(box).some(key => (this.cells.get(key) || []).some(other => cross(box, other)), this);
  };

  function box(x, y, width, height) { return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }; }
  function ringed(at) { return box(at.x, at.y, 2 * RING, 2 * RING); }
  function cross(a, b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }
  function reach(spot) { return spot.r + (spot.marked ? 5 : 0); } // the ring around what is marked
  function within(a, b) { return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom; }
  function inside(box, point) { return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom; }
  function said(line, style) { return style.spaced ? line.toUpperCase() : line; }

  function dress(context, style) {
    context.font = (style.slant || "") + style.weight + " " + style.font + "px " + letters.family;
    context.letterSpacing = style.spaced || "0px";
  }

  /* Places in rings around a point, the nearest first. */
  function around(at, far) {
    const places = [{ x: at.x, y: at.y, dx: 0, dy: 0 }];
    for (let ring = 12; ring <= far; ring += 12)
      for (let turn = 0; turn < 36; turn++) {
        const angle = turn * Math.PI / 18;
        places.push({ x: at.x + ring * Math.cos(angle), y: at.y + ring * Math.sin(angle), dx: 0, dy: 0 });
      }
    return places;
  }

  /* Places right, left, above and below of a spot, and between these. */
  function beside(spot, r) {
    return [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1], [1, -0.5], [1, 0.5], [-1, -0.5], [-1, 0.5]].map(function (way) {
      return { x: spot.x + way[0] * r, y: spot.y + way[1] * r, dx: way[0], dy: way[1] };
    });
  }

  /* Where the way from a place to the middle of a region has come to its land; null where another's lies before. */
  function landfall(place, middle, holder, region) {
    const on = way => L.point(place.x + way * (middle.x - place.x), place.y + way * (middle.y - place.y));
    for (let way = 0; way < 1; way += STEP) {
      const held = holder(on(way));
      if (held) return held === region ? on(way && way + STEP) : null;
    }
    return middle;
  }

  /* A line from a name in the sea to its land. */
  function tie(context, label, ink) {
    const near = L.point(Math.max(label.box.left, Math.min(label.box.right, label.tie.x)), Math.max(label.box.top, Math.min(label.box.bottom, label.tie.y)));
    context.beginPath();
    context.moveTo(near.x, near.y);
    context.lineTo(label.tie.x, label.tie.y);
    context.strokeStyle = ink;
    context.lineWidth = 1;
    context.stroke();
  }

  /* A town. */
  function dot(context, at, ink, halo) {
    disc(context, at, 2.5, halo);
    disc(context, at, 2, ink);
  }

  /* A council without a brief: an empty bubble, as small as a bubble never is. */
  function ring(context, at, ink, halo) {
    disc(context, at, 4.25, halo);
    disc(context, at, 3.75, ink);
    disc(context, at, 2.25, halo);
  }

  function disc(context, at, r, colour) {
    context.beginPath();
    context.arc(at.x, at.y, r, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  }
})();
