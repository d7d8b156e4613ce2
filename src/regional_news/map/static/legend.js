/* What sizes, colours, shapes and lines mean. Text goes in as text; pictures are small SVG. */
(function () {
  "use strict";

  const GROUPS = [["circle", "Technology"], ["square", "Services"], ["triangle", "Organisation"]];
  const AGES = [["new", "within a year of the newest"], ["recent", "within three years"], ["old", "older"]];
  const NARROW = 420, WIDE = 640; // pixels of the frame: from where it is open if it tells colours, and if it tells sizes alone
  const SHAPES = {
    circle: '<circle cx="8" cy="8" r="6"/>', square: '<rect x="2.5" y="2.5" width="11" height="11"/>', triangle: '<path d="M8 1.5 15 14H1z"/>',
    hexagon: '<path d="M8 1 14 4.5v7L8 15l-6-3.5v-7z"/>',
  };

  /* Returns the element of a legend, and what fills it; `toggled` is called when it was opened or closed. */
  window.legend = function (toggled) {
    const frame = L.DomUtil.create("details", "news-legend"), box = document.createElement("div");
    const summary = element("summary", "", "Key");
    let asked = false; // whether somebody has opened or closed it
    summary.addEventListener("click", () => { asked = true; });
    frame.addEventListener("toggle", toggled);
    frame.append(summary, box);
    return { box: frame, fill: fill };

    function fill(news, bubbles, regions) {
      const colours = bubbles.hexagons || news.colour !== "number" || Boolean(news.shades);
      frame.hidden = !bubbles.most && !bubbles.hexagons && !news.shades;
      if (!asked) frame.open = window.innerWidth > (colours ? NARROW : WIDE);
      box.replaceChildren();
      if (news.colour === "theme") rows("Main theme", GROUPS.map(each => [picture(bubbles.hexagons ? "hexagon" : each[0], "--" + each[0]), sign(bubbles, each)]));
      if (news.colour === "recent") rows("Newest brief", AGES.map(each => [picture(bubbles.hexagons ? "hexagon" : "circle", "--" + each[0]), each[1]]));
      if (bubbles.hexagons) rows("One hexagon a council", [[picture("hexagon", "--empty"), "no brief"]].concat(news.colour === "number" ? strengths(bubbles.most) : []));
      if (bubbles.hexagons) box.append(element("p", "why", "All of one size, each near its place; gaps keep coasts and regions in shape."));
      else if (bubbles.most) bubblesOf(bubbles);
      if (news.shades) shading(regions);
      if (news.regions.length || news.chosen.length) rows("", [[sample('<rect x="1" y="4" width="16" height="10" style="fill:none;stroke:var(--chosen);stroke-width:2"/>'), "chosen"]]);
      if (!bubbles.hexagons) ground(bubbles._map.getZoom());
      if (regions.hasLayer(regions.counties)) lines();
    }

    function sign(bubbles, each) { return (bubbles.hexagons ? { circle: "● ", square: "■ ", triangle: "▲ " }[each[0]] : "") + each[1]; }

    function strengths(most) {
      return [[1, "1 brief"], [most, "most: " + wording.number(most)]].slice(0, most).map(function (each) {
        return [picture("hexagon", "--bubble", painting.share(each[0], most)), each[1]];
      });
    }

    function bubblesOf(bubbles) {
      const radius = sizes.of(bubbles.most, bubbles._map.getZoom()), row = element("div", "sizes");
      sizes.steps(bubbles.most).forEach(function (count) {
        const r = radius(count, false), size = Math.ceil(2 * r + 2);
        const one = element("span", "");
        one.innerHTML = '<svg width="' + size + '" height="' + size + '" aria-hidden="true"><circle cx="' + size / 2 + '" cy="' + size / 2 + '" r="' + r + '"/></svg>';
        one.append(wording.number(count));
        row.append(one);
      });
      box.append(element("b", "", "Number of briefs"), row);
      rows("", [
        [spot => spot.p.members.length > 1, '<circle cx="10" cy="10" r="9.5" style="opacity:.35"/><circle cx="10" cy="10" r="7" style="fill:var(--paper)"/><circle cx="10" cy="10" r="6"/>', "briefs of several councils"],
        [spot => spot.tone === "hollow", hollow(' stroke-dasharray="4 3"'), "only mentioned"],
        [spot => spot.tone === "past", hollow(""), "council that is no more"],
        [spot => spot.tone === "recent" && bubbles.news.colour === "number", '<circle cx="10" cy="10" r="6" style="fill:var(--recent)"/>', "council not chosen"],
      ].filter(each => bubbles.spots.some(each[0])).map(each => [sample(each[1]), each[2]]));
    }

    function shading(regions) {
      box.append(element("b", "", "Briefs in the region"));
      if (regions.even) { box.append(regions.most + " in each: all alike"); return; }
      const ends = element("span", "ends");
      ends.append(element("i", "", "0"), element("i", "", String(regions.most)));
      box.append(element("span", "ramp"), ends);
    }

    /* Rings, dots and names of which nothing is told. */
    function ground(zoom) {
      if (zoom >= Labels.ALL) rows("", [[sample('<circle cx="10" cy="10" r="3" style="fill:none;stroke:var(--ink);stroke-width:1.5"/>'), "council without a brief here"]]);
      if (zoom >= Labels.TOWNS) rows("", [[sample('<circle cx="10" cy="10" r="2" style="fill:var(--town);stroke:none"/>'), element("em", "", "town")]]);
    }

    /* Named for what they are; shown only where they are drawn. */
    function lines() {
      const row = element("span", "lines");
      row.append(element("i", "line"), "Thin lines: counties and districts of about 2010, for orientation");
      box.append(row);
    }

    function rows(title, all) {
      if (title) box.append(element("b", "", title));
      all.forEach(function (each) {
        const row = element("span", "row");
        row.append(each[0], each[1]);
        box.append(row);
      });
    }
  };

  function picture(shape, tone, share) {
    const made = element("span", "sample");
    made.innerHTML = '<svg width="16" height="16" aria-hidden="true" style="fill:var(' + tone + ");fill-opacity:" + (share || 1) + '">' + SHAPES[shape] + "</svg>";
    return made;
  }

  function hollow(dashed) { return '<circle cx="10" cy="10" r="6" style="fill:none;stroke:var(--bubble);stroke-width:1.5"' + dashed + "/>"; }

  function sample(svg) {
    const made = element("span", "sample");
    made.innerHTML = '<svg width="20" height="20" aria-hidden="true">' + svg + "</svg>";
    return made;
  }

  function element(tag, kind, words) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (words) made.textContent = words;
    return made;
  }
})();
