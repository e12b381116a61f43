import { setTimeout as pause } from "node:timers/promises";

/**
 * How much of a Node process's heap is in use once its rubbish is swept, in MiB. What a process holds of the machine says
 * little: with memory to spare Node sweeps when it likes.
 *
 * @param {number} inspectorPort where the process, started with `--inspect`, listens
 * @returns {Promise<number>}
 */
export async function liveHeap(inspectorPort) {
  const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${inspectorPort}/json`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((open, fail) => {
    socket.addEventListener("open", open, { once: true });
    socket.addEventListener("error", () => fail(new Error("The shop's inspector does not answer")), {
      once: true,
    });
  });
  let calls = 0;
  const call = (method, params = {}) =>
    new Promise((done) => {
      const id = ++calls;
      const hear = ({ data }) => {
        const answer = JSON.parse(data);
        if (answer.id !== id) return;
        socket.removeEventListener("message", hear);
        done(answer.result);
      };
      socket.addEventListener("message", hear);
      socket.send(JSON.stringify({ id, method, params }));
    });
  // Twice: what finalisers let go of is swept the second time.
  for (let sweep = 0; sweep < 2; sweep++) {
    await call("HeapProfiler.collectGarbage");
    await pause(300);
  }
  const { usedSize } = await call("Runtime.getHeapUsage");
  socket.close();
  return usedSize / 2 ** 20;
}
