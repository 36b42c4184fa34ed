/** A number of seconds that run down, paused or not. The end is a moment in time, not a number of ticks: a page in the
 * background ticks late. */
export class Countdown {
  left = 0; // seconds
  #end = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;

  /**
   * @param {() => void} show called whenever `left` has changed
   * @param {() => void} over called when nothing is left
   */
  constructor(show, over) {
    this.show = show;
    this.over = over;
  }

  get running() {
    return this.#ticking !== undefined;
  }

  start() {
    this.pause();
    this.#end = Date.now() + 1000 * this.left;
    this.#ticking = setInterval(() => this.#tick(), 250);
  }

  pause() {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  #tick() {
    this.left = Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));
    if (this.left > 0) this.show();
    else {
      this.pause();
      this.over();
    }
  }
}
