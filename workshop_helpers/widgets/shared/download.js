import { h } from "./elements.js";

/**
 * Save something in the person's downloads.
 *
 * @param {string} name the file's
 * @param {string} type such as "text/html"
 * @param {string} text
 */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
