/* The buttons of the map: places to go to, zoom, ways to pan without dragging, and the keys in words. */
(function () {
  "use strict";

  const STEP = 0.3; // of the frame, how far a button pans
  const WAYS = [["Move the map north", "↑", 0, -1], ["Move the map west", "←", -1, 0], ["Move the map south", "↓", 0, 1], ["Move the map east", "→", 1, 0]];
  const KEYS = [
    ["Tab", "to the bubbles, one stop for all, and to these buttons"],
    ["Arrow keys", "on a bubble: to the next one that way; on the map: move it"],
    ["Enter", "open the card of a bubble; part a bubble of several councils"],
    ["Esc", "close the card"],
    ["+ and −", "zoom in and out"],
  ];

  window.controls = { places: places, steering: steering, note: note };

  /* Buttons with words, and the keys; `goals` is a list of [words, act]. */
  function places(map, goals) {
    return control("topleft", "news-places", function (box) {
      goals.forEach(goal => { box.append(button(goal[0], "", goal[1])); });
      box.append(keys(map));
    });
  }

  function steering(map) {
    return control("topleft", "news-steering", function (box) {
      box.append(button("+", "Zoom in on the map", () => { map.zoomIn(); }), pan(map, WAYS[0]), button("−", "Zoom out of the map", () => { map.zoomOut(); }));
      box.append(pan(map, WAYS[1]), pan(map, WAYS[2]), pan(map, WAYS[3]));
    });
  }

  /* A few words in the corner. */
  function note(words) {
    return control("bottomleft", "news-note", box => { box.textContent = words; box.hidden = true; });
  }

  function pan(map, way) {
    return button(way[1], way[0], function () {
      const size = map.getSize();
      map.panBy([way[2] * STEP * size.x, way[3] * STEP * size.y], { animate: !Camera.still() });
    });
  }

  function keys(map) {
    const list = L.DomUtil.create("dl", "news-keys", map.getContainer()), open = button("?", "Keys of the map", function () {
      list.hidden = !list.hidden;
      open.setAttribute("aria-expanded", String(!list.hidden));
    });
    list.hidden = true;
    open.setAttribute("aria-expanded", "false");
    KEYS.forEach(function (key) {
      const term = document.createElement("dt"), told = document.createElement("dd");
      term.textContent = key[0];
      told.textContent = key[1];
      list.append(term, told);
    });
    return open;
  }

  function control(position, name, fill) {
    const made = L.control({ position: position });
    made.onAdd = function () {
      const box = L.DomUtil.create("div", name);
      L.DomEvent.disableClickPropagation(box);
      fill(box);
      return box;
    };
    return made;
  }

  function button(words, name, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    if (name) { made.setAttribute("aria-label", name); made.title = name; }
    made.addEventListener("click", act);
    return made;
  }
})();
