// One of our notebooks as a page to read: it is made by itself, and stays what lies in its file until somebody says that
// they want to edit it.

import { codeFor } from "./calls.js";

/** @import { CellModel, Lab, Panel } from "./lab.js" */

const MARK = "workshop"; // a notebook whose metadata has this key says that it is one of ours
const KERNEL = "workshop"; // the kind of kernel that takes nothing from the folder of its notebook
const LOCKS = ["editable", "deletable"]; // JupyterLab's own words in a cell's metadata: it refuses what is false
const PATIENCE = 2000; // milliseconds until a server that is away is asked for again
const SILENCE = 15_000; // milliseconds after which a kernel that is asked, and does not answer, hangs
/** What a cell's metadata say about how it looks or what was run, and not about what somebody wrote. */
const NO_WORDS = new Set([...LOCKS, "collapsed", "execution", "jupyter", "scrolled", "trusted"]);

/** @param {Panel} panel */
export const saysItIsOurs = (panel) => Boolean(panel.context.model.getMetadata(MARK));

export class Page {
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
    /** What is made, one after the other. @type {Promise<void>} */
    this.making = Promise.resolve();
    /** The making again that is on. @type {Promise<void> | undefined} */
    this.again = undefined;
    /** How to put back into the model what we changed in it. @type {(() => void)[]} */
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
    context.saveState.connect((_, state) => (state === "started" ? this.giveBack() : this.hold()));
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
    // What is out of sight stays on the page, with all that was typed. One of JupyterLab's ways leaves it there; changed
    // while it is at work, it fails, so the style sheet sees to what it hides.
    const { windowingMode } = content.notebookConfig;
    content.notebookConfig = {
      ...content.notebookConfig,
      scrollPastEnd: false,
      showEditorForReadOnlyMarkdown: false,
      windowingMode: windowingMode === "contentVisibility" ? windowingMode : "none",
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
    this.changes.push(() => (value === undefined ? where.deleteMetadata(key) : where.setMetadata(key, value)));
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
      this.again = undefined;
    });
    return this.again;
  }

  async whenReconnected() {
    let how = await this.reconnected();
    while (!(how || this.panel.isDisposed)) {
      await passed(PATIENCE);
      how = await this.reconnected();
    }
    if (how === "connected") await this.make(); // a kernel that is restarted has it made, whoever restarts it
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
      return undefined;
    }
  }

  /** Run our calls in order, each when the one before is done, as a person would. */
  make() {
    this.making = this.making.then(async () => {
      // A kernel of another kind was chosen by somebody, and may hold what they work on.
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
    model.trusted = true; // its outputs are gone, and what comes next was made here
    // The kernel is told which cell it is, as JupyterLab tells it, so that it can close what the cell showed before.
    const metadata = { cellId: model.sharedModel.getId() };
    const reply = await this.lab.OutputArea.execute(code, outputArea, this.panel.context.sessionContext, metadata);
    if (reply) model.executionCount = reply.content.execution_count;
  }
}

/** @param {number} milliseconds */
const passed = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds, false));

/** @param {CellModel} cell */
function wordsOf({ type, sharedModel }) {
  const metadata = Object.entries(sharedModel.getMetadata()).filter(([key]) => !NO_WORDS.has(key));
  return [sharedModel.getId(), type, sharedModel.getSource(), sharedModel.getAttachments?.(), metadata];
}
