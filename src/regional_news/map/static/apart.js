/* Moves the circles of a crowded map apart, no farther from home than a finger's width or so. */
(function () {
  "use strict";

  const FINGER = 24; // pixels of room around the middle of each circle, so that it can be hit (WCAG 2.2)
  const SMALLEST = 0.4; // what is left of a circle's size where there is no room
  const LAND = 0.4; // how much of the box around all homes may be covered: much of it is sea
  const FARTHEST = 42; // pixels that a circle of full size may be moved from its home
  const ROUNDS = 96, FEW = 8; // rounds of pushing where there is room for all, and where there is not
  const SEEN = 0.5; // pixels of overlap that the eye sees

  /* Sets x, y and r of each spot, {home: {x, y}, full}, in pixels: where there is room, r is its full
   * radius. Equal spots give equal places.
   *
   * Five hundred circles have some twenty thousand pairs to look at in each round, so the numbers
   * stand in arrays of their own: as properties of spots they take five times as long. */
  window.standApart = function (spots) {
    const scale = scaleFor(spots);
    spots.forEach(function (spot) { spot.r = spot.full * scale; });
    const x = Float64Array.from(spots, function (spot) { return spot.home.x; });
    const y = Float64Array.from(spots, function (spot) { return spot.home.y; });
    const pairs = neighbours(spots, FINGER * scale, FARTHEST * scale);
    for (let round = scale < 1 ? FEW : ROUNDS; round && push(pairs, x, y); round--)
      spots.forEach(function (spot, i) { leash(spot.home, FARTHEST * scale, x, y, i); });
    spots.forEach(function (spot, i) { spot.x = x[i]; spot.y = y[i]; });
  };

  /* How large the circles can be so that they fit beside each other: 1 where there is room. */
  function scaleFor(spots) {
    if (spots.length < 9) return 1;
    const size = L.bounds(spots.map(function (spot) { return L.point(spot.home); })).getSize(), box = size.x * size.y;
    const covered = spots.reduce(function (sum, spot) { return sum + 4 * spot.full * spot.full; }, 0);
    return Math.max(SMALLEST, Math.min(1, Math.sqrt(LAND * box / covered)));
  }

  /* The pairs that could come to touch, as {first, second, near}: all others are too far apart for ever. */
  function neighbours(spots, finger, farthest) {
    const home = spots.map(function (spot, i) { return { x: spot.home.x, y: spot.home.y, r: spot.r, i: i }; });
    home.sort(function (a, b) { return a.x - b.x; });
    const largest = Math.max.apply(null, home.map(function (each) { return each.r; }).concat(0));
    const first = [], second = [], near = [];
    for (let i = 0; i < home.length; i++) {
      const a = home[i], last = a.x + room(a.r, finger) + room(largest, finger) + 2 * farthest;
      for (let j = i + 1; j < home.length && home[j].x < last; j++) {
        const b = home[j], touching = room(a.r, finger) + room(b.r, finger), reach = touching + 2 * farthest;
        const dx = b.x - a.x, dy = b.y - a.y;
        if (dx * dx + dy * dy >= reach * reach) continue;
        first.push(a.i); second.push(b.i); near.push(touching);
      }
    }
    return { first: Int32Array.from(first), second: Int32Array.from(second), near: Float64Array.from(near) };
  }

  function room(r, finger) { return Math.max(r + 0.5, finger / 2); }

  /* Moves each pair that touches half the way apart; returns whether the eye can see that they did. */
  function push(pairs, x, y) {
    const first = pairs.first, second = pairs.second, near = pairs.near;
    let moved = false;
    for (let k = 0; k < near.length; k++) {
      const a = first[k], b = second[k];
      let dx = x[b] - x[a], dy = y[b] - y[a];
      const square = dx * dx + dy * dy;
      if (square >= near[k] * near[k]) continue;
      const distance = Math.sqrt(square);
      if (distance < 0.01) { dx = Math.cos(k); dy = Math.sin(k); } // at one place: any way will do
      const share = (near[k] - distance) / 2 / (distance || 1);
      x[a] -= dx * share; y[a] -= dy * share; x[b] += dx * share; y[b] += dy * share;
      if (near[k] - distance > SEEN) moved = true;
    }
    return moved;
  }

  function leash(home, farthest, x, y, i) {
    const dx = x[i] - home.x, dy = y[i] - home.y, far = Math.sqrt(dx * dx + dy * dy);
    if (far > farthest) { x[i] = home.x + dx / far * farthest; y[i] = home.y + dy / far * farthest; }
  }
})();
