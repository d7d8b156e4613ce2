/* The page's own letters, lent to the map: its frame cannot see the fonts of the page around it. */
(function () {
  "use strict";

  window.letters = { family: '"Source Sans", system-ui, sans-serif', borrow: borrow };

  /* Calls `done` once the letters are there; without them, the system's do. */
  function borrow(done) {
    faces().forEach(function (rule) {
      const source = rule.style.getPropertyValue("src"), base = rule.parentStyleSheet.href || window.parent.document.baseURI;
      const address = /url\(["']?([^"')]+)/.exec(source);
      if (!address) return;
      const like = { style: rule.style.fontStyle || "normal", weight: rule.style.fontWeight || "normal" };
      const face = new FontFace("Source Sans", 'url("' + new URL(address[1], base).href + '")', like);
      document.fonts.add(face);
      face.load().then(done, () => { /* the system's letters stay */ });
    });
  }

  function faces() {
    try {
      return Array.from(window.parent.document.styleSheets).flatMap(rulesOf)
        .filter(rule => rule instanceof window.parent.CSSFontFaceRule && rule.style.fontFamily.replace(/["']/g, "") === "Source Sans");
    } catch (failure) { return []; } // a page of another server keeps its fonts to itself
  }

  function rulesOf(sheet) {
    try { return Array.from(sheet.cssRules); } catch (failure) { return []; }
  }
})();
