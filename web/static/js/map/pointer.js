// Mouse, pen and fingers: pointing, opening, dragging, zooming, and choosing an area.

const SLACK = 5; // pixels a pointer may tremble and still click
const REACH = 12; // pixels around the middle of a mark that count as the mark: targets are 24 wide at least
const GESTURE_MS = 400; // turns of the wheel nearer to one another than this are one gesture

export class Pointer {
  constructor(canvas, map) {
    this.canvas = canvas;
    this.map = map;
    this.down = new Map();
    this.corner = null; // the first corner of an area, where the second is still to be clicked
    this.scrolledAt = -Infinity;
    this.zoomedAt = -Infinity;
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    canvas.addEventListener("pointerup", (event) => this.release(event));
    canvas.addEventListener("pointercancel", (event) => this.cancel(event));
    canvas.addEventListener("pointerleave", (event) => this.leave(event));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    window.addEventListener("wheel", (event) => this.noteScroll(event), { passive: true });
  }

  press(event) {
    if (event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    this.down.set(event.pointerId, point);
    this.isMoved = false;
    this.start = point;
    this.isChoosing = this.down.size === 1 && (event.shiftKey || this.map.isChoosing);
    if (this.isChoosing && this.corner === null) this.corner = this.map.view.locate(point);
  }

  move(event) {
    const point = pointOf(event);
    const before = this.down.get(event.pointerId);
    if (before === undefined) {
      this.hover(point, event.pointerType);
      return;
    }
    if (!this.isMoved && Math.hypot(point.x - this.start.x, point.y - this.start.y) < SLACK) return;
    this.isMoved = true;
    if (this.isChoosing) this.map.stretchArea(this.corner, this.map.view.locate(point));
    else if (this.down.size === 1) this.map.pan(point.x - before.x, point.y - before.y);
    else this.pinch(event.pointerId, before, point);
    this.down.set(event.pointerId, point);
  }

  pinch(pointerId, before, point) {
    const [other] = [...this.down].filter(([id]) => id !== pointerId).map(([, each]) => each);
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(point.x - other.x, point.y - other.y);
    if (was > 0) this.map.zoom(is / was, { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
    this.map.pan((point.x - before.x) / 2, (point.y - before.y) / 2);
  }

  release(event) {
    if (!this.down.delete(event.pointerId) || this.down.size > 0) return;
    const point = pointOf(event);
    if (this.isChoosing) this.releaseCorner(point);
    else if (this.isMoved) this.map.settle();
    else this.click(point, event.pointerType);
    this.isChoosing = false;
  }

  // A drag ends an area; so does a second click, for who can't drag. With Shift alone a click is no corner.
  releaseCorner(point) {
    const place = this.map.view.locate(point);
    const isSecond = this.isMoved || Math.hypot(point.x - this.firstX, point.y - this.firstY) >= SLACK;
    if (this.isMoved || (this.firstX !== undefined && isSecond)) {
      this.map.chooseArea(this.corner, place);
      this.forgetCorner();
    } else if (this.map.isChoosing) {
      [this.firstX, this.firstY] = [point.x, point.y];
    } else {
      this.forgetCorner();
    }
  }

  forgetCorner() {
    this.corner = null;
    this.firstX = undefined;
    this.firstY = undefined;
  }

  cancel(event) {
    this.down.delete(event.pointerId);
    this.forgetCorner();
    this.map.settle();
  }

  hover(point, kind) {
    if (kind === "touch") return;
    if (this.corner !== null) {
      this.map.stretchArea(this.corner, this.map.view.locate(point));
      return;
    }
    const isOnLabel = this.map.picture.findLabel(point) !== undefined;
    const idea = isOnLabel ? null : this.find(point);
    this.canvas.dataset.over = idea !== null || isOnLabel ? "link" : "";
    if (idea !== null) this.map.point(idea);
    else if (this.map.scene.current !== null) this.map.tip.leave();
  }

  // A finger can't point first: its first touch shows which idea it is, and the second opens it.
  click(point, kind) {
    const label = this.map.picture.findLabel(point);
    const idea = label === undefined ? this.find(point) : null;
    if (idea !== null && (kind !== "touch" || idea === this.map.scene.current)) this.map.open(idea);
    else if (idea !== null) this.map.point(idea);
    else if (label !== undefined) this.map.openTheme(label.key);
    else this.map.bringToMiddle(point);
  }

  // A finger leaves with every touch; what it brought up stays until the next one.
  leave(event) {
    if (event.pointerType !== "touch") this.map.tip.leave();
  }

  find(point) {
    const { ideas, view } = this.map.scene;
    let least = Math.max(this.map.picture.radius + 3, REACH);
    let found = null;
    for (const idea of ideas) {
      const distance = Math.hypot(idea.screenX - point.x, idea.screenY - point.y);
      if (distance < least && idea.isShown && view.sees(idea)) [least, found] = [distance, idea];
    }
    return found;
  }

  wheel(event) {
    const isScrolling = event.timeStamp - this.scrolledAt < GESTURE_MS;
    const isZooming = event.timeStamp - this.zoomedAt < GESTURE_MS;
    const isDone = this.map.view.isWhole && event.deltaY > 0; // there is nothing further out: the page may go on
    if (!event.ctrlKey && !isZooming && (isScrolling || isDone)) {
      this.scrolledAt = event.timeStamp;
      return;
    }
    event.preventDefault();
    this.zoomedAt = event.timeStamp;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.map.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), pointOf(event));
    this.map.settle();
  }

  // Who scrolls down the page and happens to get over the map goes on scrolling.
  noteScroll(event) {
    if (event.target !== this.canvas) this.scrolledAt = event.timeStamp;
  }
}

function pointOf(event) {
  return { x: event.offsetX, y: event.offsetY };
}
