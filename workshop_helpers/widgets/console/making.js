/** @import { MadeRoom } from "./messages.js" */

import { server } from "../shared/server.js";

/**
 * Have the server of this page make a room; with the code and key that it had, if it is made again.
 *
 * @param {{ seats: number, code?: string, key?: string }} values
 * @returns {Promise<MadeRoom>}
 */
export async function makeRoom(values) {
  const { address, token } = /** @type {{ address: string, token: string }} */ (server());
  /** @type {Record<string, string>} */
  const headers = { "Content-Type": "application/json" };
  const xsrf = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/);
  if (xsrf) headers["X-XSRFToken"] = xsrf[1];
  if (token) headers.Authorization = `token ${token}`;
  const reply = await fetch(`${address}/workshop/v1/create`, {
    method: "POST",
    credentials: "same-origin",
    headers,
    body: JSON.stringify(values),
  });
  const said = await reply.json().catch(() => ({}));
  if (reply.ok) return { address, seats: values.seats, code: said.code, key: said.key };
  throw new Error(refusal(reply.status, said.sorry));
}

/**
 * @param {number} status
 * @param {string | undefined} sorry
 */
function refusal(status, sorry) {
  if (status === 404) {
    return (
      "This server cannot collect answers: it was started without the workshop. " +
      "Start it again from the workshop's folder, or use 'workshop room'."
    );
  }
  if (status === 403) {
    return "The server did not accept this page. Reload it in your browser, and log in again if you are asked to.";
  }
  return sorry ?? "The server did not make a room. Try again.";
}
