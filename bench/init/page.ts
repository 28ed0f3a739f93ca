import { tableLine } from '../document/table-line.ts'
import { machine } from '../machine.ts'
import { bareName, type Init } from './measure-init.ts'

/** Of a bare client's processor time, and kilobytes of a bundle, at most. */
const targets = { times: 1.5, kilobytes: 400 } as const

const lineOf =
  (bare: Init) =>
  ({ name, bytes, packageBytes, milliseconds }: Init): string => {
    const times = milliseconds / bare.milliseconds
    const kilobytes = bytes / 1_000
    return tableLine([
      name,
      kilobytes.toFixed(0),
      name === bareName ? '' : (packageBytes / 1_000).toFixed(0),
      milliseconds.toFixed(0),
      times.toFixed(2),
      name === bareName || (times <= targets.times && kilobytes <= targets.kilobytes)
        ? ''
        : 'above',
    ])
  }

/** The published page, as Markdown. */
export const initPage = (inits: readonly Init[], rounds: number): string => {
  const bare = inits.find(({ name }) => name === bareName)
  if (bare === undefined) throw new Error('there is nothing to compare with')
  return `# How long a function takes to begin

Written by \`npm run bench:init\`; do not edit. The bundle of every function, as it is deployed, is loaded in a fresh process:
${rounds} rounds, in turn, the median of the processor's time (${machine()}). It is set beside a bundle that
only makes a client of DynamoDB, with the same credentials and limits. Asked for: at most ${targets.times} times its processor time, and
${targets.kilobytes} kB.

${tableLine(['bundle', 'kB', 'of which packages', 'ms', 'times a bare client', ''])}
${tableLine(['---', '---', '---', '---', '---', '---'])}
${inits.map(lineOf(bare)).join('\n')}

The SDK's chain of credential providers is not in the bundles: a function's credentials stand in its environment
(\`shared/aws/environment-credentials.ts\`). Most of a bundle is packages: the SDK's clients of DynamoDB and of the service or two that
the function calls (190 to 260 kB), zod (105), a calendar of London where working days are counted (56), the logger and the tokens (17
each). Above them stand the matcher with its tables of names, and every schema of what is stored and sent: it is what the function is
for, and none of it waits for a network. Loading it from a second file when it is first needed would only move the wait from the
start to the first request. Below 400 kB a function that reads a table, checks a token and refuses what it cannot read would have to do
without zod, which the hub does not.
`
}
