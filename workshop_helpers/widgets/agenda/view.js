// An agenda on a page of its own.

export default {
  render({ model, el }) {
    const spec = model.get("spec");
    settle(el, "wh-agenda");
    el.append(h("h3", {}, spec.title), h("p", { class: "wh-time" }, spec.people), ...spec.introduction.map((text) => h("p", {}, text)));
    const agenda = new Agenda(spec, el);
    return () => agenda.close();
  },
};
