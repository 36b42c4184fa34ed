/* Made by "make bundles" from the files named below. Change those, and never this one. */
"use strict";
(() => {
  // share/pages/keys.js
  var SUPPRESS = "data-lm-suppress-shortcuts";
  var FOR_NOTEBOOKS = /^(notebook|runmenu|kernelmenu|editmenu):/;
  function keepKeys(lab, commands, isOnPage) {
    const ours = /* @__PURE__ */ new WeakSet();
    const belongsToPage = (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) return true;
      const stroke = lab.CommandRegistry.keystrokeForKeydownEvent(event);
      return commands.keyBindings.some(({ command, keys }) => keys[0] === stroke && FOR_NOTEBOOKS.test(command));
    };
    window.addEventListener(
      "keydown",
      (event) => {
        const { target } = event;
        if (!(target instanceof Element)) return;
        const suppress = isOnPage(target) && belongsToPage(event);
        if (suppress === target.hasAttribute(SUPPRESS) || !suppress && !ours.has(target)) return;
        target.toggleAttribute(SUPPRESS, suppress);
        if (suppress) ours.add(target);
      },
      true
    );
  }

  // share/pages/lab.js
  var MODULES = [
    "@jupyterlab/apputils",
    "@jupyterlab/coreutils",
    "@jupyterlab/mainmenu",
    "@jupyterlab/notebook",
    "@jupyterlab/outputarea",
    "@lumino/commands"
  ];
  async function labIn(scope) {
    const found = MODULES.map(async (name) => {
      const [only] = Object.values(scope[name] ?? {});
      if (!only) throw new Error(`JupyterLab does not share ${name}, which the workshop's pages need.`);
      return (await only.get())();
    });
    return Object.assign({}, ...await Promise.all(found));
  }

  // share/pages/links.js
  function keepLinks({ PageConfig }, commands, panel) {
    const isNotebook7 = Boolean(PageConfig.getOption("notebookPage"));
    const base = new URL(PageConfig.getBaseUrl(), window.location.href).href;
    const follow = (event) => {
      const { target } = event;
      const link = target instanceof Element && target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey) return;
      if (link.dataset.commandlinkerCommand && !isNotebook7) return;
      const path = notebookOf(link, base, panel.context.path);
      if (!path) return;
      event.preventDefault();
      event.stopPropagation();
      if (isNotebook7) window.location.assign(new URL(`notebooks/${path}`, base));
      else commands.execute("docmanager:open", { path: decodeURI(path) });
    };
    panel.node.addEventListener("click", follow, true);
  }
  function notebookOf(link, base, page2) {
    const written = link.closest(".jupyter-widgets") ? link.getAttribute("href") : void 0;
    const { href } = written ? new URL(written, new URL(`files/${encodeURI(page2)}`, base)) : link;
    const [, path] = /^([^?#]*\.ipynb)(?:[?#].*)?$/.exec(href.startsWith(`${base}files/`) ? href.slice(base.length + 6) : "") ?? [];
    return path;
  }

  // share/pages/calls.js
  var SHOWS = /* @__PURE__ */ new Set([
    "agenda",
    "assess",
    "begin",
    "discuss",
    "exercise",
    "facilitate",
    "finish",
    "join",
    "overlap",
    "overview",
    "plan",
    "reflect",
    "report",
    "slips",
    "table",
    "trade"
  ]);
  var IMPORT = "import workshop_helpers as wh";
  var CALL = /^wh\.([a-z]+)\((?:"([a-z0-9-]+)"(?:, occasion="([a-z0-9-]+)")?)?\)$/;
  var COMMENT = /^(?:#[^\p{C}\p{Zl}\p{Zp}]*)?$/u;
  function codeFor(source) {
    const calls = [];
    for (const line of source.split("\n")) {
      if (line === IMPORT || COMMENT.test(line)) continue;
      const [, name = "", id, occasion] = CALL.exec(line) ?? [];
      if (!SHOWS.has(name)) return void 0;
      const given = [id && `"${id}"`, occasion && `occasion="${occasion}"`].filter(Boolean);
      calls.push(`wh.${name}(${given.join(", ")})`);
    }
    return calls.length ? [IMPORT, ...calls].join("\n") : void 0;
  }

  // share/pages/page.js
  var MARK = "workshop";
  var KERNEL = "workshop";
  var LOCKS = ["editable", "deletable"];
  var PATIENCE = 2e3;
  var SILENCE = 15e3;
  var NO_WORDS = /* @__PURE__ */ new Set([...LOCKS, "collapsed", "execution", "jupyter", "scrolled", "trusted"]);
  var saysItIsOurs = (panel) => Boolean(panel.context.model.getMetadata(MARK));
  var Page = class {
    /**
     * @param {Lab} lab
     * @param {Panel} panel whose file was just read: the server has not been asked for a kernel yet
     * @param {() => void} changed called when it has become a notebook
     */
    constructor(lab, panel, changed) {
      this.lab = lab;
      this.panel = panel;
      this.changed = changed;
      this.isPage = true;
      this.making = Promise.resolve();
      this.again = void 0;
      this.changes = [];
      this.written = this.words();
      this.before = panel.context.sessionContext.kernelPreference;
      this.keepSettings();
      panel.context.sessionContext.kernelPreferenceChanged.connect(() => this.keepSettings());
    }
    /** Make the page, now that it was opened. */
    async open() {
      const { context, node, revealed, toolbar } = this.panel;
      const { model, sessionContext } = context;
      node.dataset.workshop = "opening";
      toolbar.hide();
      model.stateChanged.connect(() => queueMicrotask(() => this.settle()));
      this.hold();
      context.saveState.connect((_, state) => state === "started" ? this.giveBack() : this.hold());
      context.fileChanged.connect(() => {
        this.written = this.words();
      });
      let restarted = false;
      sessionContext.statusChanged.connect((_, status) => {
        if (status.endsWith("restarting")) restarted = true;
        if (status !== "idle" || !restarted) return;
        restarted = false;
        this.make();
      });
      await sessionContext.ready;
      await revealed;
      await this.make();
    }
    /** Whether an element belongs to this page. @param {unknown} target */
    holds(target) {
      return this.isPage && target instanceof Node && this.panel.node.contains(target);
    }
    /** Stop being a page: what is on the screen is a notebook like any other from now on. */
    becomeNotebook() {
      this.giveBack();
      this.isPage = false;
      delete this.panel.node.dataset.workshop;
      const { sessionContext } = this.panel.context;
      const { name, shutdownOnDispose } = this.before;
      sessionContext.kernelPreference = { ...sessionContext.kernelPreference, name, shutdownOnDispose };
      this.panel.toolbar.show();
      this.changed();
    }
    /**
     * Settings that other notebooks do not share. They are set again whenever JupyterLab sets its own: when it has read
     * which kernel the notebook asks for, and when somebody changes settings.
     */
    keepSettings() {
      if (!this.isPage) return;
      const { content, context } = this.panel;
      const { sessionContext } = context;
      const { windowingMode } = content.notebookConfig;
      content.notebookConfig = {
        ...content.notebookConfig,
        scrollPastEnd: false,
        showEditorForReadOnlyMarkdown: false,
        windowingMode: windowingMode === "contentVisibility" ? windowingMode : "none"
      };
      sessionContext.kernelPreference = { ...sessionContext.kernelPreference, name: KERNEL, shutdownOnDispose: true };
    }
    /** Lock every cell, and remember how to undo it and what JupyterLab does: no file is to change by being read. */
    hold() {
      if (!this.isPage || this.changes.length) return;
      const { model } = this.panel.context;
      for (const key of ["kernelspec", "language_info"]) this.remember(model, key);
      for (const cell of model.cells) {
        for (const lock of LOCKS) {
          this.remember(cell, lock);
          cell.setMetadata(lock, false);
        }
      }
    }
    /**
     * @param {{ getMetadata: (key: string) => unknown, setMetadata: (key: string, value: unknown) => void,
     *   deleteMetadata: (key: string) => void }} where
     * @param {string} key
     */
    remember(where, key) {
      const value = where.getMetadata(key);
      this.changes.push(() => value === void 0 ? where.deleteMetadata(key) : where.setMetadata(key, value));
    }
    /** Put back what stands in the file. */
    giveBack() {
      for (const undo of this.changes.splice(0)) undo();
    }
    /** All that somebody could have written into the notebook, to be compared. */
    words() {
      return JSON.stringify(Array.from(this.panel.context.model.cells, wordsOf));
    }
    /** What changed by showing the page is nothing to save; whatever else changed, somebody wanted. */
    settle() {
      const { model } = this.panel.context;
      if (!this.isPage || this.panel.isDisposed) return;
      if (this.words() !== this.written) this.becomeNotebook();
      else model.dirty = false;
    }
    /** Make the page again, with a kernel: the one that it has, or another where that is gone. Asked twice, it is once. */
    makeAgain() {
      this.again ??= this.whenReconnected().finally(() => {
        this.again = void 0;
      });
      return this.again;
    }
    async whenReconnected() {
      let how = await this.reconnected();
      while (!(how || this.panel.isDisposed)) {
        await passed(PATIENCE);
        how = await this.reconnected();
      }
      if (how === "connected") await this.make();
    }
    /** Whether there is a kernel that answers, after all was done for it, and how it came to be. */
    async reconnected() {
      const session = this.panel.context.sessionContext;
      try {
        await session.sessionManager.refreshRunning();
        const kernel = session.session?.kernel;
        if (!kernel || kernel.status === "dead") await session.changeKernel({ name: KERNEL });
        else if (kernel.connectionStatus !== "connected") await kernel.reconnect();
        const there = session.session?.kernel;
        const answers = there?.requestKernelInfo().then(() => true);
        if (await Promise.race([answers, passed(SILENCE)])) return "connected";
        await there?.restart();
        return "restarted";
      } catch {
        return void 0;
      }
    }
    /** Run our calls in order, each when the one before is done, as a person would. */
    make() {
      this.making = this.making.then(async () => {
        if (this.panel.context.sessionContext.session?.kernel?.name !== KERNEL) this.becomeNotebook();
        for (const cell of this.panel.content.widgets) {
          const code = cell.model.type === "code" && codeFor(cell.model.sharedModel.getSource());
          if (!code || !this.isPage) continue;
          cell.node.dataset.ours = "";
          await this.run(cell, code).catch(console.error);
        }
        if (this.isPage) this.panel.node.dataset.workshop = "ready";
      });
      return this.making;
    }
    /**
     * @param {import("./lab.js").Cell} cell
     * @param {string} code
     */
    async run({ model, outputArea }, code) {
      model.clearExecution();
      model.trusted = true;
      const metadata = { cellId: model.sharedModel.getId() };
      const reply = await this.lab.OutputArea.execute(code, outputArea, this.panel.context.sessionContext, metadata);
      if (reply) model.executionCount = reply.content.execution_count;
    }
  };
  var passed = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds, false));
  function wordsOf({ type, sharedModel }) {
    const metadata = Object.entries(sharedModel.getMetadata()).filter(([key]) => !NO_WORDS.has(key));
    return [sharedModel.getId(), type, sharedModel.getSource(), sharedModel.getAttachments?.(), metadata];
  }

  // share/pages/style.js
  var STYLE = `
  [data-workshop] [data-ours] .jp-Cell-inputWrapper:has(.jp-Placeholder), /* View, Expand All Code, shows it */
  [data-workshop] .jp-Collapser,
  [data-workshop] .jp-Notebook-footer, /* "Click to add a cell" */
  [data-workshop] .jp-OutputPrompt,
  [data-workshop] .jp-OutputArea-promptOverlay, /* else it lies over the left edge and takes the clicks */
  [data-workshop] .jp-InputPrompt,
  [data-workshop] .jp-cell-toolbar { display: none; }
  [data-workshop] .jp-WindowedPanel-inner { padding-inline: max(.5rem, calc(50% - 23rem)); }
  [data-workshop] .jp-Notebook .jp-Cell { content-visibility: visible !important; contain: none !important; }
  [data-workshop] .jp-Notebook .jp-Cell { padding: .25rem 0; box-shadow: none !important; /* the frame of the active cell */ }
  [data-workshop] .jp-Cell .jp-RenderedHTMLCommon { padding: 0; border: 0; max-width: 46rem; font-size: 1rem; line-height: 1.55; }
  [data-workshop] .jp-RenderedHTMLCommon :is(h1, h2, h3) { line-height: 1.25; }
  [data-workshop] .jp-MarkdownOutput table { margin-left: 0; font-size: .95rem; display: block; overflow-x: auto; }
  [data-workshop] .jp-MarkdownOutput :is(th, td) { text-align: left; }
`;

  // share/pages/index.js
  var NARROW = 760;
  var EDIT = "workshop-pages:edit";
  var pluginOf = (lab) => ({
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
      const pages = /* @__PURE__ */ new Map();
      const changed = () => commands.notifyCommandChanged(EDIT);
      const pageAt = (target) => [...pages.values()].find((page2) => page2.holds(target));
      const current = () => {
        const page2 = tracker.currentWidget && pages.get(tracker.currentWidget);
        return page2?.isPage ? page2 : void 0;
      };
      const read = async (panel) => {
        await panel.context.ready;
        if (!saysItIsOurs(panel)) return;
        const page2 = new Page(lab, panel, changed);
        pages.set(panel, page2);
        panel.disposed.connect(() => pages.delete(panel));
        keepLinks(lab, commands, panel);
        await page2.open();
        changed();
      };
      const look = (panel) => void read(panel).catch(console.error);
      tracker.forEach(look);
      tracker.widgetAdded.connect((_, panel) => look(panel));
      tracker.currentChanged.connect(changed);
      commands.addCommand(EDIT, {
        label: "Edit This Page as a Notebook",
        caption: "Show the code and the toolbar, and let cells be changed; JupyterLab saves them from then on",
        isVisible: () => Boolean(current()),
        execute: () => current()?.becomeNotebook()
      });
      palette?.addItem({ command: EDIT, category: "Workshop" });
      menu?.editMenu.addGroup([{ command: EDIT }], 0);
      keepKeys(lab, commands, (target) => Boolean(pageAt(target)));
      document.addEventListener("workshop-make-page-again", (event) => {
        const page2 = pageAt(event.target);
        if (!page2) return;
        event.preventDefault();
        page2.makeAgain().catch(console.error);
      });
      restored.then(() => window.innerWidth < NARROW ? makeRoom({ commands, shell }) : void 0);
    }
  });
  async function makeRoom({ commands, shell }) {
    shell.collapseLeft?.();
    shell.collapseRight?.();
    const bars = [
      { command: "application:toggle-side-tabbar", args: { side: "left" } },
      { command: "application:toggle-side-tabbar", args: { side: "right" } },
      { command: "statusbar:toggle", args: {} }
    ];
    for (const { command, args } of bars) {
      if (commands.hasCommand(command) && commands.isToggled(command, args)) await commands.execute(command, args);
    }
  }
  var shared = {};
  var page = (
    /** @type {Window & { _JUPYTERLAB?: Record<string, object> }} */
    window
  );
  page._JUPYTERLAB ??= {};
  page._JUPYTERLAB["workshop-pages"] = {
    init: (scope) => {
      shared = scope;
    },
    get: async (module) => {
      if (module !== "./extension") throw new Error(`workshop-pages has no module ${module}`);
      const plugin = pluginOf(await labIn(shared));
      return () => ({ __esModule: true, default: plugin });
    }
  };
})();
