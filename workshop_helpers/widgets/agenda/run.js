/**
 * @typedef {object} AgendaPart
 * @property {string} title
 * @property {number} minutes
 * @property {"work" | "break" | "spare"} kind
 * @property {boolean} demanding
 * @property {string[]} text what the facilitator does and says
 * @property {{ title: string, notebook: string } | null} page the page that it is about
 *
 * @typedef {{ started: number, rested: number }} Stay when a part was begun, and for how long it was paused
 *
 * @typedef {object} KeptRun
 * @property {number} begun
 * @property {Stay[]} stays
 * @property {number | null} paused
 * @property {number | null} ended
 */

export const MINUTE = 60_000;

/** How many minutes some parts take together. */
export const total = (/** @type {AgendaPart[]} */ parts) => parts.reduce((sum, part) => sum + part.minutes, 0);

/** A session that runs. Everything is worked out from moments in time, in milliseconds: a page in the background ticks
 * late. */
export class Run {
  /**
   * @param {AgendaPart[]} parts
   * @param {number} now
   * @param {Partial<KeptRun>} kept what `toJSON` gave of an earlier one
   */
  constructor(parts, now, kept = {}) {
    this.parts = parts;
    this.begun = kept.begun ?? now;
    this.stays = kept.stays ?? [{ started: now, rested: 0 }]; // one for each part that was begun
    this.paused = kept.paused ?? null; // since when
    this.ended = kept.ended ?? null;
  }

  /** @returns {KeptRun} */
  toJSON() {
    const { begun, stays, paused, ended } = this;
    return { begun, stays, paused, ended };
  }

  /** The place of the part that is on. */
  get at() {
    return this.stays.length - 1;
  }

  get part() {
    return this.parts[this.at];
  }

  /** @param {number} now */
  next(now) {
    this.go(now);
    if (this.at + 1 < this.parts.length) this.stays.push({ started: now, rested: 0 });
    else this.ended = now;
  }

  /** @param {number} now */
  back(now) {
    this.go(now);
    if (this.ended) this.ended = null;
    else if (this.at) this.stays.pop();
  }

  /** @param {number} now */
  pause(now) {
    this.paused = now;
  }

  /** @param {number} now */
  go(now) {
    if (this.paused) this.stays[this.at].rested += now - this.paused;
    this.paused = null;
  }

  /**
   * Milliseconds left of the part that is on; below zero when it takes longer than planned.
   *
   * @param {number} now
   */
  left(now) {
    const { started, rested } = this.stays[this.at];
    return started + rested + this.part.minutes * MINUTE - (this.paused ?? now);
  }

  /**
   * When each part begins, and last when all is over: as it was so far, and from now on as it will be.
   *
   * @param {number} now
   */
  times(now) {
    const times = this.stays.map(({ started }) => started);
    let end = this.ended ?? now + Math.max(0, this.left(now));
    for (const part of this.parts.slice(this.at + 1)) {
      times.push(end);
      end += part.minutes * MINUTE;
    }
    return [...times, end];
  }

  /**
   * When all will be over, or was.
   *
   * @param {number} now
   */
  end(now) {
    return this.times(now)[this.parts.length];
  }

  /**
   * Minutes behind the plan, as the two times on the screen differ; below zero when ahead of it.
   *
   * @param {number} now
   */
  behind(now) {
    return Math.floor(this.end(now) / MINUTE) - Math.floor(this.planned / MINUTE);
  }

  /** When all should be over. */
  get planned() {
    return this.begun + total(this.parts) * MINUTE;
  }

  /** Minutes to spare in what is still to come. */
  get spare() {
    return total(this.parts.slice(this.at + 1).filter((part) => part.kind === "spare"));
  }
}
