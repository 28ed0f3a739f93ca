// Which partition of the tables is the busiest, and at what load it breaks: npm run bench:scale -- [--people N] [--concerns N] [--stuck N]
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { measureMix } from './cost/measure-mix.ts'
import { collectTouches, hottest } from './scale/busiest.ts'
import { scalePage } from './scale/page.ts'
import { keysAmong, sharesOf } from './scale/shares.ts'
import { sweepBacklog } from './sweep/sweep-backlog.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20000' },
    concerns: { type: 'string', default: '200' },
    stuck: { type: 'string', default: '100000' },
  },
})

const seed = 11
const rates = [300, 1_000]
/** As at a peak: all within one window of sealing. */
const secondsApart = 0.01

await runCommand(async () => {
  const people = Number(values.people)
  const concerns = Number(values.concerns)
  const touches = collectTouches()
  await measureMix({ seed, people }, { concerns, secondsApart, onTouch: touches.onTouch })
  const { commonest, perPerson } = keysAmong(seed, 20_000)
  const shares = sharesOf(seed, commonest)
  const lines = touches.busy(concerns).map((busy) => ({
    busy,
    units: rates.map((rate) => hottest(busy, rate, shares)),
  }))
  const backlog = await sweepBacklog(Number(values.stuck))
  await writeFile(
    resolve('docs', 'scale.md'),
    scalePage({ rates, lines, keysPerPerson: perPerson, backlog }),
  )
})
