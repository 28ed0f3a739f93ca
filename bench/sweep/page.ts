import { keysOf } from '../../shared/kernel/keys-of.ts'
import { tableLine } from '../document/table-line.ts'
import { type Backlog, containers, lasts, levelsOf } from './sweep-backlog.ts'

const named = { immediate: 'H4', today: 'H3', routine: 'H0 to H2' } as const

const minutes = (seconds: number): string => (seconds / 60).toFixed(1)

/** How long a backlog of concerns takes, as Markdown. */
export const backlogSection = ({
  concerns,
  clearedAfter,
  throttled,
  longestRun,
}: Backlog): string => `## A backlog of ${concerns.toLocaleString('en-GB')} concerns

The stream has stood still, and as many concerns wait, of all levels (${levelsOf}), the least pressing the oldest. \`watch-clocks\` as it is
deployed, with its own code over tables in memory, assesses them in simulated time: every minute ${containers} parts of the sweep
side by side, each with eight concerns in hand, none beginning anything after forty seconds. A read takes ${lasts.read} ms, a
transaction ${lasts.write} ms, and each costs its part ${lasts.processor} ms of its processor beside (measured: some 4 ms on a whole one; a function of 512 MB has
three tenths).

${tableLine(['level', 'all assessed after (minutes)'])}
${tableLine(['---', '---'])}
${keysOf(named)
  .map((urgency) => tableLine([named[urgency], minutes(clearedAfter.get(urgency) ?? 0)]))
  .join('\n')}

- No concern of a shard was assessed while one of H4 of the same shard waited: the command fails otherwise. Each shard is one part's
  alone.
- The longest run took ${longestRun.toFixed(0)} s of its minute; ${throttled === 0 ? 'none was begun while the one before it ran' : `${throttled} were not begun, for the one before ran still`}.
- More at once: more parts (\`sweeperParts\` in \`shared/config/sweepers.ts\`, up to the number of shards).
`
