/* What the map says in words. */
(function () {
  "use strict";

  const IN_WORDS = new Intl.NumberFormat("en-GB");
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

  window.wording = { number, briefs, councils, date, text, shown };

  function number(count) { return IN_WORDS.format(count); }
  function briefs(count) { return number(count) + (count === 1 ? " brief" : " briefs"); }
  function councils(count) { return number(count) + (count === 1 ? " council" : " councils"); }

  /* "25 April 2023" for 2023-04-25; a month or a year where no more is known. */
  function date(iso) {
    const parts = iso.split("-");
    return [parts[2] && String(Number(parts[2])), parts[1] && MONTHS[Number(parts[1]) - 1], parts[0]].filter(Boolean).join(" ") || "no date";
  }

  /* The text that escaped HTML shows: an attribute or a canvas does not read HTML. */
  function text(html) {
    const box = document.createElement("textarea"); // which holds text alone, whatever is put into it
    box.innerHTML = html;
    return box.value;
  }

  /* "37 councils with briefs, most in Scotland." */
  function shown(spots, regions) {
    const having = spots.filter(spot => spot.p.about);
    if (!having.length) return "No council with briefs.";
    const by = {};
    having.forEach(spot => { by[spot.p.region] = (by[spot.p.region] || 0) + 1; });
    const ranked = Object.entries(by).sort((a, b) => b[1] - a[1]);
    const most = ranked.length > 1 && ranked[0][1] > ranked[1][1] ? ", most in " + regions[ranked[0][0]] : "";
    return councils(having.length) + " with briefs" + (ranked.length === 1 ? ", all in " + regions[ranked[0][0]] : most) + ".";
  }
})();
