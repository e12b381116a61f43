import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";

/** A server of the shop that a test starts and kills itself, on the same database and simulator as the others. */
export class OwnShop {
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  /** @param settings what it is told besides what the others know. */
  static async start(settings: Record<string, string> = {}): Promise<OwnShop> {
    const shop = new OwnShop(await freePort(), settings);
    await shop.restart();
    return shop;
  }

  get url() {
    return `http://localhost:${this.port}`;
  }

  async restart(): Promise<void> {
    this.child = spawn(
      process.execPath,
      ["node_modules/next/dist/bin/next", "start", "-p", String(this.port)],
      {
        env: {
          ...process.env,
          APP_URL: this.url,
          NEXTAUTH_URL: this.url,
          PORT: String(this.port),
          ...this.settings,
        },
        stdio: "ignore",
      },
    );
    for (;;) {
      const isUp = await fetch(`${this.url}/api/health`).then(
        (response) => response.ok,
        () => false,
      );
      if (isUp) return;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /** No goodbye: what was in flight stays in flight. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
