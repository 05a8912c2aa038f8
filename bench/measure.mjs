import autocannon from 'autocannon';

/** Requests a second, and the median and the 99th percentile of the latency in milliseconds. */
export async function measure({ url, connections, seconds, method = 'POST', headers, body, nextRequest }) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method,
    headers,
    ...(nextRequest
      ? { requests: [{ setupRequest: (request) => ({ ...request, ...nextRequest() }) }] }
      : { body }),
  });
  const refused = result.non2xx + result.errors;
  if (refused > 0) throw new Error(`${refused} of ${result.requests.total} requests failed at ${url}`);
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    total: result.requests.total,
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
