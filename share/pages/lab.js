// What is used of JupyterLab and of Notebook 7, as far as both have it: the types, and how to get at its modules.
//
// JupyterLab hands every extension the modules that it shares (webpack's module federation): taken from there, a token
// is the same object that the rest of the application knows.

/**
 * @template Sender, Args
 * @typedef {{ connect: (listen: (sender: Sender, args: Args) => void) => void }} Signal
 */

/**
 * @typedef {object} Kernel
 * @property {string} name of its kind
 * @property {string} status
 * @property {string} connectionStatus
 * @property {() => Promise<unknown>} requestKernelInfo
 * @property {() => Promise<void>} reconnect
 * @property {() => Promise<void>} restart
 *
 * @typedef {Record<string, unknown>} Preference
 *
 * @typedef {object} SessionContext
 * @property {Promise<void>} ready
 * @property {Preference} kernelPreference
 * @property {Signal<unknown, unknown>} kernelPreferenceChanged
 * @property {Signal<unknown, string>} statusChanged
 * @property {{ kernel?: Kernel | null } | null} session
 * @property {{ refreshRunning: () => Promise<void> }} sessionManager
 * @property {(options: { name: string }) => Promise<unknown>} changeKernel
 *
 * @typedef {object} Metadata
 * @property {(key: string) => unknown} getMetadata
 * @property {(key: string, value: unknown) => void} setMetadata
 * @property {(key: string) => void} deleteMetadata
 *
 * @typedef {object} CellParts
 * @property {string} type
 * @property {{ getId: () => string, getSource: () => string, getMetadata: () => object,
 *   getAttachments?: () => object | undefined }} sharedModel
 * @property {boolean} trusted
 * @property {number | null} executionCount
 * @property {() => void} clearExecution
 * @typedef {Metadata & CellParts} CellModel
 *
 * @typedef {{ model: CellModel, node: HTMLElement, outputArea: OutputArea }} Cell
 * @typedef {object} OutputArea
 *
 * @typedef {object} ModelParts
 * @property {boolean} dirty
 * @property {Iterable<CellModel>} cells
 * @property {Signal<unknown, { name: string }>} stateChanged
 * @typedef {Metadata & ModelParts} Model
 *
 * @typedef {object} Context
 * @property {Promise<void>} ready
 * @property {string} path
 * @property {Model} model
 * @property {SessionContext} sessionContext
 * @property {Signal<unknown, string>} saveState
 * @property {Signal<unknown, unknown>} fileChanged
 *
 * @typedef {object} Panel a notebook
 * @property {HTMLElement} node
 * @property {boolean} isDisposed
 * @property {{ hide: () => void, show: () => void }} toolbar
 * @property {Signal<unknown, unknown>} disposed
 * @property {Promise<void>} revealed
 * @property {Context} context
 * @property {{ widgets: Cell[], notebookConfig: Record<string, unknown> }} content
 *
 * @typedef {object} Tracker of all notebooks that are open
 * @property {Panel | null} currentWidget
 * @property {(act: (panel: Panel) => void) => void} forEach
 * @property {Signal<unknown, Panel>} widgetAdded
 * @property {Signal<unknown, unknown>} currentChanged
 *
 * @typedef {object} Command
 * @property {string} label
 * @property {string} [caption]
 * @property {() => boolean} isVisible
 * @property {() => void} execute
 *
 * @typedef {object} Commands
 * @property {(id: string, command: Command) => void} addCommand
 * @property {(id: string) => void} notifyCommandChanged
 * @property {(id: string, args?: object) => Promise<unknown>} execute
 * @property {(id: string) => boolean} hasCommand
 * @property {(id: string, args?: object) => boolean} isToggled
 * @property {readonly { command: string, keys: readonly string[] }[]} keyBindings
 *
 * @typedef {object} Application
 * @property {{ collapseLeft?: () => void, collapseRight?: () => void }} shell
 * @property {Commands} commands
 * @property {Promise<void>} restored
 *
 * @typedef {{ addItem: (item: { command: string, category: string }) => void }} Palette
 * @typedef {{ editMenu: { addGroup: (items: { command: string }[], rank?: number) => void } }} Menu
 *
 * @typedef {object} Lab the modules of JupyterLab that are used
 * @property {object} INotebookTracker
 * @property {object} ICommandPalette
 * @property {object} IMainMenu
 * @property {{ getOption: (name: string) => string, getBaseUrl: () => string }} PageConfig
 * @property {{ keystrokeForKeydownEvent: (event: KeyboardEvent) => string }} CommandRegistry
 * @property {{ execute: (code: string, output: OutputArea, session: SessionContext, metadata: object) =>
 *   Promise<{ content: { execution_count: number } } | undefined> }} OutputArea
 *
 * @typedef {Record<string, Record<string, { get: () => Promise<() => Partial<Lab>> }>>} SharedScope
 */

const MODULES = [
  "@jupyterlab/apputils",
  "@jupyterlab/coreutils",
  "@jupyterlab/mainmenu",
  "@jupyterlab/notebook",
  "@jupyterlab/outputarea",
  "@lumino/commands",
];

/**
 * Everything that is used of JupyterLab's modules.
 *
 * @param {SharedScope} scope
 * @returns {Promise<Lab>}
 */
export async function labIn(scope) {
  const found = MODULES.map(async (name) => {
    // JupyterLab allows itself one version of each.
    const [only] = Object.values(scope[name] ?? {});
    if (!only) throw new Error(`JupyterLab does not share ${name}, which the workshop's pages need.`);
    return (await only.get())();
  });
  return Object.assign({}, ...(await Promise.all(found)));
}
