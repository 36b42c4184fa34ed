// The way back for a page whose kernel, server or network went away.

import { button } from "./elements.js";
import { Waiting } from "./waiting.js";

const PAGE_PATIENCE = 60_000; // milliseconds until a page that is made again should be there
const BY_HAND =
  "To connect again by hand: in the menu Kernel, choose Change Kernel, and there a kernel to start. After that, in the " +
  "menu Run, choose Run All Cells.";

/**
 * Ask for the whole page to be made again, which whoever runs the pages takes on by preventing the event's default.
 *
 * @param {Element} from an element of the page
 * @returns {boolean} whether somebody takes it on
 */
function makePageAgain(from) {
  const asked = { bubbles: true, composed: true, cancelable: true };
  return !from.dispatchEvent(new CustomEvent("workshop-make-page-again", asked));
}

/** A button that has the whole page made again; hidden until it is needed. */
export class Reconnect {
  button = button("Reconnect", () => this.#press());

  /** @param {(words: string) => void} say how that goes */
  constructor(say) {
    this.say = say;
    this.making = new Waiting(() => say("That takes long. Try again in a moment."));
    this.button.hidden = true;
  }

  stop() {
    this.making.stop();
  }

  #press() {
    if (makePageAgain(this.button)) {
      this.making.start(PAGE_PATIENCE);
      this.say("Connecting again …");
    } else this.say(BY_HAND);
  }
}
