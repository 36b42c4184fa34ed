// What can be asked of a group, page by page, and whether the group is a small circle.

/**
 * One self-assessment, perhaps on one of its occasions, as something that can have a picture.
 *
 * @typedef {object} Part
 * @property {string} pool its name
 * @property {string} title
 * @property {number} minutes
 * @property {string} policy
 * @property {string} words the policy in words
 * @property {number} needed how many people a picture needs
 *
 * @typedef {{ title: string, notebook: string, parts: Part[] }} Page
 */

import { freshId, h } from "./elements.js";

/** A list of what can be asked, page by page. */
export const partSelect = (/** @type {Page[]} */ pages) =>
  h(
    "select",
    { id: freshId(), class: "wh-wide" },
    ...pages.map(({ title, parts }) =>
      h("optgroup", { label: title }, ...parts.map(({ pool, title }) => h("option", { value: pool }, title))),
    ),
  );

/** Every part by its pool's name. */
export const partsOf = (/** @type {Page[]} */ pages) =>
  new Map(pages.flatMap(({ parts }) => parts.map((part) => [part.pool, part])));

/** How many people a small circle's picture needs. */
export const SMALL_CIRCLE = 6;

/** Whether a group of this size can be a small circle. */
export const canBeSmall = (/** @type {number} */ people) => people === SMALL_CIRCLE || people === SMALL_CIRCLE + 1;

/** The choice to be a small circle, with what it means. */
export function smallCircle() {
  const box = h("input", { type: "checkbox", id: freshId() });
  const words =
    "We are a small circle. Pictures then come in bands of three or four people. They hold out against one curious person, " +
    "and not always against two who compare notes. Ask the group before anybody answers, and let one no be enough.";
  const label = h("label", { for: box.id }, box, h("span", {}, words));
  return { box, element: h("div", { class: "wh-keep", hidden: true }, label) };
}
