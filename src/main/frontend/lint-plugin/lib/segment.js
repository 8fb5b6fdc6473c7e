/** A straight piece of a drawn flow, from its first point to its second; in pixels. */
class Segment {
  constructor({ x: x1, y: y1 }, { x: x2, y: y2 }) {
    Object.assign(this, { x1, y1, x2, y2 });
  }

  get isSomewhere() {
    return [this.x1, this.y1, this.x2, this.y2].every(Number.isFinite);
  }

  get left() {
    return Math.min(this.x1, this.x2);
  }

  get right() {
    return Math.max(this.x1, this.x2);
  }

  get top() {
    return Math.min(this.y1, this.y2);
  }

  get bottom() {
    return Math.max(this.y1, this.y2);
  }

  /** Whether each lies on both sides of the other: a real crossing, not a meeting. */
  crosses(o) {
    return this.#side(o.x1, o.y1) * this.#side(o.x2, o.y2) < 0 && o.#side(this.x1, this.y1) * o.#side(this.x2, this.y2) < 0;
  }

  /** Whether the two have at least one point in common. */
  touches(o) {
    return this.crosses(o) || this.#holds(o.x1, o.y1) || this.#holds(o.x2, o.y2) || o.#holds(this.x1, this.y1) || o.#holds(this.x2, this.y2);
  }

  #holds(x, y) {
    return this.#side(x, y) === 0 && x >= this.left && x <= this.right && y >= this.top && y <= this.bottom;
  }

  /** -1 and 1 for the two sides of the line, 0 on it. */
  #side(x, y) {
    return Math.sign((this.x2 - this.x1) * (y - this.y1) - (this.y2 - this.y1) * (x - this.x1));
  }
}

module.exports = { Segment };
