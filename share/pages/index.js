// Opens the workshop's notebooks as pages to read, in JupyterLab and in Notebook 7: what they show is made at once, code
// is out of sight, and on a narrow screen the page has the screen to itself. Other notebooks are left as they are.
//
// `make bundles` puts this folder into the one file in which JupyterLab loads an extension.

import { keepKeys } from "./keys.js";
import { labIn } from "./lab.js";
import { keepLinks } from "./links.js";
import { Page, saysItIsOurs } from "./page.js";
import { STYLE } from "./style.js";

/** @import { Application, Lab, Menu, Palette, Panel, SharedScope, Tracker } from "./lab.js" */

const NARROW = 760; // pixels; below this JupyterLab's side bars leave no room to read
const EDIT = "workshop-pages:edit";

/** @param {Lab} lab */
const pluginOf = (lab) => ({
  id: "workshop-pages:plugin",
  description: "Opens the workshop's notebooks as pages to read.",
  autoStart: true,
  requires: [lab.INotebookTracker],
  optional: [lab.ICommandPalette, lab.IMainMenu],
  /**
   * @param {Application} app
   * @param {Tracker} tracker
   * @param {Palette | null} palette
   * @param {Menu | null} menu
   */
  activate({ commands, restored, shell }, tracker, palette, menu) {
    const style = document.createElement("style");
    style.textContent = STYLE;
    document.head.append(style);

    /** @type {Map<Panel, Page>} */
    const pages = new Map();
    const changed = () => commands.notifyCommandChanged(EDIT);
    const pageAt = (/** @type {unknown} */ target) => [...pages.values()].find((page) => page.holds(target));
    const current = () => {
      const page = tracker.currentWidget && pages.get(tracker.currentWidget);
      return page?.isPage ? page : undefined;
    };

    const read = async (/** @type {Panel} */ panel) => {
      await panel.context.ready;
      if (!saysItIsOurs(panel)) return;
      const page = new Page(lab, panel, changed);
      pages.set(panel, page);
      panel.disposed.connect(() => pages.delete(panel));
      keepLinks(lab, commands, panel);
      await page.open();
      changed();
    };
    const look = (/** @type {Panel} */ panel) => void read(panel).catch(console.error);
    tracker.forEach(look);
    tracker.widgetAdded.connect((_, panel) => look(panel));
    tracker.currentChanged.connect(changed);

    commands.addCommand(EDIT, {
      label: "Edit This Page as a Notebook",
      caption: "Show the code and the toolbar, and let cells be changed; JupyterLab saves them from then on",
      isVisible: () => Boolean(current()),
      execute: () => current()?.becomeNotebook(),
    });
    palette?.addItem({ command: EDIT, category: "Workshop" });
    menu?.editMenu.addGroup([{ command: EDIT }], 0);

    keepKeys(lab, commands, (target) => Boolean(pageAt(target)));
    document.addEventListener("workshop-make-page-again", (event) => {
      const page = pageAt(event.target);
      if (!page) return;
      event.preventDefault();
      page.makeAgain().catch(console.error);
    });
    // Not awaited: JupyterLab waits for its extensions before it calls itself restored.
    restored.then(() => (window.innerWidth < NARROW ? makeRoom({ commands, shell }) : undefined));
  },
});

/** @param {Pick<Application, "commands" | "shell">} app */
async function makeRoom({ commands, shell }) {
  shell.collapseLeft?.();
  shell.collapseRight?.();
  const bars = [
    { command: "application:toggle-side-tabbar", args: { side: "left" } },
    { command: "application:toggle-side-tabbar", args: { side: "right" } },
    { command: "statusbar:toggle", args: {} },
  ];
  for (const { command, args } of bars) {
    if (commands.hasCommand(command) && commands.isToggled(command, args)) await commands.execute(command, args);
  }
}

/** @type {SharedScope} */
let shared = {};
const page = /** @type {Window & { _JUPYTERLAB?: Record<string, object> }} */ (window);
page._JUPYTERLAB ??= {};
page._JUPYTERLAB["workshop-pages"] = {
  init: (/** @type {SharedScope} */ scope) => {
    shared = scope;
  },
  get: async (/** @type {string} */ module) => {
    if (module !== "./extension") throw new Error(`workshop-pages has no module ${module}`);
    const plugin = pluginOf(await labIn(shared));
    return () => ({ __esModule: true, default: plugin });
  },
};
