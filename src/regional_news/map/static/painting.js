/* How bubbles and hexagons look, on a canvas. A spot is {p, marked, x, y, r, shape, tone, words}, in pixels of the
 * layer; a look has the colours. */
(function () {
  "use strict";

  const NAMES = ["bubble", "number", "chosen", "paper", "ink", "rim", "land", "edge", "empty", "circle", "square", "triangle", "other", "new", "recent", "old", "name"];
  const DARK_INK = new Set(["recent", "old", "hollow", "past"]); // tones on which the number is in ink
  const SQUARE = Math.sqrt(Math.PI) / 2, TRIANGLE = 1.35; // of a circle's radius, for about its area
  const FAINTEST = 0.3; // what a hexagon with one brief has of the full colour
  const NAMED = 26, NUMBERED = 12, SIGNED = 6; // pixels: from which radius on a hexagon has room for a name, a number, a sign
  const SMALLEST = 8; // pixels: the letters of a name that is long
  const SIGNS = { circle: "●", square: "■", triangle: "▲" };

  window.painting = { look: look, paint: paint, walls: walls, NUMBERED: NUMBERED, share: share, fitted: fitted };

  /* Paints spots in the order given; `state` says what is hovered, selected, and the most briefs of one. */
  function paint(context, spots, look, state) {
    spots.forEach(function (spot) {
      const own = spot.marked || spot.p.members.includes(state.selected);
      const lit = spot.p.id === state.hovered;
      if (spot.shape === "hexagon") hexagon(context, spot, look, own, lit, state.most);
      else bubble(context, spot, look, own, lit);
    });
  }

  /* The colours, which the style sheet has for light and dark; null until that has come. */
  function look(container) {
    const style = getComputedStyle(container), colours = {};
    if (!style.getPropertyValue("--bubble")) return null;
    NAMES.forEach(name => { colours[name] = style.getPropertyValue("--" + name).trim(); });
    return colours;
  }

  function bubble(context, spot, look, marked, lit) {
    const tone = marked ? look.chosen : look[spot.tone] || look.bubble, edge = Math.min(1.5, spot.r / 5);
    if (marked) { fill(context, spot, spot.r + 5, look.chosen); fill(context, spot, spot.r + 2.5, look.paper); }
    if (spot.p.members.length > 1) { // of several councils: a rim around
      context.globalAlpha = 0.35;
      fill(context, spot, spot.r, tone);
      context.globalAlpha = 1;
      const rim = spot.r < 11 ? 1.5 : 3;
      fill(context, spot, spot.r - rim, look.paper);
      filled(context, spot, spot.r - rim - 1, look, tone);
    } else {
      fill(context, spot, spot.r + 0.5, spot.tone === "old" || spot.tone === "recent" ? look.name : look.rim);
      fill(context, spot, spot.r, look.paper);
      filled(context, spot, spot.r - edge, look, tone);
    }
    if (lit) fill(context, spot, spot.r - edge, "rgba(255, 255, 255, 0.22)");
    const narrow = spot.shape === "triangle", ink = DARK_INK.has(spot.tone) && !(marked && look[spot.tone]) ? look.ink : look.number;
    write(context, spot.words, spot.x, spot.y + (narrow ? 0.36 * spot.r : 0.5), 2 * spot.r - 4, ink, Math.max(9, Math.min(12, (narrow ? 1.1 : 1.5) * spot.r)));
  }

  function filled(context, spot, r, look, tone) {
    if (spot.tone !== "hollow" && spot.tone !== "past") { fill(context, spot, r, tone); return; }
    if (spot.tone === "hollow") context.setLineDash([4, 3]);
    outline(context, spot, r - 0.5);
    stroke(context, tone === undefined ? look.bubble : tone, 1.5);
    context.setLineDash([]);
  }

  /* What a hexagon has of the full colour, which is that of the most briefs. */
  function share(count, most) { return most > 1 ? FAINTEST + (1 - FAINTEST) * Math.sqrt((count - 1) / (most - 1)) : 1; }

  function hexagon(context, spot, look, marked, lit, most) {
    const p = spot.p, r = spot.r - Math.min(1, spot.r / 12);
    const full = p.count && spot.tone === "bubble" ? share(p.count, most) : 1;
    fill(context, spot, r, p.count ? look.paper : look.empty);
    if (p.count && spot.tone !== "hollow") { context.globalAlpha = full; fill(context, spot, r, look[spot.tone]); context.globalAlpha = 1; }
    if (p.count && spot.tone === "hollow") { outline(context, spot, r - 1.5); stroke(context, look.bubble, 1.5); }
    if (lit || marked) { outline(context, spot, r - 1); stroke(context, marked ? look.chosen : look.ink, marked ? 3 : 2); }
    const onDark = p.count && spot.tone !== "hollow" && !DARK_INK.has(spot.tone) && full > 0.55, ink = onDark ? look.number : look.ink;
    const sign = SIGNS[spot.tone] || spot.tone === "recent" || spot.tone === "new", words = p.count ? SIGNS[spot.tone] || spot.words : "";
    if (spot.r < (sign ? SIGNED : NUMBERED)) return;
    const named = spot.r >= NAMED && name(context, spot, ink, words ? 2 : 3);
    if (named) write(context, words, spot.x, spot.y + 0.45 * spot.r, 1.2 * spot.r, ink, 12);
    else write(context, words, spot.x, spot.y, 1.6 * spot.r, ink, Math.min(12, 0.85 * spot.r));
  }

  /* Writes a council's name within its hexagon, in so many lines at most; returns whether there is room for it. */
  function name(context, spot, ink, most) {
    const room = 1.68 * spot.r, text = fitted(context, wording.text(spot.p.short), room, Math.max(10, Math.min(13, spot.r / 3.2)), most);
    text.lines.forEach((line, i) => { write(context, line, spot.x, spot.y - (text.lines.length > 1 ? 0.38 : 0.2) * spot.r + i * text.size * 1.1, room, ink, text.size); });
    return text.lines.length > 0;
  }

  /* The lines that words take, and the size of their letters: smaller, or none, before they are cut. */
  function fitted(context, words, room, size, most) {
    let lines = broken(context, words, room, size, most);
    const tooLong = () => lines.some(line => context.measureText(line).width > room);
    while (size > SMALLEST && tooLong()) lines = broken(context, words, room, size = Math.max(SMALLEST, size - 0.5), most);
    return { size: size, lines: tooLong() ? [] : lines };
  }

  /* Words in lines, broken after a space or a hyphen. */
  function broken(context, words, room, size, most) {
    const lines = [];
    context.font = "600 " + size + "px " + letters.family;
    words.match(/[^ -]+[ -]*/g).forEach(function (word) {
      const last = lines.length - 1, longer = lines.length ? lines[last] + word : word;
      if (lines.length && (context.measureText(longer.trim()).width <= room || lines.length === most)) lines[last] = longer;
      else lines.push(word);
    });
    return lines.map(line => line.trim());
  }

  /* The lines where regions end, over the hexagons. */
  function walls(context, spots, look) {
    const at = new Map(spots.map(spot => [spot.p.id, spot]));
    const region = new Map(window.COUNCILS.map(council => [council.id, council.region]));
    context.beginPath();
    hexes.walls(id => region.get(id)).forEach(function (wall) {
      const spot = at.get(wall.id);
      if (!spot) return;
      const from = corner(spot, wall.side - 0.5), to = corner(spot, wall.side + 0.5);
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    });
    context.lineCap = "round";
    stroke(context, look.ink, 1.5);
  }

  function corner(spot, turn) {
    const angle = turn * Math.PI / 3;
    return { x: spot.x + spot.r * Math.cos(angle), y: spot.y - spot.r * Math.sin(angle) };
  }

  function write(context, words, x, y, room, ink, size) {
    context.font = "600 " + (size || 12) + "px " + letters.family;
    if (!words || context.measureText(words).width > room) return;
    context.fillStyle = ink;
    context.fillText(words, x, y);
  }

  function outline(context, spot, r) {
    const x = spot.x, y = spot.y;
    context.beginPath();
    if (spot.shape === "square") context.rect(x - r * SQUARE, y - r * SQUARE, 2 * r * SQUARE, 2 * r * SQUARE);
    else if (spot.shape === "triangle") polygon(context, x, y + r * 0.2, r * TRIANGLE, 3, -Math.PI / 2);
    else if (spot.shape === "hexagon") polygon(context, x, y, r, 6, -Math.PI / 2);
    else context.arc(x, y, r, 0, 2 * Math.PI);
  }

  function polygon(context, x, y, r, corners, turn) {
    for (let i = 0; i < corners; i++) {
      const angle = turn + i * 2 * Math.PI / corners;
      context[i ? "lineTo" : "moveTo"](x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    context.closePath();
  }

  function fill(context, spot, r, colour) {
    outline(context, spot, Math.max(0.5, r));
    context.fillStyle = colour;
    context.fill();
  }

  function stroke(context, colour, width) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
})();
