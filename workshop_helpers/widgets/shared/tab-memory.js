/** What this tab of the browser remembers under a name, as text; where that is not allowed, the page alone does. */
export class TabMemory {
  /** @type {string | null} */
  #text = null;

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  read() {
    try {
      return sessionStorage.getItem(this.name);
    } catch {
      return this.#text;
    }
  }

  /** @param {string} text */
  write(text) {
    this.#text = text;
    try {
      sessionStorage.setItem(this.name, text);
    } catch {} // a page that may not remember
  }
}
