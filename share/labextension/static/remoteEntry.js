// Opens the workshop's notebooks as pages to read: what they show is made at once, code is out of sight, and on a
// narrow screen the page has the screen to itself.
//
// Written by hand in the form in which JupyterLab loads extensions (a module federation container), so that the
// project needs no build step. It uses nothing but the application object that every extension is given; of that, and of
// what it leads to, the types here name what is used.

/**
 * @typedef {{ connect: (listen: (sender: unknown, value: string) => void) => void }} Signal
 *
 * @typedef {object} Kernel
 * @property {(content: object, disposeOnDone?: boolean, metadata?: object) => { done: Promise<{ content: any }> }}
 *   requestExecute
 *
 * @typedef {object} CellModel
 * @property {string} type
 * @property {{ getId: () => string, getSource: () => string }} sharedModel
 * @property {boolean} trusted
 * @property {number} executionCount
 * @property {() => void} clearExecution
 *
 * @typedef {{ model: CellModel, node: HTMLElement, outputArea: { future: object } }} Cell
 *
 * @typedef {object} Panel a notebook
 * @property {HTMLElement} node
 * @property {Promise<void>} revealed
 * @property {{ ready: Promise<void>, path: string, model: { dirty: boolean } }} context
 * @property {{ widgets: Cell[], model?: { getMetadata: (key: string) => unknown } }} content
 * @property {{ ready: Promise<void>, statusChanged: Signal, session?: { kernel?: Kernel } }} sessionContext
 *
 * @typedef {object} Shell
 * @property {(area: string) => Iterable<Partial<Panel>>} widgets
 * @property {Signal} [currentChanged]
 * @property {() => void} [collapseLeft]
 * @property {() => void} [collapseRight]
 *
 * @typedef {object} Commands
 * @property {(command: string, args?: object) => Promise<unknown>} execute
 * @property {(command: string) => boolean} hasCommand
 * @property {(command: string, args?: object) => boolean} isToggled
 *
 * @typedef {{ shell: Shell, commands: Commands, restored: Promise<void> }} Application
 */

