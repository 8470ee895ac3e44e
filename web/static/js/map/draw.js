// Draws the map: soft grounds under themes, the line to the nearest idea, marks, the chosen area, and names.

import { chooseRadius, MarkMaker } from "./marks.js";
import { placeLabels } from "./labels.js";

const MOST_WITH_GROUNDS = 1000; // beyond, grounds are one blot and cost more than the marks
const GROUND_RADIUS = 2.4; // in radii of a mark
const NAME_WORDS = 3;
const FONT = '"Source Sans 3", system-ui, sans-serif';
const MOST_LABEL_WIDTH = 180;
const LINE_HEIGHT = 1.15;
const ICON = { radius: 8, room: 24 }; // the mark before a name, in pixels
const FAR = 30; // pixels between a name and a mark of its theme beyond which a line joins them

export class Picture {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.makers = new MarkMaker();
    this.labels = [];
    this.radius = 5;
  }

  /** Takes the size of the canvas on the page, and the colours of the page as they are now. */
  adapt(view) {
    const box = this.canvas.getBoundingClientRect();
    this.pixels = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(box.width * this.pixels);
    this.canvas.height = Math.round(box.height * this.pixels);
    view.resize(box.width, box.height);
    const style = getComputedStyle(this.canvas);
    this.colors = {
      ground: style.getPropertyValue("--map-ground").trim(),
      text: style.getPropertyValue("--map-text").trim(),
      accent: style.getPropertyValue("--map-accent").trim(),
    };
    this.makers.restart(this.pixels, this.colors.ground);
  }

  draw(scene) {
    const { context } = this;
    const { view, ideas } = scene;
    view.project(ideas);
    this.radius = chooseRadius(view, ideas.length);
    context.setTransform(this.pixels, 0, 0, this.pixels, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const seen = ideas.filter((idea) => view.sees(idea, -30));
    if (!scene.keepsLabels) this.labels = this.findLabels(scene, seen);
    if (ideas.length <= MOST_WITH_GROUNDS) this.drawGrounds(scene, seen);
    for (const label of this.labels) this.drawLeader(label);
    this.drawMarks(scene, seen);
    if (scene.area) this.drawArea(scene);
    this.canvas.dataset.labels = this.labels.length;
    this.drawLabels();
    if (scene.current) this.drawCurrent(scene);
  }

  // One path a theme, filled once: where grounds of a theme meet they are one.
  drawGrounds({ by, legend }, seen) {
    const { context } = this;
    const radius = this.radius * GROUND_RADIUS;
    context.globalAlpha = 0.13;
    for (const entry of legend[by].values()) {
      context.beginPath();
      for (const idea of seen) {
        if (idea[by] !== entry.key || !idea.isShown) continue;
        context.moveTo(idea.screenX + radius, idea.screenY);
        context.arc(idea.screenX, idea.screenY, radius, 0, 2 * Math.PI);
      }
      context.fillStyle = entry.color;
      context.fill();
    }
    context.globalAlpha = 1;
  }

  drawMarks({ by, legend }, seen) {
    const { context } = this;
    for (const isShown of [false, true]) {
      context.globalAlpha = isShown ? 1 : 0.22;
      for (const idea of seen) {
        if (idea.isShown === isShown) this.drawMark(idea, legend[by].get(idea[by]));
      }
    }
    context.globalAlpha = 1;
  }

  drawMark(idea, entry) {
    this.copyMark(this.makers.get(entry, this.radius, idea.isAlone), idea.screenX, idea.screenY);
  }

  // Pixel by pixel: between pixels a copy takes several times as long, and blurs.
  copyMark(picture, x, y) {
    const { context, pixels } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    const half = picture.width / 2;
    context.drawImage(picture, Math.round(x * pixels - half), Math.round(y * pixels - half));
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
  }

  // The idea pointed at or reached by keys: above everything else, ringed, with a line to the idea most like it.
  drawCurrent({ current, by, legend }) {
    const { context } = this;
    context.strokeStyle = this.colors.accent;
    if (current.nearest) {
      context.lineWidth = 2;
      context.setLineDash([5, 4]);
      context.beginPath();
      context.moveTo(current.screenX, current.screenY);
      context.lineTo(current.nearest.screenX, current.nearest.screenY);
      context.stroke();
      context.setLineDash([]);
      this.drawMark(current.nearest, legend[by].get(current.nearest[by]));
    }
    this.drawMark(current, legend[by].get(current[by]));
    for (const [width, color] of [[6, this.colors.ground], [3, this.colors.accent]]) {
      context.lineWidth = width;
      context.strokeStyle = color;
      context.beginPath();
      context.arc(current.screenX, current.screenY, this.radius * 1.3 + 4, 0, 2 * Math.PI);
      context.stroke();
    }
  }

  drawArea({ area, view }) {
    const { context } = this;
    const left = view.screenX(area.left);
    const top = view.screenY(area.top);
    const width = view.screenX(area.right) - left;
    const height = view.screenY(area.bottom) - top;
    context.globalAlpha = 0.08;
    context.fillStyle = this.colors.accent;
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
    context.setLineDash([6, 4]);
    context.lineWidth = 2;
    context.strokeStyle = this.colors.accent;
    context.strokeRect(left, top, width, height);
    context.setLineDash([]);
  }

  findLabels({ view, legend, by, legend: { theme: themes } }, seen) {
    const members = new Map([...themes.keys()].map((key) => [key, []]));
    const visible = seen.filter((idea) => idea.isShown && view.sees(idea));
    for (const idea of visible) members.get(idea.theme)?.push(idea);
    const wanted = [...members].filter(([, ideas]) => ideas.length > 0);
    wanted.sort(([, one], [, other]) => other.length - one.length);
    const size = view.width < 560 ? 13 : 15;
    return placeLabels(
      wanted.map(([key, ideas]) => ({
        key,
        texts: this.writeTexts(legend.theme.get(key), size, by === "theme"),
        ...describeSpot(ideas),
      })),
      {
        width: view.width,
        height: view.height,
        marks: visible.map((idea) => ({ x: idea.screenX, y: idea.screenY })),
        radius: this.radius,
      },
    );
  }

  // The name whole, then shorter by a word, and its first word alone; before it the mark, where marks tell themes.
  writeTexts(entry, size, isMarked) {
    const { context } = this;
    context.font = `600 ${size}px ${FONT}`;
    this.labelSize = size;
    const words = entry.name.split(", ").slice(0, NAME_WORDS);
    return words
      .map((_, left) => words.slice(0, words.length - left))
      .map((kept) => breakLines(kept.join(", "), (text) => context.measureText(text).width))
      .map(({ lines, width }) => ({
        lines,
        icon: isMarked ? entry : null,
        width: width + 6 + (isMarked ? ICON.room : 6),
        height: lines.length * size * LINE_HEIGHT + 6,
      }));
  }

  drawLabels() {
    const { context } = this;
    context.font = `600 ${this.labelSize}px ${FONT}`;
    context.textBaseline = "middle";
    context.lineWidth = 1;
    for (const { lines, icon, left, right, top, bottom } of this.labels) {
      context.beginPath();
      context.roundRect(left, top, right - left, bottom - top, 4);
      context.fillStyle = this.colors.ground;
      context.globalAlpha = 0.9;
      context.fill();
      context.globalAlpha = 1;
      context.strokeStyle = icon?.color ?? this.colors.accent;
      context.stroke();
      if (icon) this.copyMark(this.makers.get(icon, ICON.radius, false), left + ICON.room / 2, (top + bottom) / 2);
      context.fillStyle = this.colors.text;
      context.textAlign = icon ? "left" : "center";
      const x = icon ? left + ICON.room : (left + right) / 2;
      lines.forEach((line, place) => {
        const y = (top + bottom) / 2 + (place - (lines.length - 1) / 2) * this.labelSize * LINE_HEIGHT;
        context.fillText(line, x, y);
      });
    }
  }

  // A name that found no place near its ideas points to them.
  drawLeader({ left, right, top, bottom, x, y, icon }) {
    const nearX = Math.min(Math.max(x, left), right);
    const nearY = Math.min(Math.max(y, top), bottom);
    if (Math.hypot(nearX - x, nearY - y) < FAR) return;
    const { context } = this;
    context.lineWidth = 1;
    context.strokeStyle = icon?.color ?? this.colors.text;
    context.beginPath();
    context.moveTo(nearX, nearY);
    context.lineTo(x, y);
    context.stroke();
  }

  /** Moves the names along with the map, so that they do not jump about while it is dragged. */
  shiftLabels(dx, dy) {
    for (const label of this.labels) {
      for (const side of ["left", "right", "x"]) label[side] += dx;
      for (const side of ["top", "bottom", "y"]) label[side] += dy;
    }
  }

  findLabel({ x, y }) {
    return this.labels.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  }
}

// The idea in the middle of a theme, and how far up and down the others reach from it.
function describeSpot(ideas) {
  const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
  const x = median(ideas.map((idea) => idea.screenX));
  const y = median(ideas.map((idea) => idea.screenY));
  const distances = ideas.map((idea) => Math.hypot(idea.screenX - x, idea.screenY - y));
  const middle = ideas[distances.indexOf(Math.min(...distances))];
  return { x: middle.screenX, y: middle.screenY, spread: median(distances) };
}

/** Returns a text in one line, or in two of like length where one would be too wide. */
function breakLines(text, measure) {
  const whole = measure(text);
  if (whole <= MOST_LABEL_WIDTH) return { lines: [text], width: whole };
  let best = { lines: [text], width: whole };
  for (let at = text.indexOf(" "); at !== -1; at = text.indexOf(" ", at + 1)) {
    const lines = [text.slice(0, at), text.slice(at + 1)];
    const width = Math.max(...lines.map(measure));
    if (width < best.width) best = { lines, width };
  }
  return best;
}
