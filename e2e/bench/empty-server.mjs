import { createServer } from 'node:http';

// The peer of the browser host's start: one empty page and nothing else.
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<main>empty</main>');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
});
