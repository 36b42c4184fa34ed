// What the other files here share; it is put in front of each, because a widget's module cannot import a neighbour.

/** Make an element: h("p", { class: "x" }, "text", child). Text is always text, never HTML. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== false && child !== ""));
  return element;
}

function button(text, pressed, style = "") {
  return h("button", { type: "button", class: `wh-button ${style}`, onclick: pressed }, text);
}

// Unlike between widgets on one page too: each gets its own copy of its module, so a counter would not do.
const unlike = () => `wh-${Math.random().toString(36).slice(2)}`;

/** Give a widget's root the workshop's look, and its keys: JupyterLab would take arrows and letters for shortcuts. */
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  // JupyterLab asks the focused element itself, not its parents.
  root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
}

/** A title, and under it one stage after another. `show` takes keyboard and screen reader along to the stage's heading,
 * except when the page opens; `say` puts words below that are read out. */
function staged(root, title) {
  const stage = h("div", { class: "wh-stage" });
  const news = h("p", { class: "wh-problem", role: "alert" });
  root.append(h("h3", {}, title), stage, news);
  const say = (words) => { news.textContent = words; };
  const show = (heading, ...parts) => {
    const moving = stage.hasChildNodes();
    const head = h("h4", { tabindex: "-1" }, heading);
    say("");
    stage.replaceChildren(head, ...parts);
    if (moving) head.focus();
  };
  return { show, say };
}

const NOT_CONNECTED = "This page is not connected. In the menu Run, choose Run All Cells, and look here again.";
