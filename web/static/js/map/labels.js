// Where the names of themes stand: near their ideas, never over one another, and over as few marks as can be.

const CELL = 6; // pixels; marks are counted on a grid of this size
const GAP = 4;
const DIRECTIONS = 16;
const RINGS = [0, 10, 24, 42, 64, 90, 120];
const FEW = 400; // among fewer marks every theme gets its name, and names cover no mark if that can be
const COST_OF_MARK = { few: 10, many: 1 }; // as much as so many times four pixels further away; taste
const COST_OF_WORD = 6; // what a shorter name must save
const MOST_NAMED = 0.18; // share of the map that names may cover where there are many marks; taste

/**
 * Returns the labels that found a place. Each theme is tried with all of its `texts`, the fullest first, all around
 * its ideas and ever further away; what is nearest and covers least is taken.
 *
 * @param themes `{key, texts: [{lines, width, height}], x, y, spread}` in pixels, the most important first
 * @param marks `{x, y}` of all marks that are seen, with a `radius` for all of them
 */
export function placeLabels(themes, { width, height, marks, radius }) {
  const isFew = marks.length < FEW;
  const covered = countCovered(marks, { width, height, radius });
  const price = (box) => covered(box) * (isFew ? COST_OF_MARK.few : COST_OF_MARK.many);
  const placed = [];
  let room = isFew ? Infinity : width * height * MOST_NAMED;
  for (const theme of themes) {
    let best = null;
    theme.texts.forEach((text, nLeftOut) => {
      const found = findBox(theme, text, { width, height, placed, radius, price });
      if (found === null) return;
      const cost = found.cost + nLeftOut * COST_OF_WORD;
      if (best === null || cost < best.cost) best = { ...text, ...found, cost, key: theme.key, x: theme.x, y: theme.y };
    });
    if (best === null || best.width * best.height > room) continue;
    room -= best.width * best.height;
    placed.push(best);
  }
  return placed;
}

function findBox(theme, text, { width, height, placed, radius, price }) {
  let best = null;
  for (const ring of RINGS) {
    if (best !== null && ring / 4 > best.cost) break; // whatever comes now is further away than the best is bad
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const box = boxAt(theme, text, ring + radius, turn);
      if (box.left < GAP || box.top < GAP || box.right > width - GAP || box.bottom > height - GAP) continue;
      if (placed.some((other) => overlaps(box, other))) continue;
      const cost = price(box) + ring / 4 + (turn > 1 ? 1 : 0);
      if (best === null || cost < best.cost) best = { ...box, cost };
    }
  }
  return best;
}

function boxAt(theme, text, away, turn) {
  const order = turn < 2 ? turn * 0.5 : (turn - 1) / DIRECTIONS;
  const angle = Math.PI * (2 * order - 0.5);
  const across = Math.min(theme.spread, 70) * 0.6 + text.width / 2 + GAP + away;
  const along = Math.min(theme.spread, 70) + text.height / 2 + GAP + away;
  const x = theme.x + Math.cos(angle) * across;
  const y = theme.y + Math.sin(angle) * along;
  return {
    left: x - text.width / 2,
    right: x + text.width / 2,
    top: y - text.height / 2,
    bottom: y + text.height / 2,
  };
}

function overlaps(box, other) {
  return (
    box.left < other.right + GAP &&
    box.right > other.left - GAP &&
    box.top < other.bottom + GAP &&
    box.bottom > other.top - GAP
  );
}

/** Returns a function that tells how many marks a box would cover, from sums over a grid. */
function countCovered(marks, { width, height, radius }) {
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const sums = new Float32Array((columns + 1) * (rows + 1));
  const clampColumn = (x) => Math.min(Math.max(Math.floor(x / CELL), 0), columns - 1);
  const clampRow = (y) => Math.min(Math.max(Math.floor(y / CELL), 0), rows - 1);
  for (const { x, y } of marks) {
    if (x >= 0 && y >= 0 && x <= width && y <= height) {
      sums[(clampRow(y) + 1) * (columns + 1) + clampColumn(x) + 1] += 1;
    }
  }
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      const at = row * (columns + 1) + column;
      sums[at] += sums[at - 1] + sums[at - columns - 1] - sums[at - columns - 2];
    }
  }
  return (box) => {
    const left = clampColumn(box.left - radius);
    const right = clampColumn(box.right + radius) + 1;
    const top = clampRow(box.top - radius) * (columns + 1);
    const bottom = (clampRow(box.bottom + radius) + 1) * (columns + 1);
    return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
  };
}
