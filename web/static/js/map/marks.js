// Marks of ideas, drawn once for each look and then copied: thousands of copies take no longer than one frame.

const OUTLINE_UNITS = 10; // the outlines of the legend are drawn for a mark of this radius
const SMALLEST_NUMBERED = 8; // pixels; a number in a smaller mark can't be read
const SHARE_OF_AREA = 0.1; // how much of the map marks may fill; taste
const LIMITS = { least: 2.5, most: 10 };

/** Returns the radius of a mark in pixels: the fewer ideas and the nearer one looks, the larger. */
export function chooseRadius(view, nIdeas) {
  const room = Math.sqrt((view.width * view.height * SHARE_OF_AREA) / Math.max(nIdeas, 1) / Math.PI);
  return Math.min(Math.max(room * view.zoom ** 0.6, LIMITS.least), LIMITS.most);
}

export class MarkMaker {
  constructor() {
    this.made = new Map();
    this.pixels = 1;
    this.ground = "white";
  }

  /** Forgets all marks when the colours or the pixels of the screen have changed. */
  restart(pixels, ground) {
    this.made.clear();
    this.pixels = pixels;
    this.ground = ground;
  }

  /** Returns the picture of a mark, its middle in the middle; `isHollow` for an idea that stands alone. */
  get(entry, radius, isHollow) {
    const size = Math.round(radius * 2) / 2;
    const name = `${entry.key} ${size} ${isHollow}`;
    if (!this.made.has(name)) {
      if (this.made.size > 500) this.made.clear();
      this.made.set(name, this.make(entry, size, isHollow));
    }
    return this.made.get(name);
  }

  make(entry, radius, isHollow) {
    const side = Math.ceil((radius * 1.3 + 3) * 2 * this.pixels);
    const picture = document.createElement("canvas");
    picture.width = side;
    picture.height = side;
    const context = picture.getContext("2d");
    context.translate(side / 2, side / 2);
    const scale = (radius / OUTLINE_UNITS) * this.pixels;
    context.scale(scale, scale);
    const pixel = this.pixels / scale;
    context.lineJoin = "round";
    context.lineWidth = 3 * pixel;
    context.strokeStyle = this.ground;
    context.stroke(entry.outline); // a rim in the colour of the ground tells marks apart that touch
    context.fillStyle = isHollow ? this.ground : entry.color;
    context.fill(entry.outline);
    if (isHollow) {
      context.lineWidth = Math.min(radius * 0.35, 2.5) * pixel;
      context.strokeStyle = entry.color;
      context.stroke(entry.outline);
    }
    if (radius >= SMALLEST_NUMBERED) {
      context.fillStyle = isHollow ? entry.color : this.ground;
      context.font = `700 ${entry.number.length > 2 ? 9 : 11}px "Source Sans 3", sans-serif`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(entry.number, 0, 1);
    }
    return picture;
  }
}
