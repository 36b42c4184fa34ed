// Keys on a page are for reading it and for answering. JupyterLab's shortcuts for notebooks would delete a section at
// "d d" and open one at Enter, without a question, so none of them acts on a page, nor does any other single key (WCAG
// 2.1.4). What is JupyterLab's at large and held with Ctrl, Alt or Command, like its command palette, goes on.

/** @import { Commands, Lab } from "./lab.js" */

const SUPPRESS = "data-lm-suppress-shortcuts"; // JupyterLab's own word on an element: no shortcut acts on it
const FOR_NOTEBOOKS = /^(notebook|runmenu|kernelmenu|editmenu):/;

/**
 * @param {Lab} lab
 * @param {Commands} commands
 * @param {(target: unknown) => boolean} isOnPage
 */
export function keepKeys(lab, commands, isOnPage) {
  const ours = new WeakSet(); // elements that bear the word because of us
  const belongsToPage = (/** @type {KeyboardEvent} */ event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) return true;
    const stroke = lab.CommandRegistry.keystrokeForKeydownEvent(event);
    return commands.keyBindings.some(({ command, keys }) => keys[0] === stroke && FOR_NOTEBOOKS.test(command));
  };
  // On the window and on the way down, which is before JupyterLab hears of it, in each of its versions.
  window.addEventListener(
    "keydown",
    (event) => {
      const { target } = event;
      if (!(target instanceof Element)) return;
      const suppress = isOnPage(target) && belongsToPage(event);
      if (suppress === target.hasAttribute(SUPPRESS) || (!suppress && !ours.has(target))) return;
      target.toggleAttribute(SUPPRESS, suppress);
      if (suppress) ours.add(target);
    },
    true,
  );
}
