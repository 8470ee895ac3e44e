// Keeps the words of a countdown right from minute to minute; without this script they are right when the page is made.

const MINUTE = 60_000;
const UNITS = [["day", 24 * 60], ["hour", 60], ["minute", 1]];
const language = document.documentElement.lang;

/** The name of an amount of time, as the server writes it too: both have it from CLDR. */
function amount(value, unit) {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** A span in its two largest units, in whole minutes that have not yet passed. */
function spanInWords(milliseconds, nearly) {
  let rest = Math.floor(milliseconds / MINUTE);
  if (rest < 1) return nearly;
  const parts = UNITS.map(([unit, minutes]) => {
    const value = Math.floor(rest / minutes);
    rest -= value * minutes;
    return [value, unit];
  });
  const first = parts.findIndex(([value]) => value > 0);
  const told = parts.slice(first, first + 2).filter(([value]) => value > 0);
  return told.map(([value, unit]) => amount(value, unit)).join(" ");
}

/** Write what is left, and come back when the next minute has passed; a page in the background may come back late. */
function keep(timer) {
  const left = Date.parse(timer.dataset.until) - Date.now();
  const words = left < 0 ? timer.dataset.over : spanInWords(left, timer.dataset.nearly);
  if (timer.textContent !== words) timer.textContent = words;
  if (left >= 0) setTimeout(keep, (left % MINUTE) + 1, timer);
}

document.querySelectorAll("[role=timer][data-until]").forEach(keep);
