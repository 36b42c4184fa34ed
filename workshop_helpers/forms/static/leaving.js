// A button in the corner that leaves the workshop at once, for a harmless page. The Back button does not lead here again.

function render({ model, el }) {
  settle(el, "wh-leaving");
  const leave = () => window.top.location.replace(model.get("address"));
  el.append(
    button("Leave this page now", leave, "wh-main"),
    h("p", { class: "wh-hint" }, "It shows an everyday page in place of this one. Your browser still remembers that this page was open."),
  );
}

export default { render };
