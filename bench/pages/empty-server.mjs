// The least that Node can do for a page: nothing, in one answer.
import { createServer } from "node:http";

createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": 0 });
  response.end();
}).listen(Number(process.env.PORT), "127.0.0.1");
