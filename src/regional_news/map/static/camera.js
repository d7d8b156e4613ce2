/* Where the map stands: at home, which is what the filter found or the whole of what there is, or at
 * "south_west_north_east", a box, once somebody has moved it. At home it follows the filter; elsewhere it stays
 * as long as it shows any of what a new filter found.
 * The box of a link is the same in any frame. */
(function () {
  "use strict";

  const ISLANDS = [[49.85, -10.65], [60.87, 1.8]]; // Scilly to Shetland, Kerry to Lowestoft
  const PLACES = 4, NEAREST = 9, CLOSE = 11; // decimals of a degree; the zooms to which a move to one council goes, and to several
  const EDGE = [6, 6], FOOT = 16; // pixels around the whole, and for the sources at the foot
  const AROUND = [12, 36], MOST = 1 / 6, FREE = 14; // pixels around results, the share of the frame that their names add at most; pixels around a bubble

  /* The map's camera. `moved(words)` is called when the map has come to rest elsewhere; "" is home. */
  window.Camera = function (map, moved) {
    let hexagons = false, results = null, atHome = true, homing = false, told = ""; // homing: on the way home
    let asked = "", asking = ""; // the box of a link; asking: on the way there
    const edges = around(EDGE, [0, 0, 0]);
    const camera = { home: home, whole: whole, follow: follow, to: to, set: set, words: words, seen: seen, form: form, resized: resized };
    map.on("moveend", tell);
    map.on("movestart zoomstart", () => { atHome = homing; asked = asking; });
    limit();
    return camera;

    function home(animate) {
      homing = atHome = true;
      if (results) near(results, animate); else all(animate);
    }

    /* Shows all there is, which is home unless a filter found less. */
    function whole(animate) {
      if (!results) { home(animate); return; }
      homing = false;
      all(animate);
    }

    function all(animate) { move(() => { map.fitBounds(islands(), { paddingTopLeft: edges[0], paddingBottomRight: edges[1], animate: animate && !Camera.still() }); }); }

    function islands() { return hexagons ? hexes.bounds(map) : L.latLngBounds(ISLANDS); }

    /* Takes the box of what a filter found for home, null for the whole, and goes there if it is at home, or `lost` elsewhere. */
    function follow(box, animate, lost) {
      const same = box && results ? box.equals(results) : box === results;
      results = box;
      if (lost || atHome && !same) home(animate);
    }

    /* Goes to a box, not nearer than helps. */
    function to(box) {
      homing = false;
      near(box, true);
    }

    function near(box, animate) {
      const way = clear(box, box.getSouthWest().equals(box.getNorthEast()) ? NEAREST : CLOSE);
      if (way) move(() => { map.setView(middle(box, way), way.zoom, { animate: animate && !Camera.still() }); }); else all(animate);
    }

    /* The middle of the map that has a box in the middle of the frame, or as near to it as its padding allows. */
    function middle(box, way) {
      const frame = map.getSize(), flat = L.bounds(map.project(box.getNorthWest(), way.zoom), map.project(box.getSouthEast(), way.zoom)), half = flat.getSize().divideBy(2);
      const put = axis => Math.max(way.padding[0][axis] + half[axis], Math.min(frame[axis] - way.padding[1][axis] - half[axis], frame[axis] / 2));
      return map.unproject(flat.getCenter().add(frame.divideBy(2)).subtract(L.point(put("x"), put("y"))), way.zoom);
    }

    /* The zoom that shows a box and the names in it as large as can be beside or below the buttons and the key, and the padding for
     * it; null where it would not be larger than in the whole. */
    function clear(box, nearest) {
      const buttons = corner(".leaflet-left"), key = corner(".leaflet-right"), most = MOST * map.getSize().x;
      const names = hexagons ? [0, 0] : map.labels.overhang(map.bubbles, box, Math.min(nearest, map.getBoundsZoom(box) - 1));
      const left = Math.min(names[0], most), right = Math.min(names[1], most), edge = [AROUND[0], hexagons ? AROUND[0] : AROUND[1]];
      const ways = [[buttons.wide, 0, key.wide], [buttons.wide, key.low, 0], [0, buttons.low, key.wide], [0, Math.max(buttons.low, key.low), 0], [0, 0, 0]];
      return ways.map(function (way) {
        const padding = around(edge, [left + way[0], way[1], right + way[2]]);
        const taken = padding[0].add(padding[1]), room = map.getSize().subtract(taken);
        return { padding: padding, zoom: Math.min(room.x, room.y) > 0 ? Math.min(nearest, map.getBoundsZoom(box, false, taken)) : 0 };
      }).filter((way, i) => i < 4 || !hexagons && bare(box, way)).reduce((best, way) => way.zoom > (best ? best.zoom : map.getMinZoom()) ? way : best, null);
    }

    /* Whether no bubble in a box comes to lie beneath a button or the key. */
    function bare(box, way) {
      const corner = map.project(middle(box, way), way.zoom).subtract(map.getSize().divideBy(2));
      const there = map.bubbles.councils.filter(spot => box.contains(spot.latlng)).map(spot => map.project(spot.latlng, way.zoom).subtract(corner));
      return Array.from(map.getContainer().querySelectorAll(".leaflet-top .leaflet-control"), control => control.getBoundingClientRect())
        .every(at => there.every(spot => spot.x < at.left - FREE || spot.x > at.right + FREE || spot.y < at.top - FREE || spot.y > at.bottom + FREE));
    }

    /* How far controls reach into the frame from its side and from its top. */
    function corner(side) {
      const there = map.getContainer().querySelector(".leaflet-top" + side);
      return { wide: there.offsetWidth, low: there.offsetTop + there.offsetHeight };
    }

    /* The padding at top left and at bottom right; `taken` are the pixels at the left, the top and the right. */
    function around(edge, taken) { return [L.point(edge[0] + taken[0], edge[1] + taken[1]), L.point(edge[0] + taken[2], edge[1] + FOOT)]; }

    function move(go) { if (map.bubbles.zooming) map.once("zoomend", go); else go(); } // else Leaflet forgets it

    /* Goes to the box in words; all else is home. */
    function set(words) {
      const box = boxOf(words);
      if (!box) { if (!atHome) home(false); return; }
      homing = false;
      told = asking = spelt(box);
      map.fitBounds(box, { animate: false });
    }

    function words() {
      return atHome ? "" : seen();
    }

    /* The box in sight, at home, too. */
    function seen() { return asked || spelt(map.getBounds()); }

    /* A box in words, as the server spells it. */
    function spelt(box) { return [box.getSouthWest(), box.getNorthEast()].map(at => at.lat.toFixed(PLACES) + "_" + at.lng.toFixed(PLACES)).join("_"); }

    function boxOf(words) {
      const at = words.split("_").map(Number);
      return at.length === 4 && at.every(Number.isFinite) ? L.latLngBounds([at.slice(0, 2), at.slice(2)]) : null;
    }

    function tell() {
      homing = false;
      asking = "";
      const now = words();
      if (now !== told) { told = now; moved(now); }
      map.fire("rested");
    }

    /* Takes up the view of the map or of the hexagons, which are places of their own. */
    function form(isHexagons) {
      if (hexagons === isHexagons) return;
      hexagons = isHexagons;
      results = null;
      limit();
      home(false);
    }

    /* Lets nobody zoom out farther than to where the whole fits. */
    function limit() {
      map.options.minZoom = 0;
      map.options.minZoom = map.getBoundsZoom(islands(), false, edges[0].add(edges[1])) || 0; // no number for a frame without size
    }

    function resized() {
      const was = homing = atHome;
      map.invalidateSize({ animate: false });
      limit();
      if (was) home(false); else if (asked) set(asked); else if (map.getZoom() < map.getMinZoom()) map.setZoom(map.getMinZoom(), { animate: false });
    }
  };
  window.Camera.ISLANDS = ISLANDS;
  window.Camera.still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
})();
