// Files that come from outside the page: shared to it by another app (the service worker puts them aside), or opened with it by the system.

/** The service worker puts them here, under the addresses `./shared/0` and so on. */
const PLACE = "doichieu-shared";
const MARK = "shared";
/** As many as are taken at once. */
const MOST = 16;

/** @typedef {{ setConsumer(consumer: (launch: { readonly files: readonly { getFile(): Promise<File> }[] }) => void): void }} LaunchQueue */

/** What was shared before this start, taken away as it is read. */
async function putAside() {
  if (!new URL(location.href).searchParams.has(MARK)) return [];
  // A reload is no second share.
  history.replaceState(history.state, "", "./");
  const cache = await caches.open(PLACE);
  /** @type {File[]} */
  const files = [];
  for (const request of (await cache.keys()).slice(0, MOST)) {
    const found = await cache.match(request);
    const name = decodeURIComponent(found?.headers.get("x-name") ?? "");
    if (found) files.push(new File([await found.blob()], name));
  }
  await caches.delete(PLACE);
  return files;
}

/** @type {Promise<File[]> | null} */
let once = null;

/** Files that were shared to the page before it started: once, and then none. Never rejects. */
export function sharedFiles() {
  const files = once ? Promise.resolve([]) : putAside().catch(() => []);
  once = files;
  return files;
}

/**
 * Files that the system opens with this page, now and while it runs: `take` gets them. Where a browser knows nothing of it, never.
 * @param {(files: File[]) => void} take
 */
export function openedFiles(take) {
  const { launchQueue } = /** @type {{ launchQueue?: LaunchQueue }} */ (globalThis);
  launchQueue?.setConsumer(({ files }) => {
    const read = files.slice(0, MOST).map((file) => file.getFile().catch(() => null));
    void Promise.all(read).then((all) => {
      const there = all.filter((file) => file !== null);
      if (there.length > 0) take(there);
    });
  });
}
