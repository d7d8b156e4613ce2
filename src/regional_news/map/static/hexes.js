/* Every council the same: where its hexagon lies. The grid takes the place of the islands on the map, so
 * that panning, zooming and pointing are the map's own. HEXES maps a council's id to column and row,
 * rows from south to north; a row of odd number stands half a cell to the east. */
(function () {
  "use strict";

  const ROW = Math.sqrt(3) / 2, NORTH = 60.6, SOUTH = 49.8, MIDDLE = -4.4; // degrees that the grid takes
  const SIDES = [[1, 0], [1, 1], [0, 1], [-1, 0], [0, -1], [1, -1]]; // neighbours of a cell in an even row, east first, turning north
  const BY = 0.5; // of a cell, around the grid

  window.hexes = { at: at, size: size, bounds: bounds, walls: walls };

  let grid = null;

  /* The measures of the grid on the map as it is at zoom 0. */
  function measures(map) {
    if (grid) return grid;
    const cells = Object.values(window.HEXES), xs = cells.map(across), rows = cells.map(cell => cell[1]);
    const top = map.project([NORTH, MIDDLE], 0), bottom = map.project([SOUTH, MIDDLE], 0);
    const unit = (bottom.y - top.y) / ((Math.max.apply(null, rows) - Math.min.apply(null, rows)) * ROW + 1);
    const centre = (Math.max.apply(null, xs) + Math.min.apply(null, xs)) / 2;
    grid = { unit: unit, left: top.x - centre * unit, base: bottom.y - unit / 2 - Math.min.apply(null, rows) * -ROW * unit };
    return grid;
  }

  function across(cell) { return cell[0] + (cell[1] % 2) / 2; }

  function flat(map, cell) {
    const grid = measures(map);
    return L.point(grid.left + across(cell) * grid.unit, grid.base - cell[1] * ROW * grid.unit);
  }

  /* The middle of a council's hexagon as a place on the map; null for one that has none. */
  function at(map, id) {
    const cell = window.HEXES[id];
    return cell ? map.unproject(flat(map, cell), 0) : null;
  }

  /* How far it is from the middle of a hexagon to its corners, in pixels. */
  function size(map) { return measures(map).unit * map.getZoomScale(map.getZoom(), 0) / Math.sqrt(3); }

  /* The box around the hexagons of some councils, or of all. */
  function bounds(map, ids) {
    const far = measures(map).unit * BY;
    const box = L.bounds((ids || Object.keys(window.HEXES)).map(id => flat(map, window.HEXES[id])));
    return L.latLngBounds([box.min.subtract([far, far]), box.max.add([far, far])].map(corner => map.unproject(corner, 0)));
  }

  /* The sides of hexagons where a region ends: {id, side}; side 0 is the east, turning north. */
  function walls(regionOf) {
    const owner = new Map(Object.entries(window.HEXES).map(entry => [entry[1].join(), regionOf(entry[0])]));
    return Object.entries(window.HEXES).flatMap(function (entry) {
      const own = regionOf(entry[0]), cell = entry[1], odd = Math.abs(cell[1] % 2);
      return SIDES.map(function (side, i) {
        const shift = side[1] ? odd - 1 : 0, other = owner.get([cell[0] + side[0] + shift, cell[1] + side[1]].join());
        return other !== own && { id: entry[0], side: i };
      }).filter(Boolean);
    });
  }
})();
