// The two ends of a widget: its spec and its messages, typed. A widget that has messages lists them in a file
// `messages.js` of its own, so that one which the other end does not know is a type error.

/** @import { AnyWidget } from "@anywidget/types" */

/**
 * What a view can do with the kernel's side of its widget.
 *
 * @template Spec what the page needs to know; part of the widget's state, and so never what somebody answered
 * @template {{ type: string }} ToKernel the messages that the kernel answers
 * @template {{ type: string }} FromKernel the messages that the page understands
 * @typedef {object} Model
 * @property {(name: "spec") => Spec} get
 * @property {(message: ToKernel, callbacks?: undefined, buffers?: ArrayBuffer[]) => void} send
 * @property {Listening<FromKernel>} on
 * @property {Listening<FromKernel>} off
 */

/**
 * What a view can listen to: the kernel's messages, and that it can be spoken to no more.
 *
 * @template {{ type: string }} FromKernel
 * @typedef {{
 *   (event: "msg:custom", listen: (message: FromKernel) => void): void,
 *   (event: "comm_live_update", listen: () => void): void,
 * }} Listening
 */

/**
 * A widget without messages.
 *
 * @template Spec
 * @typedef {Pick<Model<Spec, never, never>, "get">} SilentModel
 */

/**
 * What anywidget hands to `render`.
 *
 * @template Model
 * @typedef {{ model: Model, el: HTMLElement }} Rendering
 */

/**
 * What to do with each message, by its type.
 *
 * @template {{ type: string }} Message
 * @typedef {{ [Type in Message["type"]]: (message: Extract<Message, { type: Type }>) => void }} Handlers
 */

/**
 * Hear what the kernel says.
 *
 * @template {{ type: string }} FromKernel
 * @param {Pick<Model<never, never, FromKernel>, "on" | "off">} model
 * @param {Handlers<FromKernel>} handlers
 * @param {(message: FromKernel) => void} first called before each of them
 * @returns {() => void} stops hearing
 */
export function hear(model, handlers, first = () => {}) {
  const listen = (/** @type {FromKernel} */ message) => {
    first(message);
    const type = /** @type {FromKernel["type"]} */ (message.type);
    if (Object.hasOwn(handlers, type)) handlers[type](/** @type {any} */ (message));
  };
  model.on("msg:custom", listen);
  return () => model.off("msg:custom", listen);
}

/**
 * Say that a module is a widget's page, in the form in which anywidget wants it.
 *
 * @template {AnyWidget} Widget
 * @param {Widget} widget
 */
export const widget = (widget) => widget;
