// Makes web/static/vendor/: the style sheets, fonts and scripts of others that the pages are served with.
// Run by `make` after `npm ci`; the folder is git-ignored, so that nothing of others is ever committed.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VENDOR = join(ROOT, "web/static/vendor");
const CONFIG = join(ROOT, "web/theme/designsystemet.config.json");
const THEME = "kumppani"; // its name in the configuration
const FONT = "@fontsource-variable/source-sans-3/files/source-sans-3";

// latin-ext as well: Š, č and đ of Sámi names are not in latin.
const COPIES = [
  ["@digdir/designsystemet-css/dist/src/index.css", "designsystemet.css"],
  ["@digdir/designsystemet-css/LICENSE", "designsystemet-LICENSE.txt"],
  ["htmx.org/dist/htmx.min.js", "htmx.min.js"],
  [`${FONT}-latin-wght-normal.woff2`, "source-sans-3-latin.woff2"],
  [`${FONT}-latin-ext-wght-normal.woff2`, "source-sans-3-latin-ext.woff2"],
  ["@fontsource-variable/source-sans-3/LICENSE", "source-sans-3-LICENSE.txt"],
];

/** Computes the theme, light and dark, from the colours of the configuration; its chatter is shown only if it fails. */
function buildTheme(folder) {
  const program = join(ROOT, "node_modules/@digdir/designsystemet/dist/bin/designsystemet.js");
  const tokens = join(folder, "tokens");
  const built = join(folder, "built");
  const run = (...options) => execFileSync(process.execPath, [program, "tokens", ...options], { stdio: "pipe" });
  try {
    run("create", "--config", CONFIG, "--out-dir", tokens);
    run("build", "--config", CONFIG, "--tokens", tokens, "--out-dir", built);
  } catch (error) {
    throw new Error(`The theme could not be made from ${CONFIG}:\n${error.stdout}\n${error.stderr}`);
  }
  return join(built, `${THEME}.css`);
}

const work = mkdtempSync(join(tmpdir(), "kumppani-theme-"));
try {
  rmSync(VENDOR, { recursive: true, force: true });
  mkdirSync(VENDOR, { recursive: true });
  cpSync(buildTheme(work), join(VENDOR, "theme.css"));
  for (const [source, target] of COPIES) cpSync(join(ROOT, "node_modules", source), join(VENDOR, target));
} finally {
  rmSync(work, { recursive: true, force: true });
}
