// Puts the modules of each widget's page into one file, and its styles into another, so that a page loads two files and
// nobody needs Node.js to run the workshop; and those of the extension of JupyterLab into one. The same sources give the
// same bytes, wherever and whenever they are put together; `manifest.json` says from which sources, so that a test can
// tell without Node.js when a bundle is stale.
//
//   node tools/bundles.js                    every widget and the extension, to where the workshop reads them
//   node tools/bundles.js --to FOLDER        every widget and the extension, to another folder
//   node tools/bundles.js --to FOLDER VIEW…  these modules or styles alone, each under its own name, without a manifest

import { createHash } from "node:crypto";
import { existsSync, globSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const PROJECT = path.dirname(import.meta.dirname);
const WIDGETS = "workshop_helpers/widgets";
const HOME = `${WIDGETS}/_bundles`;
const EXTENSION = "share/labextension/static"; // where JupyterLab looks for it, by its name
const BANNER = '/* Made by "make bundles" from the files named below. Change those, and never this one. */';

/** Each widget's module and style, to be named after the widget. */
const widgets = () =>
  globSync(`${WIDGETS}/*/view.js`, { cwd: PROJECT })
    .map((view) => path.dirname(view))
    .sort()
    .flatMap((folder) =>
      ["view.js", "style.css"].map((name) => ({ in: `${folder}/${name}`, out: path.basename(folder) })),
    );

const extension = [{ in: "share/pages/index.js", out: "remoteEntry" }];

/**
 * @param {{ in: string, out: string }[]} entries
 * @param {"esm" | "iife"} [format] a module, or a script, which is what JupyterLab loads
 * @returns {Promise<{ files: Map<string, string>, sources: string[] }>} each bundle's text by its name, and what it is
 *     made of
 */
async function bundled(entries, format = "esm") {
  const { outputFiles, metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: entries,
    outdir: HOME,
    bundle: true,
    write: false,
    metafile: true,
    format,
    target: "esnext", // what we write is what browsers get
    charset: "utf8",
    banner: { js: BANNER, css: BANNER },
    logLevel: "error",
  });
  const files = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  return { files, sources: Object.keys(metafile.inputs) };
}

/** @param {string | NodeJS.ArrayBufferView} content */
const checksum = (content) => createHash("sha256").update(content).digest("hex");

/**
 * What a test needs to say that a bundle is stale: the checksum of each source and of each bundle.
 *
 * @param {Map<string, string>} files
 * @param {string[]} sources
 */
async function manifest(files, sources) {
  const read = sources.sort().map(async (file) => [file, checksum(await readFile(path.join(PROJECT, file)))]);
  const bundles = [...files].sort().map(([name, text]) => [name, checksum(text)]);
  const told = { sources: Object.fromEntries(await Promise.all(read)), bundles: Object.fromEntries(bundles) };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}

const { values, positionals } = parseArgs({ options: { to: { type: "string" } }, allowPositionals: true });
const folder = path.resolve(values.to ?? path.join(PROJECT, HOME));
const chosen = positionals.map((file) => ({ in: path.resolve(file), out: path.parse(file).name }));
const { files, sources } = await bundled(chosen.length ? chosen : widgets());
if (!chosen.length) {
  const pages = await bundled(extension, "iife");
  for (const [name, text] of pages.files) files.set(name, text);
  files.set("manifest.json", await manifest(files, [...new Set([...sources, ...pages.sources])]));
}

/** @param {string} name */
const folderOf = (name) => (!values.to && name === "remoteEntry.js" ? path.join(PROJECT, EXTENSION) : folder);
await mkdir(folder, { recursive: true });
if (!values.to) {
  const gone = (await readdir(folder)).filter((name) => !files.has(name) || folderOf(name) !== folder);
  await Promise.all(gone.map((name) => rm(path.join(folder, name))));
}
for (const [name, text] of files) {
  const file = path.join(folderOf(name), name);
  if (!existsSync(file) || (await readFile(file, "utf8")) !== text) await writeFile(file, text);
}
