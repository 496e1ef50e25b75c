import { once } from "node:events";
import { connect, createServer } from "node:net";

/** A wire between the browser and the platform that can be cut and mended. */
export class Wire {
  #sockets = new Set();
  #server = null;
  #port = 0;

  constructor(target) {
    this.target = target;
  }

  static async to(url) {
    const wire = new Wire(new URL(url));
    await wire.mend();
    return wire;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}`;
  }

  async mend() {
    this.#server = createServer((near) => {
      const far = connect(Number(this.target.port || 80), this.target.hostname);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on("error", () => socket.destroy());
        socket.on("close", () => this.#sockets.delete(socket));
      }
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
      near.pipe(far).pipe(near);
    });
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = this.#server.address().port;
  }

  cut() {
    this.#server.close();
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }
}
