/* Where the map stands: the whole of what there is, or "lat_lon_zoom" once somebody has moved it. */
(function () {
  "use strict";

  const ISLANDS = [[49.85, -10.65], [60.87, 1.8]]; // Scilly to Shetland, Kerry to Lowestoft
  const PLACES = 4, NEAREST = 9; // decimals of a degree; the zoom to which a move to a few councils goes
  const PADDING = [30, 30], EDGE = [6, 6], FOOT = 16; // pixels around results, around the whole, and for the sources at the foot

  /* The map's camera. `moved(words)` is called when the map has come to rest elsewhere; "" is the whole map. */
  window.Camera = function (map, moved) {
    let hexagons = false, whole = true, homing = false, told = ""; // homing: on the way to the whole
    const camera = { whole: showWhole, to: to, set: set, words: words, form: form, resized: resized };
    map.on("moveend", tell);
    map.on("movestart zoomstart", function () { whole = homing; });
    return camera;

    function bounds() { return hexagons ? hexes.bounds(map) : L.latLngBounds(ISLANDS); }

    function showWhole(animate) {
      homing = whole = true;
      move(bounds(), EDGE, undefined, animate);
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

    /* Goes where words say, "51.5_-0.12_9.5"; all else is the whole map. */
    function set(words) {
      const parts = String(words).split("_").map(Number);
      if (parts.length !== 3 || !parts.every(Number.isFinite)) { if (!whole) showWhole(false); return; }
      told = words;
      whole = homing = false;
      map.setView([parts[0], parts[1]], parts[2], { animate: false });
    }

    function words() {
      if (whole) return "";
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
      showWhole(false);
    }

    function resized() {
      const was = homing = whole;
      map.invalidateSize({ animate: false });
      if (was) showWhole(false);
    }
  };
  window.Camera.ISLANDS = ISLANDS;
})();
