// The map by keyboard: from idea to idea in four directions, in and out, and into an idea.

const DIRECTIONS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const SIDEWAYS = 2; // how much more it counts to lie off the direction than to lie far; taste
const STEP = 1.5;

/** Returns the idea that lies nearest in a direction from another, null where none does. */
export function findNext(ideas, from, direction) {
  let least = Infinity;
  let found = null;
  for (const idea of ideas) {
    if (idea === from || !idea.isShown) continue;
    const dx = idea.screenX - from.screenX;
    const dy = idea.screenY - from.screenY;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 0 || aside > ahead * 1.5) continue;
    const cost = ahead + SIDEWAYS * aside;
    if (cost < least) [least, found] = [cost, idea];
  }
  return found;
}

/** Returns the idea nearest to the middle of what is seen. */
export function findMiddle(ideas, view) {
  const middle = { screenX: view.width / 2, screenY: view.height / 2 };
  const distance = (idea) => Math.hypot(idea.screenX - middle.screenX, idea.screenY - middle.screenY);
  return ideas.filter((idea) => idea.isShown).sort((one, other) => distance(one) - distance(other))[0] ?? null;
}

export function listenToKeys(canvas, map) {
  canvas.addEventListener("focus", () => {
    if (canvas.matches(":focus-visible") && map.scene.current === null) map.reach(findMiddle(map.scene.ideas, map.view));
  });
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (act(event.key, map)) event.preventDefault();
  });
}

function act(key, map) {
  const { current, ideas } = map.scene;
  if (key in DIRECTIONS) {
    const next = current === null ? findMiddle(ideas, map.view) : findNext(ideas, current, DIRECTIONS[key]);
    if (next === null) map.tip.say(map.words.edge);
    else map.reach(next);
  } else if (key === "Enter" && current !== null) map.open(current);
  else if (key === "+") map.step(STEP);
  else if (key === "-") map.step(1 / STEP);
  else if (key === "0") map.reset();
  else if (key === "Escape") map.rest();
  else return false;
  return true;
}
