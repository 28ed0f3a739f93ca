import { type Batch, runBatch } from './batch.ts'

// One batch as JSON, for whoever looks at a seed; many as messages.
const [asked] = process.argv.slice(2)
if (asked !== undefined) {
  const report = await runBatch(JSON.parse(asked) as Batch)
  process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit())
}
process.on('message', (batch) => {
  void runBatch(batch as Batch).then((report) => process.send?.(report))
})
