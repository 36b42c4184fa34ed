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
function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}

// workshop_helpers/widgets/shared/model.js
function hear(model, handlers, first = () => {
}) {
  const listen = (message) => {
    first(message);
    const type = (
      /** @type {FromKernel["type"]} */
      message.type
    );
    if (Object.hasOwn(handlers, type)) handlers[type](
      /** @type {any} */
      message
    );
  };
  model.on("msg:custom", listen);
  return () => model.off("msg:custom", listen);
}
var widget = (widget2) => widget2;

// workshop_helpers/widgets/room_picture/view.js
function render({ model, el }) {
  const words = h("p", { role: "status" });
  const count = h("p", { class: "wh-count" });
  const note = h("div", { class: "wh-room" }, count, words);
  const drawn = h("div", { class: "jp-RenderedHTMLCommon" });
  settle(note);
  el.append(note, drawn);
  const deafen = hear(model, {
    room: (told) => {
      put(count, told.count);
      put(words, told.words);
      drawn.innerHTML = told.html;
    },
    failed: () => {
    }
    // it says nothing that could fail
  });
  model.send({ type: "ready" });
  return deafen;
}
var view_default = widget({ render });
export {
  view_default as default
};
