// The view of questions, with one response format more than it has.

import { formats } from "../../../workshop_helpers/widgets/questions/formats/index.js";
import view from "../../../workshop_helpers/widgets/questions/view.js";
import { span } from "./span.js";

Object.assign(formats, { span });

export default view;
