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
  const base = new URL(PageConfig.getBaseUrl(), window.location.href).href;
  const follow = (/** @type {MouseEvent} */ event) => {
    const { target } = event;
    const link = target instanceof Element && target.closest("a[href]");
    if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.dataset.commandlinkerCommand && !isNotebook7) return; // JupyterLab follows it
    const path = notebookOf(link, base, panel.context.path);
    if (!path) return;
    event.preventDefault();
    event.stopPropagation();
    if (isNotebook7) window.location.assign(new URL(`notebooks/${path}`, base));
    else commands.execute("docmanager:open", { path: decodeURI(path) });
  };
  panel.node.addEventListener("click", follow, true);
}

/**
 * The path of the notebook that a link leads to, if it is one of this server's, as it stands in an address.
 *
 * @param {HTMLAnchorElement} link
 * @param {string} base the server's address
 * @param {string} page the path of the page that the link stands on
 */
function notebookOf(link, base, page) {
  // What a widget shows has links as they were written; all others were resolved by JupyterLab.
  const written = link.closest(".jupyter-widgets") ? link.getAttribute("href") : undefined;
  const { href } = written ? new URL(written, new URL(`files/${encodeURI(page)}`, base)) : link;
  const [, path] =
    /^([^?#]*\.ipynb)(?:[?#].*)?$/.exec(href.startsWith(`${base}files/`) ? href.slice(base.length + 6) : "") ?? [];
  return path;
}
