import { availableParallelism, cpus, loadavg } from 'node:os'

/** What times were measured on, and how busy it was: a load above the number of cores makes them worse than they are. */
export const machine = (): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)}`
