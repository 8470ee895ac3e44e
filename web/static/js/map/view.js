// Where the map lies on the screen: which part is seen, and how large. Ideas have x and y from -1 to 1, y upwards.

const PADDING = 34; // pixels around the outermost marks, so that their names find room
const MOST_STRETCHED = 1.7; // how much wider than high, or higher than wide, the map may be drawn; taste
const LARGEST_ZOOM = 40;
const STEP_MS = 180;

export class View {
  constructor(ideas) {
    const xs = ideas.map((idea) => idea.x);
    const ys = ideas.map((idea) => idea.y);
    this.middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
    this.extent = {
      x: Math.max((Math.max(...xs) - Math.min(...xs)) / 2, 0.25),
      y: Math.max((Math.max(...ys) - Math.min(...ys)) / 2, 0.25),
    };
    this.zoom = 1;
    this.center = { ...this.middle };
    this.resize(600, 400);
  }

  resize(width, height) {
    this.width = width;
    this.height = height;
    const unitX = Math.max(width / 2 - PADDING, 20) / this.extent.x;
    const unitY = Math.max(height / 2 - PADDING, 20) / this.extent.y;
    this.unitX = Math.min(unitX, unitY * MOST_STRETCHED);
    this.unitY = Math.min(unitY, unitX * MOST_STRETCHED);
    this.keepInside();
  }

  screenX(x) {
    return this.width / 2 + (x - this.center.x) * this.unitX * this.zoom;
  }

  screenY(y) {
    return this.height / 2 - (y - this.center.y) * this.unitY * this.zoom;
  }

  /** Returns the place on the map under a point of the screen. */
  locate({ x, y }) {
    return {
      x: this.center.x + (x - this.width / 2) / (this.unitX * this.zoom),
      y: this.center.y - (y - this.height / 2) / (this.unitY * this.zoom),
    };
  }

  project(ideas) {
    for (const idea of ideas) {
      idea.screenX = this.screenX(idea.x);
      idea.screenY = this.screenY(idea.y);
    }
  }

  sees(idea, margin = 0) {
    const { screenX, screenY } = idea;
    return (
      screenX >= margin && screenX <= this.width - margin && screenY >= margin && screenY <= this.height - margin
    );
  }

  panBy(dx, dy) {
    this.center.x -= dx / (this.unitX * this.zoom);
    this.center.y += dy / (this.unitY * this.zoom);
    this.keepInside();
  }

  /** Zooms so that the place under a point of the screen stays there. */
  zoomBy(factor, point = { x: this.width / 2, y: this.height / 2 }) {
    const before = this.locate(point);
    this.zoom = Math.min(Math.max(this.zoom * factor, 1), LARGEST_ZOOM);
    const after = this.locate(point);
    this.center.x += before.x - after.x;
    this.center.y += before.y - after.y;
    this.keepInside();
  }

  centerOn(place) {
    this.center = { x: place.x, y: place.y };
    this.keepInside();
  }

  reset() {
    this.zoom = 1;
    this.center = { ...this.middle };
  }

  get isWhole() {
    return this.zoom === 1;
  }

  keepInside() {
    for (const axis of ["x", "y"]) {
      const room = this.extent[axis] * (1 - 1 / this.zoom);
      const { [axis]: middle } = this.middle;
      this.center[axis] = Math.min(Math.max(this.center[axis], middle - room), middle + room);
    }
  }

  /** Makes a change in small steps, or at once for readers who want things still. */
  glide(change, redraw) {
    const from = { zoom: this.zoom, ...this.center };
    change();
    const to = { zoom: this.zoom, ...this.center };
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      redraw();
      return;
    }
    const began = performance.now();
    const step = (now) => {
      const share = Math.min(Math.max((now - began) / STEP_MS, 0), 1);
      const eased = share * (2 - share);
      this.zoom = from.zoom * (to.zoom / from.zoom) ** eased;
      this.center = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
      redraw();
      if (share < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }
}
