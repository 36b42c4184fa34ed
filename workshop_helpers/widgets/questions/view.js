// Questions on a page.

/**
 * @import { Rendering } from "../shared/model.js"
 * @import { FormModel } from "./form.js"
 */

import { widget } from "../shared/model.js";
import { Form } from "./form.js";

/** @param {Rendering<FormModel>} rendering */
function render({ model, el }) {
  const form = new Form(model, el);
  return () => form.close();
}

export default widget({ render });
