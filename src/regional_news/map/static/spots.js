/* What the map shows of the news: a spot for each council, and for several whose bubbles would overlap.
 *
 * A spot is {p, latlng, x, y, r, shape, tone, words, marked}; its properties `p` are {kind, id, name, about,
 * named, count, mentioned, chosen, focus, region, members}. Names were HTML-escaped by base_map.py.
 */
(function () {
  "use strict";

  const SHAPES = ["circle", "square", "triangle"]; // of technology, services, organisation: their signs everywhere
  const FRESH = [12, 36]; // months to the newest brief of all within which news are new, and not yet old

  window.spots = { of: councils, joined: joined, note: note };

  /* The spots of councils: those that have news or are marked, or `all` that have a hexagon. */
  function councils(news, all) {
    const ids = new Set(all || Object.keys(news.counts).concat(Object.keys(news.mentioned), news.chosen, news.focus));
    return window.COUNCILS.filter(council => ids.has(council.id))
      .map(council => spotOf(council, news));
  }

  function spotOf(council, news) {
    const id = council.id, about = news.counts[id] || 0, named = news.mentioned[id] || 0;
    const p = Object.assign({ kind: "council" }, council, {
      about: about, named: named, count: about || named, mentioned: !about, chosen: news.chosen.includes(id), focus: news.focus === id,
      groups: (news.groups || {})[id] || null, newest: (news.newest || {})[id] || "", members: [id],
    });
    return dressed({ p: p, latlng: L.latLng(council.lat, council.lon) }, news);
  }

  /* One spot for several. */
  function joined(members, latlng, news) {
    const all = members.map(spot => spot.p);
    const sum = name => all.reduce((sum, p) => sum + p[name], 0);
    const any = name => all.some(p => p[name]);
    const about = sum("about"), named = sum("named");
    const p = {
      kind: "several", id: "several:" + all.map(p => p.id).sort().join(" "), name: all.length + " councils",
      about: about, named: named, count: about || named, mentioned: !about, chosen: any("chosen"), focus: any("focus"),
      groups: total(all), newest: all.reduce((last, p) => p.newest > last ? p.newest : last, ""),
      region: all[0].region, members: all.map(p => p.id), councils: all,
    };
    return dressed({ p: p, latlng: latlng }, news);
  }

  function total(all) {
    return all.reduce((sum, p) => p.groups ? sum.map((n, i) => n + p.groups[i]) : sum, [0, 0, 0]);
  }

  /* What a spot looks like: number, main group of themes, or age. */
  function dressed(spot, news) {
    const p = spot.p, briefs = p.count > 999 ? Math.round(p.count / 100) / 10 + "k" : p.count ? String(p.count) : "";
    spot.marked = p.chosen || p.focus;
    spot.shape = "circle";
    spot.tone = p.mentioned ? "hollow" : "bubble";
    spot.words = p.count > 1 || p.members.length > 1 ? briefs : "";
    if (p.mentioned) return spot;
    if (p.past) spot.tone = "past";
    if (news.chosen.length && !spot.marked) spot.tone = "recent"; // what else there is, paler than what is chosen
    if (news.colour === "theme") {
      const main = p.groups ? p.groups.indexOf(Math.max.apply(null, p.groups)) : -1;
      if (!p.groups || !p.groups[main]) { spot.tone = "other"; return spot; }
      spot.shape = SHAPES[main];
      spot.tone = SHAPES[main];
    }
    if (news.colour === "recent") {
      spot.tone = age(p.newest, news.latest);
      spot.words = p.newest ? "’" + p.newest.slice(2, 4) : "";
    }
    return spot;
  }

  /* "new", "recent" or "old", of a month beside the newest one. */
  function age(month, latest) {
    const months = 12 * (Number(latest.slice(0, 4)) - Number(month.slice(0, 4))) + Number(latest.slice(5, 7) || 1) - Number(month.slice(5, 7) || 1);
    return months < FRESH[0] ? "new" : months < FRESH[1] ? "recent" : "old";
  }

  /* What is known of a spot's briefs, in words. */
  function note(p) {
    if (!p.named) return window.wording.briefs(p.about);
    const more = window.wording.number(p.named);
    return p.about ? window.wording.briefs(p.about) + ", mentioned in " + more + " more" : "mentioned in " + window.wording.briefs(p.named);
  }
})();
