import { InputError } from '../evaluate/input-error.ts'

/** What a queue of dead letters is named for: what lies there goes back to the queue that its reader fetches from. */
const deadLetters = /^hub-(?<of>[a-zA-Z0-9-]+)-(?<why>unsent|refused)$/

const noWayBack =
  'nothing of it is put back: whatever it names waits in the index still, and the sweep does it. See the runbook of its function'

/** The one reader of whose work nothing else knows: what a stream gave up on is kept whole for it. */
const keptWhole = 'hub-watch-tables-left-behind'

/**
 * The queue to which dead letters go back. An authority's alerts are unsent from its topic and fetched from its inbox. What a stream
 * gave up on goes to its reader.
 * @throws InputError for a queue of anything else
 */
export const destinationOf = (queue: string): string => {
  if (queue === keptWhole) return 'its reader'
  if (queue.endsWith('-left-behind')) throw new InputError(`${queue}: ${noWayBack}`)
  const { of = '', why } = deadLetters.exec(queue)?.groups ?? {}
  if (of === '')
    throw new InputError(`${queue} is no queue of dead letters: hub-…-unsent or hub-…-refused`)
  return why === 'unsent' && of.startsWith('alerts-')
    ? `hub-inbox-${of.slice('alerts-'.length)}`
    : `hub-${of}`
}
