/* Where the map stands: at home, which is what the filter found or the whole of what there is, or at
 * "lat_lon_zoom" once somebody has moved it. At home it follows the filter; elsewhere it stays. */
(function () {
  "use strict";

  const ISLANDS = [[49.85, -10.65], [60.87, 1.8]]; // Scilly to Shetland, Kerry to Lowestoft
  const PLACES = 4, NEAREST = 9; // decimals of a degree; the zoom to which a move to a few councils goes
  const PADDING = [52, 36], EDGE = [6, 6], FOOT = 16; // pixels around results, around the whole, and for the sources at the foot

  /* The map's camera. `moved(words)` is called when the map has come to rest elsewhere; "" is home. */
  window.Camera = function (map, moved) {
    let hexagons = false, results = null, atHome = true, homing = false, told = ""; // homing: on the way home
    const camera = { home: home, whole: whole, follow: follow, to: to, set: set, words: words, form: form, resized: resized };
    map.on("moveend", tell);
    map.on("movestart zoomstart", function () { atHome = homing; });
    return camera;

    function home(animate) {
      homing = atHome = true;
      if (results) move(results, PADDING, NEAREST, animate); else all(animate);
    }

    /* Shows all there is, which is home unless a filter found less. */
    function whole(animate) {
      if (!results) { home(animate); return; }
      homing = false;
      all(animate);
    }

    function all(animate) { move(hexagons ? hexes.bounds(map) : L.latLngBounds(ISLANDS), EDGE, undefined, animate); }

    /* Takes the box of what a filter found for home, null for the whole, and goes there if it is at home. */
    function follow(box, animate) {
      if (box && results ? box.equals(results) : box === results) return;
      results = box;
      if (atHome) home(animate);
    }

    /* Goes to a box, not nearer than helps. */
    function to(box, nearest) {
      homing = false;
      move(box, PADDING, nearest || NEAREST, true);
    }

    function move(box, padding, maxZoom, animate) {
      const still = !animate || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (map.bubbles.zooming) { map.once("zoomend", function () { move(box, padding, maxZoom, animate); }); return; } // else Leaflet forgets it
      map.fitBounds(box, { maxZoom: maxZoom, paddingTopLeft: padding, paddingBottomRight: [padding[0], padding[1] + FOOT], animate: !still });
    }

    /* Goes where words say, "51.5_-0.12_9.5"; all else is home. */
    function set(words) {
      const parts = String(words).split("_").map(Number);
      if (parts.length !== 3 || !parts.every(Number.isFinite)) { if (!atHome) home(false); return; }
      told = words;
      atHome = homing = false;
      map.setView([parts[0], parts[1]], parts[2], { animate: false });
    }

    function words() {
      if (atHome) return "";
      const at = map.getCenter();
      return [at.lat.toFixed(PLACES), at.lng.toFixed(PLACES), Number(map.getZoom().toFixed(2))].join("_");
    }

    function tell() {
      homing = false;
      const now = words();
      if (now !== told) { told = now; moved(now); }
      map.fire("rested");
    }

    /* Takes up the view of the map or of the hexagons, which are places of their own. */
    function form(isHexagons) {
      if (hexagons === isHexagons) return;
      hexagons = isHexagons;
      results = null;
      home(false);
    }

    function resized() {
      const was = homing = atHome;
      map.invalidateSize({ animate: false });
      if (was) home(false);
    }
  };
  window.Camera.ISLANDS = ISLANDS;
})();
