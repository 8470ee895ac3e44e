// The map page: joins the picture, the pointer, the keys, the tools and the table. Without it the table says the same.

import { Picture } from "./draw.js";
import { loadIdeas, readLegend } from "./ideas.js";
import { listenToKeys } from "./keyboard.js";
import { Pointer } from "./pointer.js";
import { Tip } from "./tip.js";
import { View } from "./view.js";

const STEP = 1.5;
const MARGIN = 50; // pixels from the edge at which an idea reached by keys is brought to the middle

class ThemeMap {
  constructor(section, form, loaded) {
    const legend = readLegend(section);
    // The map may have been drawn anew between the page and the ideas; what the legend does not know yet stays out.
    const ideas = loaded.filter((idea) => legend.theme.has(idea.theme) && legend.region.has(idea.region));
    this.section = section;
    this.form = form;
    this.words = section.dataset;
    this.canvas = section.querySelector("canvas");
    this.view = new View(ideas);
    this.picture = new Picture(this.canvas);
    this.tip = new Tip(section, { onLeave: () => this.point(null) });
    this.scene = {
      ideas,
      view: this.view,
      legend,
      by: "theme",
      current: null,
      area: null,
      keepsLabels: false,
    };
    this.isChoosing = false;
    this.pointer = new Pointer(this.canvas, this);
    listenToKeys(this.canvas, this);
    this.listenToTools();
    this.listenToForm();
    this.follow();
  }

  // Size, pixels, colours and letters of the page change while it is open.
  follow() {
    const adapt = () => {
      this.scene.legend = readLegend(this.section);
      this.picture.adapt(this.view);
      this.drawNow();
    };
    new ResizeObserver(adapt).observe(this.canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", adapt);
    document.fonts.load('600 15px "Source Sans 3"').then(adapt);
  }

  draw() {
    this.frame ??= requestAnimationFrame(() => this.drawNow());
  }

  drawNow() {
    if (this.frame) cancelAnimationFrame(this.frame);
    this.frame = null;
    this.canvas.dataset.whole = this.view.isWhole;
    this.picture.draw(this.scene);
    if (this.scene.current && !this.tip.box.hidden) this.tip.place(this.scene.current, this.view, this.picture.radius);
  }

  pan(dx, dy) {
    const { x, y } = this.view.center;
    this.view.panBy(dx, dy);
    this.scene.keepsLabels = true;
    const { unitX, unitY, zoom, center } = this.view;
    this.picture.shiftLabels((x - center.x) * unitX * zoom, (center.y - y) * unitY * zoom);
    this.draw();
  }

  zoom(factor, point) {
    this.view.zoomBy(factor, point);
    this.settle();
  }

  settle() {
    this.scene.keepsLabels = false;
    this.draw();
  }

  step(factor) {
    const point = this.scene.current ? { x: this.scene.current.screenX, y: this.scene.current.screenY } : undefined;
    this.view.glide(() => this.view.zoomBy(factor, point), () => this.settle());
  }

  reset() {
    this.view.glide(() => this.view.reset(), () => this.settle());
  }

  bringToMiddle(point) {
    this.point(null);
    if (!this.view.isWhole) this.view.glide(() => this.view.centerOn(this.view.locate(point)), () => this.settle());
  }

  /** Shows which idea a mark is; null for none. */
  point(idea) {
    if (idea === this.scene.current && idea !== null) {
      clearTimeout(this.tip.leaving);
      return;
    }
    this.scene.current = idea;
    if (idea === null) this.tip.hide();
    else this.tip.show(idea, { legend: this.scene.legend, view: this.view, radius: this.picture.radius });
    this.draw();
  }

  /** Goes to an idea by keyboard: it comes into view and is told. */
  reach(idea) {
    if (idea === null) return;
    if (!this.view.sees(idea, MARGIN) && !this.view.isWhole) {
      this.view.centerOn(idea);
      this.view.project(this.scene.ideas);
    }
    this.point(idea);
    this.tip.tell(idea, this.scene);
    this.settle();
  }

  rest() {
    this.pointer.forgetCorner();
    this.setChoosing(false);
    this.scene.area = readArea(this.form.elements.area.value);
    this.point(null);
    this.settle();
  }

  open(idea) {
    location.assign(`/ideas/${idea.id}`);
  }

  openTheme(key) {
    location.assign(this.scene.legend.theme.get(key).address);
  }

  stretchArea(one, other) {
    this.scene.area = makeArea(one, other);
    this.draw();
  }

  chooseArea(one, other) {
    const { left, bottom, right, top } = makeArea(one, other);
    this.form.elements.area.value = [left, bottom, right, top].map((each) => each.toFixed(3)).join();
    this.setChoosing(false);
    this.form.requestSubmit();
  }

  setChoosing(isChoosing) {
    this.isChoosing = isChoosing;
    this.section.querySelector("[data-do=select]").ariaPressed = String(isChoosing);
    this.canvas.dataset.choosing = isChoosing ? "yes" : "";
  }

  listenToTools() {
    const tools = {
      in: () => this.step(STEP),
      out: () => this.step(1 / STEP),
      reset: () => this.reset(),
      select: () => (this.isChoosing ? this.rest() : this.setChoosing(true)),
    };
    for (const button of this.section.querySelectorAll("[data-do]")) {
      button.addEventListener("click", tools[button.dataset.do]);
    }
    this.section.querySelector("#map-color").addEventListener("change", (event) => {
      this.scene.by = event.target.value;
      for (const legend of this.section.querySelectorAll("[data-legend]")) {
        legend.hidden = legend.dataset.legend !== this.scene.by;
      }
      this.settle();
    });
  }

  // The form filters the table on the server; the map dims what the table leaves out.
  listenToForm() {
    this.form.addEventListener("change", () => this.filter());
    this.form.addEventListener("submit", () => this.filter());
    this.form.addEventListener("htmx:config:request", (event) => {
      const body = event.detail.ctx.request.body;
      for (const [name, value] of [...body]) if (value === "") body.delete(name);
    });
    document.addEventListener("click", (event) => {
      if (!event.target.closest("[data-clear]")) return;
      event.preventDefault();
      for (const name of ["theme", "region", "area"]) this.form.elements[name].value = "";
      this.form.requestSubmit();
    });
    this.filter();
  }

  filter() {
    const { theme, region, area } = this.form.elements;
    this.scene.area = readArea(area.value);
    for (const idea of this.scene.ideas) {
      idea.isShown =
        (theme.value === "" || idea.theme === theme.value) &&
        (region.value === "" || idea.region === region.value) &&
        (this.scene.area === null || holds(this.scene.area, idea));
    }
    if (this.scene.current?.isShown === false) this.point(null);
    this.settle();
  }
}

function makeArea(one, other) {
  const within = (value) => Math.min(Math.max(value, -1), 1);
  return {
    left: within(Math.min(one.x, other.x)),
    bottom: within(Math.min(one.y, other.y)),
    right: within(Math.max(one.x, other.x)),
    top: within(Math.max(one.y, other.y)),
  };
}

function readArea(text) {
  if (text === "") return null;
  const [left, bottom, right, top] = text.split(",").map(Number);
  return { left, bottom, right, top };
}

function holds({ left, bottom, right, top }, { x, y }) {
  return x >= left && x <= right && y >= bottom && y <= top;
}

const section = document.querySelector("#map");
section.hidden = false;
loadIdeas(section.dataset.source, document.documentElement.lang).then(
  (ideas) => new ThemeMap(section, document.querySelector("#map-form"), ideas),
  () => {
    section.replaceChildren(section.dataset.failed);
  },
);
