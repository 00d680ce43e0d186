/** What `npm run measure:hosting` measures for one kind of visit. */
export interface VisitLoad {
  /** Requests that reach the host. */
  readonly requests: number;
  /** Bytes that the host sends, headers included. */
  readonly bytes: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
}

export interface HostingBench {
  readonly server: string;
  readonly cores: number;
  /** Connections that ask all the time, and for how long. */
  readonly connections: number;
  readonly seconds: number;
  /** One-minute load of the machine before the run: other work slows it down. */
  readonly loadBefore: number;
  readonly cold: VisitLoad;
  readonly returning: VisitLoad;
}

/** A day's visits that come in its busiest hour. */
const BUSIEST_HOUR_SHARE = 0.1;
const LINK_BITS_PER_SECOND = 1e9;
const CDN_BITS_PER_SECOND = 1e12;
const FREE_MONTHLY_BYTES = 100e9;

/** The table and the arithmetic, in Markdown. */
export function loadWords(bench: HostingBench): string {
  const { cold, returning } = bench;
  return [
    `${bench.server} on ${bench.cores} cores that it shares with the ${bench.connections} connections that ask (machine load before: ${bench.loadBefore.toFixed(1)}), ${bench.seconds} s each:`,
    [
      '| visit | requests | sent | requests/s | p50 | p99 | errors | visits/s |',
      '|---|---:|---:|---:|---:|---:|---:|---:|',
      row('first: the number, and all that works offline later', cold),
      row('returning: the number again', returning),
    ].join('\n'),
    arithmetic(cold),
  ].join('\n\n');
}

function row(name: string, load: VisitLoad): string {
  const cells = [
    name,
    load.requests,
    `${whole(load.bytes / 1000)} kB`,
    whole(load.requestsPerSecond),
    `${load.p50Ms} ms`,
    `${load.p99Ms} ms`,
    load.errors,
    whole(visitsPerSecond(load)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function arithmetic(cold: VisitLoad): string {
  const byServer = visitsPerSecond(cold);
  const byLink = LINK_BITS_PER_SECOND / 8 / cold.bytes;
  const least = Math.min(byServer, byLink);
  const aDay = (perSecond: number) => (perSecond * 3600) / BUSIEST_HOUR_SHARE;
  const byCdn = CDN_BITS_PER_SECOND / 8 / cold.bytes;
  return [
    `- One small host: nginx carries ${whole(byServer)} first visits a second, a link of 1 Gbit/s ${whole(byLink)} (125,000 kB / ${whole(cold.bytes / 1000)} kB). The smaller, ${whole(least)} a second, is ${whole(least * 3600)} in the busiest hour; if that hour brings ${BUSIEST_HOUR_SHARE * 100} % of the day, ${whole(aDay(least))} people a day, every one of them for the first time.`,
    `- A CDN with 1 Tbit/s: ${whole(byCdn)} first visits a second, ${whole(aDay(byCdn))} people a day by the same share. A free plan of 100 GB a month: ${whole(FREE_MONTHLY_BYTES / cold.bytes)} first visits a month.`,
  ].join('\n');
}

function visitsPerSecond(load: VisitLoad): number {
  return load.requestsPerSecond / load.requests;
}

function whole(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
}
