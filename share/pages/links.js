// Links between pages stay in the same tab of the browser, in JupyterLab and in Notebook 7, which opens another one for
// each notebook. Links inside widgets are not the application's own: they would load the whole of it anew.

/** @import { Commands, Lab, Panel } from "./lab.js" */

/**
 * @param {Lab} lab
 * @param {Commands} commands
 * @param {Panel} panel
 */
export function keepLinks({ PageConfig }, commands, panel) {
  const isNotebook7 = Boolean(PageConfig.getOption("notebookPage"));
  const follow = (/** @type {MouseEvent} */ event) => {
    const { target } = event;
    const link = target instanceof Element && target.closest("a[href]");
    if (!(link instanceof HTMLElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const { commandlinkerArgs: resolved } = link.dataset; // in a page's text, by JupyterLab
    if (resolved && !isNotebook7) return;
    const path = resolved ? JSON.parse(resolved).path : beside(panel.context.path, link.getAttribute("href") ?? "");
    if (!path?.endsWith(".ipynb")) return;
    event.preventDefault();
    event.stopPropagation();
    if (isNotebook7) window.location.assign(new URL(`notebooks/${encodeURI(path)}`, PageConfig.getBaseUrl()));
    else commands.execute("docmanager:open", { path });
  };
  panel.node.addEventListener("click", follow, true);
}

/**
 * The path of what a link leads to, where that lies beside its page or below.
 *
 * @param {string} page its path
 * @param {string} link
 */
const beside = (page, link) => (/^[\w-][^:]*$/.test(link) ? [...page.split("/").slice(0, -1), link].join("/") : "");
