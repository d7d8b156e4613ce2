/* How bubbles look, on a canvas. A spot is {p, marked, x, y, r, home, dx, dy}, in pixels; a look has the
 * colours. */
(function () {
  "use strict";

  const FONT = "600 12px system-ui, sans-serif";
  const WIDTH = 7; // pixels of a digit

  window.painting = { look: look, paint: paint };

  /* Paints spots in the order given, on a canvas of a size whose corner lies at a point of the layer. */
  function paint(canvas, size, corner, spots, look, hovered) {
    const context = sized(canvas, size);
    context.translate(-corner.x, -corner.y);
    leaders(context, spots, look);
    spots.forEach(function (spot) { bubble(context, spot, look, spot.p.id === hovered); });
  }

  /* The empty canvas in the size of the map and the screen's own pixels. */
  function sized(canvas, size) {
    const ratio = window.devicePixelRatio || 1, context = canvas.getContext("2d");
    canvas.width = Math.round(size.x * ratio); // empties it, too
    canvas.height = Math.round(size.y * ratio);
    canvas.style.width = size.x + "px";
    canvas.style.height = size.y + "px";
    context.scale(ratio, ratio);
    context.font = FONT;
    context.textAlign = "center";
    context.textBaseline = "middle";
    return context;
  }

  /* The colours, which the style sheet has for light and dark; null until that has come. */
  function look(container) {
    const style = getComputedStyle(container), colours = {};
    if (!style.getPropertyValue("--bubble")) return null;
    ["bubble", "number", "chosen", "paper", "ink", "rim"].forEach(function (name) {
      colours[name] = style.getPropertyValue("--" + name).trim();
    });
    return colours;
  }

  /* Thin lines to where the bubbles belong that were moved off their places. */
  function leaders(context, spots, look) {
    context.beginPath();
    spots.forEach(function (spot) {
      if (Math.hypot(spot.dx, spot.dy) <= spot.r) return;
      context.moveTo(spot.home.x, spot.home.y);
      context.lineTo(spot.x, spot.y);
    });
    context.globalAlpha = 0.55;
    stroke(context, look.ink, 1);
    context.globalAlpha = 1;
  }

  function bubble(context, spot, look, hovered) {
    const p = spot.p, own = spot.marked ? look.chosen : look.bubble, edge = Math.min(2, spot.r / 4);
    if (spot.marked) {
      disc(context, spot, spot.r + 6, own);
      disc(context, spot, spot.r + 3, look.paper);
    } else disc(context, spot, spot.r + 1, look.rim);
    disc(context, spot, spot.r, look.paper);
    if (p.mentioned && !spot.marked) {
      context.setLineDash([4, 3]);
      ring(context, spot, spot.r - edge / 2);
      stroke(context, own, edge);
      context.setLineDash([]);
    } else disc(context, spot, spot.r - edge, own);
    if (hovered) disc(context, spot, spot.r - edge, "rgba(255, 255, 255, 0.18)");
    const number = p.count > 999 ? Math.round(p.count / 100) / 10 + "k" : String(p.count);
    if (p.count < 2 || 2 * spot.r < WIDTH * number.length + 5) return;
    context.fillStyle = p.mentioned && !spot.marked ? own : look.number;
    context.fillText(number, spot.x, spot.y + 0.5);
  }

  function ring(context, spot, r) {
    context.beginPath();
    context.arc(spot.x, spot.y, r, 0, 2 * Math.PI);
  }

  function disc(context, spot, r, colour) {
    ring(context, spot, r);
    context.fillStyle = colour;
    context.fill();
  }

  function stroke(context, colour, width) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
})();
