/* How large a bubble is: its area tells its briefs, and above those that one council has, more slowly. */
(function () {
  "use strict";

  const LEAST = 2.6, BY_ONE = 4.2; // pixels: a bubble of no brief, and what the root of one adds
  const MANY = 30; // briefs to which areas tell numbers, unless a council has more
  const DOUBLED = 1.5; // pixels that twice as many briefs add beyond that
  const FAR = 4.5, NEAR = 7.5, SMALLER = 0.58; // zooms between which bubbles grow, and how large they are when far
  const SEVERAL = 7.5; // pixels, the least bubble of several councils, so that its rim shows

  window.sizes = { of: of, steps: steps };

  /* Returns a function of briefs and of whether the bubble is that of several councils. `most` is the most
   * briefs that one council has. */
  function of(most, zoom) {
    const share = MANY / Math.max(MANY, most), near = Math.max(0, Math.min(1, (zoom - FAR) / (NEAR - FAR)));
    const scale = SMALLER + (1 - SMALLER) * near;
    return function (count, several) {
      const part = count * share, r = LEAST + BY_ONE * Math.sqrt(Math.min(part, MANY));
      const full = (r + (part > MANY ? DOUBLED * Math.log2(part / MANY) : 0)) * scale;
      return several ? Math.max(SEVERAL, full) : full;
    };
  }

  /* The numbers that a legend explains the sizes with. */
  function steps(most) {
    if (most <= 1) return [1];
    if (most <= 12) return [1, most];
    const top = Number(most.toPrecision(1));
    return [1, Math.max(2, Math.round(top / 5)), top];
  }
})();
