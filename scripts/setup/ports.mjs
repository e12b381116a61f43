import { createConnection, createServer } from "node:net";
import { Trouble } from "./trouble.mjs";

/** A port that nobody listens on right now. */
export function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** So many ports, no two alike: asked for one by one, the system may name one twice. */
export async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

const answers = (host, port) =>
  new Promise((done) => {
    const socket = createConnection({ host, port, timeout: 500 });
    const tell = (yes) => () => {
      socket.destroy();
      done(yes);
    };
    socket.once("connect", tell(true)).once("error", tell(false)).once("timeout", tell(false));
  });

const refusal = (port) =>
  new Promise((done) => {
    const probe = createServer().once("error", (error) => done(error.code));
    probe.listen(port, () => probe.close(() => done(undefined)));
  });

/** Fails with a clear sentence when `port` cannot be used. `variable` is how a person chooses another one. */
export async function requireFreePort(port, { variable, purpose, command = "npm run demo" }) {
  const another = `${variable}=${port < 1024 ? 3000 : port + 1} ${command}`;
  const code = await refusal(port);
  if (code === "EACCES")
    throw new Trouble(`Port ${port} (for the ${purpose}) is reserved for the system administrator.`, {
      wayOut: `Choose another one: ${another}`,
    });
  if (code === "EADDRINUSE" || (await answers("127.0.0.1", port)) || (await answers("::1", port)))
    throw new Trouble(`Port ${port} (for the ${purpose}) is taken by another program.`, {
      wayOut: `Stop that program, or choose another port: ${another}`,
    });
  if (code)
    throw new Trouble(`Port ${port} (for the ${purpose}) cannot be used: ${code}.`, { wayOut: another });
}

/** Reads a port from the environment; "80a" and 70000 are mistakes worth a sentence. */
export function portFrom(variable, otherwise) {
  const given = process.env[variable];
  if (!given) return otherwise;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Trouble(`${variable}=${given} is not a port.`, {
      wayOut: `Use a number from 1024 to 65535: ${variable}=${otherwise}`,
    });
  return port;
}
