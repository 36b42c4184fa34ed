// What a page's cells ask for. A notebook that somebody passes on may claim to be ours, so a cell's own text is never
// run by itself: it is read here, and what is run is built anew from the names that were found.

/** What a page may call, all with an id or without one: none of them does more than to show something. */
const SHOWS = new Set([
  "agenda",
  "assess",
  "begin",
  "discuss",
  "exercise",
  "facilitate",
  "finish",
  "join",
  "overlap",
  "overview",
  "plan",
  "reflect",
  "report",
  "slips",
  "table",
  "trade",
]);

const IMPORT = "import workshop_helpers as wh";
const CALL = /^wh\.([a-z]+)\((?:"([a-z0-9-]+)"(?:, occasion="([a-z0-9-]+)")?)?\)$/;

// Nothing that cannot be seen: Python and IPython end a line, and so a comment, at more characters than an editor shows.
const COMMENT = /^(?:#[^\p{C}\p{Zl}\p{Zp}]*)?$/u;

/**
 * What to run for a cell.
 *
 * @param {string} source the cell's own text
 * @returns {string | undefined} Python, or undefined for a cell that holds anything but our own calls
 */
export function codeFor(source) {
  const calls = [];
  for (const line of source.split("\n")) {
    if (line === IMPORT || COMMENT.test(line)) continue;
    const [, name = "", id, occasion] = CALL.exec(line) ?? [];
    if (!SHOWS.has(name)) return undefined;
    const given = [id && `"${id}"`, occasion && `occasion="${occasion}"`].filter(Boolean);
    calls.push(`wh.${name}(${given.join(", ")})`);
  }
  return calls.length ? [IMPORT, ...calls].join("\n") : undefined;
}
