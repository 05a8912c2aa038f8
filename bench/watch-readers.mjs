/** One reader asks for one record after the other while the work is done: how long that took, and the reader's waits. */
export async function watchReaders({ url, project }, work) {
  const latencies = [];
  let isDone = false;
  const reading = (async () => {
    for (let number = 0; !isDone; number += 7) {
      const slug = `article-${number % project.articles.length}`;
      const query = `{ article(filter: { slug: { eq: "${slug}" } }) { title } }`;
      const started = performance.now();
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${project.readToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      if (!(await response.text()).startsWith('{"data":')) throw new Error('a reader was refused');
      latencies.push(performance.now() - started);
    }
  })();
  const started = performance.now();
  try {
    await work();
  } finally {
    isDone = true;
  }
  const ms = performance.now() - started;
  await reading;
  latencies.sort((a, b) => a - b);
  const percentile = (share) => Number(latencies[Math.floor((latencies.length - 1) * share)].toFixed(1));
  return { ms, reads: latencies.length, p50: percentile(0.5), p99: percentile(0.99), max: percentile(1) };
}
