import { tableLine } from '../document/table-line.ts'
import { machine } from '../machine.ts'
import { bareName, type Init } from './measure-init.ts'

/** Of a bare client's processor time, and kilobytes of a bundle, at most. */
const targets = { times: 1.5, kilobytes: 400 } as const

const lineOf =
  (bare: Init) =>
  ({ name, bytes, milliseconds }: Init): string => {
    const times = milliseconds / bare.milliseconds
    const kilobytes = bytes / 1_000
    return tableLine([
      name,
      kilobytes.toFixed(0),
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

${tableLine(['bundle', 'kB', 'ms', 'times a bare client', ''])}
${tableLine(['---', '---', '---', '---', '---'])}
${inits.map(lineOf(bare)).join('\n')}

The SDK's chain of credential providers is not in the bundles: a function's credentials stand in its environment
(\`shared/aws/environment-credentials.ts\`). What is above the target holds the matcher with its tables of names, every schema
of what is stored and sent, and a calendar of London: it is what the function is for, and none of it waits for a network.
Loading it from a second file when it is first needed would only move the wait from the start to the first request.
`
}
