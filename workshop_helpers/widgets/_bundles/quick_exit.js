/* Made by "make bundles" from the files named below. Change those, and never this one. */

// workshop_helpers/widgets/shared/elements.js
var isShown = (child) => child != null && child !== false && child !== "";
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(isShown));
  return element;
}
function button(text, pressed, style = "") {
  const onkeydown = (event) => {
    if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  };
  return h("button", { type: "button", class: `wh-button ${style}`, onclick: pressed, onkeydown }, text);
}
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}

// workshop_helpers/widgets/shared/model.js
var widget = (widget2) => widget2;

// workshop_helpers/widgets/shared/unsent.js
var PREFIX = "workshop-unsent";
var SHARED = Symbol.for(PREFIX);
function memory() {
  const page = (
    /** @type {{ [SHARED]?: ReturnType<typeof memory> }} */
    /** @type {unknown} */
    globalThis
  );
  page[SHARED] ??= { places: /* @__PURE__ */ new Map(), left: false };
  return page[SHARED];
}
function forgetUnsent() {
  for (const place of memory().places.values()) place.held = [];
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {
  }
}
function leaveUnsent() {
  memory().left = true;
  forgetUnsent();
}

// workshop_helpers/widgets/quick_exit/view.js
var TRIES = 100;
function render({ model, el }) {
  settle(el, "wh-leaving");
  const leave = () => {
    window.addEventListener("beforeunload", (event) => {
      if (event.returnValue) event.returnValue = "";
    });
    leaveUnsent();
    document.documentElement.style.display = "none";
    (window.top ?? window).location.replace(model.get("address"));
  };
  const way = button("Leave this page now", leave, "wh-main");
  const about = "“Leave this page now” shows an everyday page in place of this one. Your browser still remembers that this page was open, and its Back button may lead here again.";
  el.append(way, h("p", { class: "wh-hint" }, about));
  const corner = h("div");
  settle(corner, "wh-corner");
  let waiting;
  const place = (tries) => {
    const panel = el.closest(".jp-NotebookPanel");
    if (panel) {
      corner.append(way);
      panel.prepend(corner);
    } else if (tries > 0) waiting = setTimeout(() => place(tries - 1), 100);
  };
  place(TRIES);
  return () => {
    clearTimeout(waiting);
    corner.remove();
  };
}
var view_default = widget({ render });
export {
  view_default as default
};
