// The ideas on the map, from the API, and the legend, from the page: it knows how themes and regions are called and
// marked in the reader's language and colours.

const NO_REGION = "-";

/** Returns the ideas; a failed answer is an error. */
export async function loadIdeas(address, language) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const { placements } = await response.json();
  const ideas = placements.map((placement) => ({
    id: placement.idea.id,
    title: placement.idea.title,
    language: placement.idea.language,
    lead: nameLead(placement.idea.lead, language),
    isIllustrative: placement.idea.origin === "illustrative",
    isAlone: placement.is_alone,
    x: placement.x,
    y: placement.y,
    theme: String(placement.theme_id),
    region: placement.region_id ?? NO_REGION,
    nearestId: placement.nearest_id,
    nearest: null,
    isShown: true, // as the filters of the table want it
    screenX: 0,
    screenY: 0,
  }));
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  for (const idea of ideas) idea.nearest = byId.get(idea.nearestId) ?? null;
  return ideas;
}

/** Returns the marks by key, for themes and for regions: what each is called, its number, outline and colour. */
export function readLegend(section) {
  const read = (kind) => {
    const entries = section.querySelectorAll(`[data-legend=${kind}] [data-key]`);
    return new Map([...entries].map((entry) => [entry.dataset.key, readEntry(entry)]));
  };
  return { theme: read("theme"), region: read("region") };
}

function readEntry(entry) {
  const mark = entry.querySelector(".map-mark");
  const link = entry.querySelector("[data-name]");
  return {
    key: entry.dataset.key,
    name: link.textContent.trim().replace(/\s+/g, " "),
    address: link.href,
    number: mark.querySelector("text").textContent,
    outline: new Path2D(mark.querySelector("path").getAttribute("d")),
    color: getComputedStyle(mark).getPropertyValue("--theme-color").trim(),
  };
}

function nameLead(lead, language) {
  return lead === null ? "" : (lead.organisation?.name[language] ?? lead.written);
}
