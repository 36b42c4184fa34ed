// A number of seconds that run down, paused or not. The end is a moment in time, not a number of ticks: a page in the
// background ticks late.

const clockFace = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

class Countdown {
  /** `show` is called whenever `left` has changed, `over` when nothing is left. */
  constructor(show, over) {
    this.show = show;
    this.over = over;
    this.left = 0;
    this.ticking = null;
  }

  get running() {
    return this.ticking !== null;
  }

  start() {
    this.pause();
    this.end = Date.now() + 1000 * this.left;
    this.ticking = setInterval(() => this.tick(), 250);
  }

  pause() {
    clearInterval(this.ticking);
    this.ticking = null;
  }

  tick() {
    this.left = Math.max(0, Math.ceil((this.end - Date.now()) / 1000));
    if (this.left > 0) this.show();
    else {
      this.pause();
      this.over();
    }
  }
}
