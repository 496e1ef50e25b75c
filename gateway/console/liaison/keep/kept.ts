/** Where the phone keeps things by name. All of one call is kept, or none of it. */
export interface Kept {
  get(name: string): Promise<unknown>;
  put(entries: Readonly<Record<string, unknown>>): Promise<void>;
  wipe(): Promise<void>;
}

const DATABASE = "huiwu-liaison";
const STORE = "kept";

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** In the browser's database; what was put is on the disk when the promise is kept. */
export class InDatabase implements Kept {
  #opened: Promise<IDBDatabase> | null = null;

  async get(name: string): Promise<unknown> {
    const database = await this.#open();
    return asked(database.transaction(STORE).objectStore(STORE).get(name));
  }

  async put(entries: Readonly<Record<string, unknown>>): Promise<void> {
    const database = await this.#open();
    const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
    for (const [name, value] of Object.entries(entries)) {
      transaction.objectStore(STORE).put(value, name);
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  async wipe(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    if (opened) {
      (await opened).close();
    }
    await asked(indexedDB.deleteDatabase(DATABASE));
  }

  #open(): Promise<IDBDatabase> {
    this.#opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        // another page wipes it: whatever was here goes
        database.onversionchange = () => {
          database.close();
          this.#opened = null;
        };
        resolve(database);
      };
    });
    return this.#opened;
  }
}
