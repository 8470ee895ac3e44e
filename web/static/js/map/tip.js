// The box that tells which idea a mark is, and the same in words for screen readers.

const DISTANCE = 14; // pixels from the middle of the mark
const PATIENCE_MS = 250; // how long it stays for a pointer on its way into it

export class Tip {
  constructor(section, { onLeave }) {
    this.box = section.querySelector("#map-tip");
    this.said = section.querySelector("#map-said");
    this.words = section.dataset;
    this.onLeave = onLeave;
    this.box.addEventListener("pointerenter", () => clearTimeout(this.leaving));
    this.box.addEventListener("pointerleave", () => this.leave());
  }

  show(idea, { legend, view, radius }) {
    clearTimeout(this.leaving);
    const theme = legend.theme.get(idea.theme);
    const region = legend.region.get(idea.region);
    this.box.replaceChildren(
      makeLink(idea),
      makeLine([idea.lead, region?.name].filter(Boolean).join(" · ")),
      makeLine(`${theme.number} ${theme.name}`),
      ...this.listNotes(idea).map((note) => makeLine(note, "quiet")),
    );
    if (idea.nearest) {
      const line = makeLine(`${this.words.nearest} `, "quiet");
      line.append(makeText(idea.nearest.title, idea.nearest.language));
      this.box.append(line);
    }
    this.box.hidden = false;
    this.place(idea, view, radius);
  }

  // Above the mark or below it, away from the idea it is joined to, where there is room; never out of the map.
  place(idea, view, radius) {
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const away = radius + DISTANCE;
    const left = Math.min(Math.max(idea.screenX - width / 2, 4), Math.max(view.width - width - 4, 4));
    const above = idea.screenY - away - height;
    const below = idea.screenY + away;
    const wantsBelow = idea.nearest !== null && idea.nearest.screenY < idea.screenY;
    const isRoomBelow = below + height <= view.height - 4;
    const top = above < 4 || (wantsBelow && isRoomBelow) ? below : above;
    this.box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  leave() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.onLeave(), PATIENCE_MS);
  }

  hide() {
    clearTimeout(this.leaving);
    this.box.hidden = true;
  }

  /** Says which idea it is to who can't see it. */
  tell(idea, { legend }) {
    const theme = legend.theme.get(idea.theme);
    this.say([idea.title, idea.lead, `${theme.number} ${theme.name}`, ...this.listNotes(idea)].filter(Boolean).join(". "));
  }

  say(words) {
    this.said.textContent = words;
  }

  listNotes(idea) {
    return [idea.isIllustrative && this.words.illustrative, idea.isAlone && this.words.alone].filter(Boolean);
  }
}

function makeLink(idea) {
  const link = makeText(idea.title, idea.language, "a");
  link.href = `/ideas/${idea.id}`;
  link.className = "ds-link";
  link.tabIndex = -1; // by keyboard an idea is opened with Enter, without a detour through the box
  return link;
}

function makeLine(words, className = "") {
  const line = document.createElement("p");
  line.className = className;
  line.textContent = words;
  return line;
}

function makeText(words, language, kind = "span") {
  const text = document.createElement(kind);
  text.textContent = words;
  if (language !== document.documentElement.lang) text.lang = language;
  return text;
}
