import { createServer, connect, type AddressInfo, type Socket } from "node:net";

/** The wire between the shop and its PostgreSQL, for tests that cut it. */
export interface DatabaseWire {
  /** Breaks all connections and takes no new ones. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Puts a wire between this process and its database. To be called before the first query. */
export async function wireDatabase(): Promise<DatabaseWire> {
  const address = new URL(process.env.DATABASE_URL ?? "");
  const { hostname: host, port } = address;
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("error", () => undefined).once("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port || 5432), host);
    keep(near).pipe(keep(far)).pipe(near);
    near.once("close", () => far.destroy());
    far.once("close", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address.hostname = "127.0.0.1";
  address.port = String((server.address() as AddressInfo).port);
  process.env.DATABASE_URL = address.href;
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    cut,
    mend: () => void (isCut = false),
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
