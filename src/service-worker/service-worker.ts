import type { FileGroupId, ShippedFile } from '../contract/shipped-file';
import { FIRST_GROUP, fileGroup } from '../contract/shipped-file';
import { FileKeeper } from './file-keeper';
import type { AskKind, PageAsks, PageMessage, WorkerMessage } from './messages';
import { SHARE_FIELD, SHARE_PATH, SHARED_HASH } from './messages';
import { SharedPictures } from './shared-pictures';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of this version; `vite-plugin-pwa` puts it here when the site is built. */
  readonly __WB_MANIFEST: readonly ShippedFile[];
};

const site = new URL(self.registration.scope);
const keeper = new FileKeeper({
  files: self.__WB_MANIFEST,
  siteUrl: site.href,
  caches: self.caches,
  fetch: (url, init) => fetch(url, init),
});
const shared = new SharedPictures();
/** Groups that this run of the service worker has completed or is completing. */
const used = new Set<FileGroupId>([FIRST_GROUP]);

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => {
  // The first version serves the page that registered it; a later one finds its pages already served.
  event.waitUntil(keeper.takeOver().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== site.origin || !url.pathname.startsWith(site.pathname)) return;
  const path = url.pathname.slice(site.pathname.length);
  if (path === SHARE_PATH) {
    event.respondWith(request.method === 'POST' ? takeShared(event) : goTo('#/'));
    return;
  }
  if (request.method !== 'GET') return;
  const file = keeper.fileAt(request.url);
  if (file) {
    event.respondWith(answer(request, file));
    event.waitUntil(keepWhole([fileGroup(file.url)]));
  } else if (path.startsWith('assets/')) {
    event.respondWith(keeper.answerEarlier(request));
  }
});

self.addEventListener('message', (event) => {
  const { kind, asks } = event.data as PageMessage;
  const [port] = event.ports;
  const send = (message: WorkerMessage) => port?.postMessage(message);
  const work = ANSWERS[kind](asks as never, (keptBytes, totalBytes) => {
    send({ type: 'progress', keptBytes, totalBytes });
  });
  event.waitUntil(work.then((given) => send({ type: 'answer', answer: given })));
});

type Answers = {
  readonly [Kind in AskKind]: (
    asks: PageAsks[Kind]['asks'],
    onProgress: (keptBytes: number, totalBytes: number) => void,
  ) => Promise<PageAsks[Kind]['answers']>;
};

const ANSWERS: Answers = {
  check: async () => {
    // Browsers may have thrown files away, and a person may have emptied the storage by half.
    await keeper.keep(await keeper.wantedGroups());
    return keeper.status();
  },
  keep: async (groups, onProgress) => {
    await keeper.want(groups);
    return keeper.keep([FIRST_GROUP, ...groups], onProgress);
  },
  drop: async () => {
    await keeper.drop();
    used.clear();
    used.add(FIRST_GROUP);
    return null;
  },
  'take-shared': async (id) => shared.take(id),
  switch: async () => {
    await self.skipWaiting();
    return null;
  },
};

/** Fails as a whole when a file does not arrive: the version before goes on, and the browser tries again. */
async function install(): Promise<void> {
  const kept = await keeper.keep(await keeper.wantedGroups());
  if (!kept.ok) throw new Error(`This version could not be kept: ${kept.failure}`);
}

async function answer(request: Request, file: ShippedFile): Promise<Response> {
  const response = await keeper.answer(file);
  if (response.type !== 'error') return response;
  // Either there is no connection, or the site holds another version by now, which is then fetched as a whole.
  void self.registration.update().catch(() => undefined);
  return request.mode === 'navigate' ? fetch(request) : response;
}

/** What has been used once works without a connection from then on. */
async function keepWhole(groups: readonly FileGroupId[]): Promise<void> {
  const fresh = groups.filter((id) => !used.has(id));
  if (fresh.length === 0) return;
  for (const id of fresh) used.add(id);
  await keeper.want(fresh);
  await keeper.keep(fresh);
}

/** Another app shares pictures: the page that opens asks for them with the id in its address. */
async function takeShared(event: FetchEvent): Promise<Response> {
  const form = await event.request.formData().catch(() => undefined);
  const files = (form?.getAll(SHARE_FIELD) ?? []).filter((value) => value instanceof File);
  return goTo(SHARED_HASH + shared.put(files, (waiting) => event.waitUntil(waiting)));
}

async function goTo(hash: string): Promise<Response> {
  return Response.redirect(new URL(hash, site).href, 303);
}
