import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

export interface RunningServer {
  readonly port: number;
  /** Stops at once, cutting connections that a fault keeps hanging. */
  readonly close: () => Promise<void>;
}

type Handler = Parameters<typeof getRequestListener>[0];

const LOOPBACK_V4 = "127.0.0.1";
const LOOPBACK_V6 = "::1";

/**
 * Serves `handle`. On loopback it listens on 127.0.0.1 and on ::1, because "localhost" means either, depending on
 * who asks.
 * @param port 0 takes any free port.
 * @throws the listen error, e.g. EADDRINUSE.
 */
export async function serve(handle: Handler, host: string, port: number): Promise<RunningServer> {
  const isLoopback = host === LOOPBACK_V4 || host === "localhost";
  const first = await listen(handle, isLoopback ? LOOPBACK_V4 : host, port);
  const chosen = (first.address() as AddressInfo).port;
  const servers = [first];
  if (isLoopback) {
    const second = await listen(handle, LOOPBACK_V6, chosen).catch((error: NodeJS.ErrnoException) => {
      // A machine without IPv6 is fine. Somebody else's program on that port is not: localhost would reach it.
      if (error.code === "EADDRINUSE" && port !== 0) return stop(first).then(() => Promise.reject(error));
      return undefined;
    });
    if (second) servers.push(second);
  }
  return { port: chosen, close: async () => void (await Promise.all(servers.map(stop))) };
}

function listen(handle: Handler, host: string, port: number): Promise<Server> {
  const server = createServer(getRequestListener(handle));
  // Longer than the pools of common clients, so that an idle connection is never cut under a new request.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
