// What every view is built of.

/**
 * @typedef {string | Node | false | null | undefined} Child
 * @typedef {string | number | boolean | null | undefined | ((event: any) => void)} Attribute
 */

/**
 * @param {Child} child
 * @returns {child is string | Node}
 */
const isShown = (child) => child != null && child !== false && child !== "";

/**
 * Make an element: h("p", { class: "x" }, "text", child). Text is always text, never HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute>} attributes those that start with "on" are called when that event happens
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(isShown));
  return element;
}

/**
 * A button. A key that is held down presses it once: what lies under the focus next is not pressed as well.
 *
 * @param {string} text
 * @param {() => void} pressed
 * @param {string} style
 */
export function button(text, pressed, style = "") {
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  };
  return h("button", { type: "button", class: `wh-button ${style}`, onclick: pressed, onkeydown }, text);
}

/** Call back when the Enter key is pressed in a field. */
export const onEnter = (/** @type {HTMLElement} */ field, /** @type {() => void} */ act) =>
  field.addEventListener("keydown", (event) => event.key === "Enter" && !event.repeat && act());

/** Change an element's text only if it is new, so that a screen reader does not read it out again. */
export function put(/** @type {HTMLElement} */ element, /** @type {string} */ text) {
  if (element.textContent !== text) element.textContent = text;
}

/** An id that no other element has; random, because each widget on a page has a copy of this module of its own. */
export const freshId = () => `wh-${Math.random().toString(36).slice(2)}`;

/**
 * Give a widget's root the workshop's look, and its keys: JupyterLab would take arrows and letters for shortcuts.
 *
 * @param {HTMLElement} root
 * @param {...string} classes
 */
export function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  // JupyterLab asks the focused element itself, not its parents.
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}
