// What a person has changed and the kernel has not yet said that it keeps. It survives its form being made again.

/**
 * @template {object} Change
 * @typedef {object} Held
 * @property {string} slot what was changed; a newer change of the same takes its place
 * @property {string | null} generation of the workbook that it belongs to; null until that is known
 * @property {number} number
 * @property {Change} change
 */

/**
 * @template {object} Change
 * @typedef {{ last: number, held: Held<Change>[] }} Place the last number that was given, and what is held, in order
 */

import { server } from "./server.js";

const PREFIX = "workshop-unsent";
const SHARED = Symbol.for(PREFIX); // each widget on a page has a copy of this module, and all of them share one memory

/** @returns {{ places: Map<string, Place<any>>, left: boolean }} */
function memory() {
  const page = /** @type {{ [SHARED]?: ReturnType<typeof memory> }} */ (/** @type {unknown} */ (globalThis));
  page[SHARED] ??= { places: new Map(), left: false };
  return page[SHARED];
}

/**
 * The changes of one form that the kernel has not acknowledged, the newest of each slot, in the order of their numbers.
 *
 * @template {object} Change
 */
export class Unsent {
  /** @type {string | null} */
  #generation = null;
  #inTab = false;

  /** @param {string} place what is asked, by a name that it has each time it is asked */
  constructor(place) {
    this.name = `${PREFIX} ${server()?.address ?? ""} ${place}`;
    const { places } = memory();
    /** @type {Place<Change>} */
    this.place = places.get(this.name) ?? asStored(this.name);
    places.set(this.name, this.place);
  }

  get all() {
    return this.place.held;
  }

  /** The newest change of a slot, if there is one. */
  of(/** @type {string} */ slot) {
    return this.all.find((held) => held.slot === slot)?.change;
  }

  /** Whether a reload of the tab may find them again; else they live as long as the page. */
  set inTab(/** @type {boolean} */ on) {
    this.#inTab = on;
    this.#write();
  }

  /**
   * @param {string} slot
   * @param {Change} change
   */
  add(slot, change) {
    this.place.last += 1;
    const held = { slot, change, generation: this.#generation, number: this.place.last };
    this.#hold([...this.all.filter((other) => other.slot !== slot), held]);
    return held;
  }

  /** The kernel keeps the change of this number. */
  settle(/** @type {number} */ number) {
    this.#hold(this.all.filter((held) => held.number !== number));
  }

  /**
   * Go on with a workbook: what belongs to another one, or to it before everything was forgotten, is dropped.
   *
   * @param {string} generation
   */
  belong(generation) {
    this.#generation = generation;
    const ours = this.all.filter((held) => [null, generation].includes(held.generation));
    this.#hold(ours.map((held) => ({ ...held, generation })));
  }

  /** @param {Held<Change>[]} held */
  #hold(held) {
    this.place.held = held;
    this.#write();
  }

  #write() {
    try {
      if (this.#inTab && this.all.length && !memory().left) sessionStorage.setItem(this.name, JSON.stringify(this.all));
      else sessionStorage.removeItem(this.name);
    } catch {} // a page that may not remember
  }
}

/**
 * What the tab kept through a reload.
 *
 * @param {string} name
 * @returns {Place<any>}
 */
function asStored(name) {
  try {
    /** @type {Held<any>[]} */
    const held = JSON.parse(sessionStorage.getItem(name) ?? "[]");
    return { held, last: held.at(-1)?.number ?? 0 };
  } catch {
    return { held: [], last: 0 };
  }
}

/** Drop whatever any form of this tab holds back. */
export function forgetUnsent() {
  for (const place of memory().places.values()) place.held = [];
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {} // a page that may not remember
}

/** Drop it, and leave nothing in the tab from now on: the page is being left for good. */
export function leaveUnsent() {
  memory().left = true;
  forgetUnsent();
}
