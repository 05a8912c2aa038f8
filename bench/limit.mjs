// What the machine can do: a Fastify route that parses the POST and returns as many bytes as the answer has.
import Fastify from 'fastify';

let body = '{}';
const app = Fastify();
app.post('/', (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8');
  return reply.send(body);
});
// Whoever started this one was stopped.
process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  if (message === 'close') process.exit(0);
  if (message.body !== undefined) body = message.body;
  process.send({ cpu: process.cpuUsage() });
});
process.send({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });
