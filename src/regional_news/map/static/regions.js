/* The ground: outlines of the regions, their shading, and thin lines of counties when one is near.
 * A region is chosen by its name or, with a mouse, by its edge. */
(function () {
  "use strict";

  const COUNTIES_FROM = 7.4; // the zoom from which the lines of counties help
  const EDGE = 9; // pixels, the width in which an edge is hit
  const INLAND = new Set(["london", "west-midlands", "east-midlands"]); // whose names would mislead far from them: degrees of longitude
  const UNNAMED = "crown-dependencies"; // which lie in three places
  const LONG = 13; // letters from which a name takes two lines

  /* A layer of REGION_OUTLINES; `names` maps a region's id to its name. */
  window.Regions = L.LayerGroup.extend({
    initialize: function () {
      L.LayerGroup.prototype.initialize.call(this);
      this.names = {};
      const names = this.names;
      window.REGION_OUTLINES.features.forEach(feature => { names[feature.properties.id] = wording.text(feature.properties.label); });
    },

    onAdd: function (map) {
      this.outlines = L.geoJSON(window.REGION_OUTLINES, { interactive: false, style: { className: "region" } });
      this.edges = L.geoJSON(window.REGION_OUTLINES, { style: { className: "edge", weight: EDGE, fill: false } });
      this.counties = L.geoJSON(window.COUNTIES, { interactive: false, style: { className: "county", fill: false } });
      this.addLayer(this.outlines).addLayer(this.edges);
      L.LayerGroup.prototype.onAdd.call(this, map);
      map.on("zoomend", this.near, this);
      this.labels = this.outlines.getLayers().map(labelOf).filter(label => label.id !== UNNAMED);
    },

    /* Shows the outlines, or hides them under hexagons. */
    visible: function (is) {
      [this.outlines, this.edges].forEach(function (layer) { if (is) this.addLayer(layer); else this.removeLayer(layer); }, this);
      this.shown = is;
      this.near();
    },

    near: function () {
      const wanted = Boolean(this.shown) && this._map.getZoom() >= COUNTIES_FROM;
      if (wanted === this.hasLayer(this.counties)) return;
      if (wanted) this.addLayer(this.counties); else this.removeLayer(this.counties);
    },

    /* Shades regions by their briefs and marks those that are chosen. */
    shade: function (shades, chosen) {
      const most = this.most = shades ? Math.max.apply(null, Object.values(shades).concat(1)) : 0;
      this.even = Boolean(shades) && new Set(this.labels.map(label => shades[label.id] || 0)).size === 1; // a shade would tell nothing
      this.shades = shades;
      this.outlines.eachLayer(layer => {
        const id = layer.feature.properties.id, count = shades ? shades[id] || 0 : 0, path = layer.getElement();
        if (!path) return;
        path.style.setProperty("--share", shades && count && !this.even ? 0.12 + 0.55 * count / most : 0);
        path.classList.toggle("chosen", chosen.includes(id));
        if (chosen.includes(id)) layer.bringToFront();
      });
    },

    /* The box around a region; null for one that has no outline. */
    box: function (id) {
      const there = this.outlines.getLayers().find(layer => layer.feature.properties.id === id);
      return there ? there.getBounds() : null;
    },

    /* A region's name, with its briefs where they are known. */
    say: function (id) { return this.names[id] + (this.shades ? ": " + wording.briefs(this.shades[id] || 0) : ""); },

    /* The region whose edge an element of the page is; "" for all others. */
    of: function (element) {
      const hit = this.edges.getLayers().find(layer => layer.getElement() === element);
      return hit ? hit.feature.properties.id : "";
    },
  });

  /* A region's name in lines, and where it is to stand: in the middle of its largest part, or of its hexagons. */
  function labelOf(layer) {
    const p = layer.feature.properties, rings = ringsOf(layer.getLatLngs()), middle = largest(rings), name = wording.text(p.label);
    return {
      id: p.id, forms: [lines(name), narrow(name)], far: INLAND.has(p.id) ? 0.75 : 3.5, holds: at => layer.getBounds().contains(at) && holds(rings, at),
      at: function (bubbles) {
        const own = bubbles.hexagons ? bubbles.councils.filter(spot => spot.p.region === p.id) : [];
        return own.length ? inner(own) : middle;
      },
    };
  }

  /* The hexagon that is nearest to the middle of some. */
  function inner(spots) {
    const lat = mean(spots, "lat"), lng = mean(spots, "lng");
    const away = spot => Math.hypot(spot.latlng.lat - lat, spot.latlng.lng - lng);
    return spots.reduce((best, spot) => away(spot) < away(best) ? spot : best).latlng;
  }

  function mean(spots, axis) { return spots.reduce((sum, spot) => sum + spot.latlng[axis], 0) / spots.length; }

  function lines(name) {
    if (name.length < LONG) return [name];
    const spaces = Array.from(name.matchAll(/ /g), match => match.index);
    const best = spaces.reduce((best, at) => Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best, spaces[0]);
    return best === undefined ? [name] : [name.slice(0, best), name.slice(best + 1)];
  }

  /* A name as narrow as its longest word. */
  function narrow(name) {
    const words = name.split(" "), most = Math.max.apply(null, words.map(word => word.length));
    return words.slice(1).reduce((lines, word) => (lines[0] + word).length < most ? [lines[0] + " " + word].concat(lines.slice(1)) : [word].concat(lines), [words[0]]).reverse();
  }

  function largest(rings) {
    const most = rings.reduce((best, ring) => ring.length > best.length ? ring : best);
    let area = 0, lat = 0, lng = 0;
    most.forEach(function (a, i) {
      const b = most[(i + 1) % most.length], part = a.lng * b.lat - b.lng * a.lat;
      area += part; lng += (a.lng + b.lng) * part; lat += (a.lat + b.lat) * part;
    });
    return L.latLng(lat / (3 * area), lng / (3 * area));
  }

  /* Whether a place lies within an odd number of rings. */
  function holds(rings, at) {
    let inside = false;
    rings.forEach(function (ring) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
        if (ring[i].lat > at.lat !== ring[j].lat > at.lat && at.lng < (ring[j].lng - ring[i].lng) * (at.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) + ring[i].lng) inside = !inside;
    });
    return inside;
  }

  function ringsOf(parts) { return parts.flatMap(part => part[0] && part[0].lat !== undefined ? [part] : ringsOf(part)); }
})();
