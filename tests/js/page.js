// A page for views that a test draws without a browser: enough for what is typed, ticked and shown, and no layout.

import { Window } from "happy-dom";

const window = new Window();
Object.assign(globalThis, {
  window,
  document: window.document,
  Element: window.Element,
  KeyboardEvent: window.KeyboardEvent,
  Node: window.Node,
  CustomEvent: window.CustomEvent,
  addEventListener: window.addEventListener.bind(window),
  removeEventListener: window.removeEventListener.bind(window),
});

/** An element in the page, for one view. */
export function place() {
  const element = document.createElement("div");
  document.body.replaceChildren(element);
  return element;
}

/** Forget what the forms of a page share, as a page that is opened anew does. */
export const forgetAll = () => Reflect.deleteProperty(globalThis, Symbol.for("workshop-unsent"));

/**
 * The elements of a kind in another one.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Element} root
 * @param {Tag} tag
 */
export const all = (root, tag) => [...root.querySelectorAll(tag)];

/**
 * Type into a field, or choose in a list, as somebody who leaves it then.
 *
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} field
 * @param {string} value
 */
export function type(field, value) {
  field.value = value;
  for (const name of ["input", "change"]) fire(field, name);
}

/**
 * Tick a box, or choose one of several.
 *
 * @param {HTMLInputElement} box
 */
export function tick(box, on = true) {
  box.checked = on;
  fire(box, "change");
}

/**
 * Press the button of these words.
 *
 * @param {Element} root
 * @param {string} words
 */
export function press(root, words) {
  const found = all(root, "button").find((button) => button.textContent === words);
  if (!found) throw new Error(`no button says “${words}”`);
  found.click();
}

/**
 * @param {Element} element
 * @param {string} name
 */
function fire(element, name) {
  element.dispatchEvent(/** @type {any} */ (new window.Event(name)));
}