(() => {
  const MARK = "workshop"; // a notebook whose metadata has this key is one of ours
  const NARROW = 760; // pixels; below this JupyterLab's side bars leave no room to read

  // A notebook that somebody passes on may claim to be ours, so nothing is run without being asked for but our own
  // calls: comments, the one import, and calls like wh.assess("active-listening") ...
  const OURS = /^(#.*|\s*|import workshop_helpers as wh|wh\.[a-z]+\(("[a-z0-9-]*"(, (occasion=)?"[a-z0-9-]*")?)?\))$/;
  const isOurs = (/** @type {Cell} */ { model }) =>
    model.type === "code" &&
    model.sharedModel
      .getSource()
      .split("\n")
      .every((line) => OURS.test(line));

  // ... and only where that import means the installed package, not a file of that name beside the notebook.
  const BESIDE =
    "__import__('importlib.util').util.find_spec('workshop_helpers').origin.startswith(__import__('os').getcwd())";

  /** @param {Kernel} kernel */
  async function isInstalled(kernel) {
    const asked = { code: "", silent: true, store_history: false, user_expressions: { beside: BESIDE } };
    const { content } = await kernel.requestExecute(asked).done;
    return content.user_expressions?.beside?.data?.["text/plain"] === "False";
  }

  /**
   * @param {Application} app
   * @param {Panel} panel
   */
  async function read(app, panel) {
    await panel.context.ready;
    await panel.revealed;
    if (!panel.content.model?.getMetadata(MARK) || panel.node.dataset.workshop) return;
    panel.node.dataset.workshop = "opening";
    // Links and summaries on a page are for people; JupyterLab would take Enter on them for "edit this cell".
    panel.node.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && target.matches("a, summary"))
        target.setAttribute("data-lm-suppress-shortcuts", "true");
    });
    // Links inside widgets are not JupyterLab's: without this they would load the whole application anew.
    panel.node.addEventListener("click", (event) => {
      const { target } = event;
      const link = target instanceof Element && target.closest(".jupyter-widgets a[href$='.ipynb']");
      if (!link || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      const folder = panel.context.path.split("/").slice(0, -1);
      app.commands.execute("docmanager:open", { path: [...folder, link.getAttribute("href")].join("/") });
    });
    let restarted = false;
    panel.sessionContext.statusChanged.connect((_, status) => {
      if (status.endsWith("restarting")) restarted = true;
      if (status !== "idle" || !restarted) return;
      restarted = false;
      runAll(panel).catch(console.error);
    });
    await panel.sessionContext.ready;
    await runAll(panel);
  }

  /**
   * Run our cells in order, each when the one before is done, as a person would.
   *
   * @param {Panel} panel
   */
  async function runAll(panel) {
    const kernel = panel.sessionContext.session?.kernel;
    if (kernel && (await isInstalled(kernel))) {
      for (const cell of panel.content.widgets.filter(isOurs)) {
        cell.node.dataset.ours = "";
        await run(kernel, cell);
      }
      // What the page shows is made anew each time, so there is nothing to save, and no file to change.
      panel.context.model.dirty = false;
    }
    panel.node.dataset.workshop = "ready";
  }

  /**
   * @param {Kernel} kernel
   * @param {Cell} cell
   */
  async function run(kernel, { model, outputArea }) {
    model.clearExecution();
    model.trusted = true; // its outputs are gone, and what comes next was made here
    const { sharedModel } = model;
    // Not thrown away when it is done: what a cell shows may change later, as when somebody joins a room. The kernel is
    // told which cell it is, as JupyterLab tells it, so that it can close what the cell showed before.
    const future = kernel.requestExecute({ code: sharedModel.getSource(), stop_on_error: false }, false, {
      cellId: sharedModel.getId(),
    });
    outputArea.future = future;
    const reply = await future.done;
    model.executionCount = reply.content.execution_count;
  }

  /** @param {Application} app */
  async function makeRoom({ shell, commands }) {
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

  const plugin = {
    id: "workshop-pages:plugin",
    description: "Opens the workshop's notebooks as pages to read.",
    autoStart: true,
    /** @param {Application} app */
    activate(app) {
      const style = document.createElement("style");
      style.textContent = STYLE;
      document.head.append(style);
      const opened = new WeakSet();
      const look = () => {
        for (const widget of app.shell.widgets("main")) {
          const isNotebook = widget.content?.widgets && widget.context && widget.sessionContext;
          if (!isNotebook || opened.has(widget)) continue;
          opened.add(widget);
          read(app, /** @type {Panel} */ (widget)).catch(console.error);
        }
      };
      // Not awaited: JupyterLab waits for its extensions before it calls itself restored.
      app.restored.then(async () => {
        app.shell.currentChanged?.connect(look);
        look();
        if (window.innerWidth < NARROW) await makeRoom(app);
      });
    },
  };

  const STYLE = `
    [data-workshop] .jp-NotebookPanel-toolbar,
    [data-workshop] [data-ours] .jp-Cell-inputWrapper:has(.jp-Placeholder), /* View, Expand All Code, shows it */
    [data-workshop] .jp-Collapser,
    [data-workshop] .jp-OutputPrompt,
    [data-workshop] .jp-OutputArea-promptOverlay, /* else it lies over the left edge and takes the clicks */
    [data-workshop] .jp-InputPrompt,
    [data-workshop] .jp-cell-toolbar { display: none; }
    [data-workshop] .jp-WindowedPanel-inner { padding-inline: max(.5rem, calc(50% - 23rem)); }
    [data-workshop] .jp-Notebook .jp-Cell { padding: .25rem 0; box-shadow: none !important; /* the frame of the active cell */ }
    [data-workshop] .jp-Cell .jp-RenderedHTMLCommon { padding: 0; border: 0; max-width: 46rem; font-size: 1rem; line-height: 1.55; }
    [data-workshop] .jp-RenderedHTMLCommon :is(h1, h2, h3) { line-height: 1.25; }
    [data-workshop] .jp-MarkdownOutput table { margin-left: 0; font-size: .95rem; display: block; overflow-x: auto; }
    [data-workshop] .jp-MarkdownOutput :is(th, td) { text-align: left; }
  `;

  const page = /** @type {Window & { _JUPYTERLAB?: Record<string, object> }} */ (window);
  page._JUPYTERLAB ??= {};
  page._JUPYTERLAB["workshop-pages"] = {
    init() {},
    get: (/** @type {string} */ module) =>
      module === "./extension"
        ? Promise.resolve(() => ({ __esModule: true, default: plugin }))
        : Promise.reject(new Error(`workshop-pages has no module ${module}`)),
  };
})();
