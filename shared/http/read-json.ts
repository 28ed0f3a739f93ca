import { HubError } from '../kernel/hub-error.ts'
import { strictJson } from '../kernel/strict-json.ts'

/**
 * The JSON of a body.
 * @throws HubError request-malformed; never with the text as its cause, which a logger might print
 * @see strictJson
 */
export const readJson = (text: string): unknown => {
  const read = strictJson(text)
  if (read.kind === 'json') return read.value
  const detail = `the body ${read.why}`
  throw new HubError('request-malformed', detail, { faults: [{ pointer: '', detail }] })
}
