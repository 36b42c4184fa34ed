// The way back for a page whose kernel, server or network went away.

/**
 * Ask for the whole page to be made again, which whoever runs the pages takes on by preventing the event's default.
 *
 * @param {Element} from an element of the page
 * @returns {boolean} whether somebody takes it on
 */
export function makePageAgain(from) {
  const asked = { bubbles: true, composed: true, cancelable: true };
  return !from.dispatchEvent(new CustomEvent("workshop-make-page-again", asked));
}
