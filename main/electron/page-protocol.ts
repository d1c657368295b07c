import { protocol, type Session } from 'electron';
import { pageFile } from '../host/page-files.ts';

export const PAGE_ORIGIN = 'app://jianzhu';

/** Before the program is ready: the scheme of the page counts as a secure origin of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers `app://jianzhu/…` from the folder of the page; any other host of the scheme has nothing. */
export function servePage(session: Session): void {
  session.protocol.handle('app', async (request) => {
    const address = new URL(request.url);
    if (address.origin !== PAGE_ORIGIN && address.host !== 'jianzhu') return new Response('not found', { status: 404 });
    const file = await pageFile(address.pathname);
    return new Response(file.body, { status: file.status, headers: file.headers });
  });
}

/** Nothing in the program needs the network, a permission, or a page of anybody else's. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      details.url.startsWith(`${PAGE_ORIGIN}/`) ||
      details.url.startsWith('devtools://') ||
      details.url.startsWith('blob:') ||
      details.url.startsWith('data:');
    answer({ cancel: !allowed });
  });
  session.on('will-download', (event) => event.preventDefault());
}
