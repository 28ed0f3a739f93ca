import { type Batch, runBatch } from './batch.ts'

/** A batch as JSON in, its report as JSON out: a process of its own, whose randomness and time are the seed’s. */
const batch = JSON.parse(process.argv[2] ?? '{}') as Batch
process.stdout.write(`${JSON.stringify(await runBatch(batch))}\n`, () => process.exit())
