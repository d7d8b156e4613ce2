/* A layer of the map that is one canvas, painted anew when the map moves and stretched while it zooms.
 * Who extends it has `_draw(context, size, corner)`; places are in pixels of the layer. */
(function () {
  "use strict";

  window.CanvasLayer = L.Layer.extend({
    options: { pane: "markerPane", className: "bubbles" },

    onAdd: function (map) {
      this.zooming = false; // while Leaflet lets the picture of one zoom grow into that of another
      this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated " + this.options.className, map.getPane(this.options.pane));
      this._canvas.setAttribute("aria-hidden", "true");
    },

    getEvents: function () {
      return { zoomend: this._settle, viewreset: this._settle, move: this.paint, resize: this.paint, zoomanim: this._follow };
    },

    paint: function () {
      if (this.zooming) return; // painted at the end
      const map = this._map, size = map.getSize(), corner = map.containerPointToLayerPoint([0, 0]);
      L.DomUtil.setPosition(this._canvas, corner);
      const context = sized(this._canvas, size);
      context.translate(-corner.x, -corner.y);
      this._draw(context, size, corner);
    },

    /* Places change where the zoom does; who extends this finds them anew before painting. */
    _settle: function () {
      this.zooming = false;
      this.paint();
    },

    /* While the map zooms, the picture grows or shrinks with it. */
    _follow: function (event) {
      this.zooming = true;
      const map = this._map, corner = map.containerPointToLatLng([0, 0]), half = map.getSize().divideBy(2);
      const origin = map.project(event.center, event.zoom).subtract(half).add(L.DomUtil.getPosition(map.getPane("mapPane")));
      L.DomUtil.setTransform(this._canvas, map.project(corner, event.zoom).subtract(origin), map.getZoomScale(event.zoom));
    },
  });

  /* The empty canvas in the size of the map and the screen's own pixels. */
  function sized(canvas, size) {
    const ratio = window.devicePixelRatio || 1, context = canvas.getContext("2d");
    canvas.width = Math.round(size.x * ratio); // empties it, too
    canvas.height = Math.round(size.y * ratio);
    canvas.style.width = size.x + "px";
    canvas.style.height = size.y + "px";
    context.scale(ratio, ratio);
    context.textAlign = "center";
    context.textBaseline = "middle";
    return context;
  }
})();
