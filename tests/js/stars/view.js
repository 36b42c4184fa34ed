// The view of questions, with one response format more than it has.

import { formats } from "../../../workshop_helpers/widgets/questions/formats/index.js";
import view from "../../../workshop_helpers/widgets/questions/view.js";
import { stars } from "./stars.js";

Object.assign(formats, { stars });

export default view;
