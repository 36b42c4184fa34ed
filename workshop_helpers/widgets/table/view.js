// A table from a survey tool: choose the file, say which column holds which question, see the picture. The page gets
// the headings of the table, and of its rows only whether they can be read.

/**
 * @import { Model, Rendering } from "../shared/model.js"
 * @import { PictureDrawn } from "../shared/offline.js"
 * @import { FromKernel, TableRead, TableSpec, ToKernel } from "./messages.js"
 * @typedef {Model<TableSpec, ToKernel, FromKernel>} TableModel
 */

import { button, freshId, h } from "../shared/elements.js";
import { widget } from "../shared/model.js";
import { OfflinePage } from "../shared/offline.js";
import { ColumnMapping } from "./mapping.js";
import { people } from "./readiness.js";

/** @extends {OfflinePage<TableSpec, ToKernel, FromKernel>} */
class TablePage extends OfflinePage {
  /** @type {ColumnMapping | null} */
  mapping = null;

  /**
   * @param {TableModel} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    super(model, root, "A table from a survey tool");
    this.file = h("input", { type: "file", id: freshId(), accept: ".csv,.tsv,.tab,.txt,text/csv" });
    this.first = h(
      "div",
      {},
      h("h4", { tabindex: "-1" }, "Choose the file"),
      ...this.chooser(),
      h("div", { class: "wh-row" }, h("label", { for: this.file.id }, "The table, a CSV file"), this.file),
      h(
        "p",
        { class: "wh-hint" },
        "One row for each person, and headings above them. Take out names, e-mail addresses, IP addresses and times " +
          "before you choose it: they are not needed.",
      ),
      h(
        "p",
        { class: "wh-hint" },
        "The file goes to this notebook's memory, for half an hour at most, and is written nowhere. But whoever " +
          "holds the file can read every row. So delete it when you have the picture.",
      ),
      h(
        "div",
        { class: "wh-buttons" },
        button("Read the file", () => this.readFile(null), "wh-main"),
      ),
    );
    this.hearing({
      ...this.handlers,
      read: (table) => this.read(table),
      checks: ({ checks, number, silent }) => this.mapping?.checked(checks, number, silent),
      picture: (picture) => this.picture(picture),
    });
    this.begin();
  }

  /** @override */
  begin() {
    this.joining = null;
    this.file.value = "";
    this.choose();
    this.step(this.first);
  }

  /** @param {number | null} headings how many rows of it are headings; found out if nobody said */
  async readFile(headings) {
    const chosen = this.file.files?.[0];
    const { largest } = this.spec;
    if (!chosen) {
      this.say("Choose a file first.", true);
      this.file.focus();
      return;
    }
    if (chosen.size > largest) {
      const size = `The file is larger than ${Math.floor(largest / 2 ** 20)} MB.`;
      this.say(`${size} Take out the columns that are not needed, and choose it again.`, true);
      return;
    }
    this.say("The file is being read.");
    try {
      this.ask({ type: "file", pool: this.choice.value, headings }, [await chosen.arrayBuffer()]);
    } catch {
      this.say("The file cannot be read. Choose it once more.", true);
    }
  }

  /** @param {TableRead} table */
  read(table) {
    this.mapping = new ColumnMapping(this.part, table, {
      check: (columns, number) => this.ask({ type: "columns", columns, number }),
      draw: (chosen) => {
        this.say("The picture is being drawn.");
        this.ask({ type: "draw", ...chosen });
      },
      join: (chosen) => this.ask({ type: "join", ...chosen }),
      back: () => this.ask({ type: "back", pool: this.part.pool }),
      readAgain: (headings) => this.readFile(headings),
      forget: () => this.forget(),
    });
    this.joining = this.mapping.joining;
    this.step(this.mapping.element);
    this.say("");
    this.mapping.changed();
  }

  /** @param {PictureDrawn} picture */
  picture(picture) {
    const words = `${people(this.mapping?.rows.people ?? 0)} are in it. The table is forgotten here.`;
    this.showPicture(picture, `${words} Whoever holds the file can still read every row, so delete it now.`);
  }

  forget() {
    this.forgetThere();
    this.begin();
    this.say("The table is forgotten.");
  }
}

/** @param {Rendering<TableModel>} rendering */
function render({ model, el }) {
  const page = new TablePage(model, el);
  return () => page.stop();
}

export default widget({ render });
