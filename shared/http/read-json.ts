import { HubError } from '../kernel/hub-error.ts'

const greatestDepth = 16

/**
 * Parses JSON as strictly as RFC 8259 says and then some: no duplicate keys (also not by `\u` escapes, which a firewall
 * may read differently), no nesting beyond 16. The scan does not recurse, so depth cannot exhaust the stack.
 * @throws HubError request-malformed; never with the text as its cause, which a logger might print
 */
export const readJson = (text: string): unknown => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw malformed('the body is not JSON')
  }
  refuseTraps(text)
  return parsed
}

const malformed = (detail: string): HubError =>
  new HubError('request-malformed', detail, { faults: [{ pointer: '', detail }] })

// A string with the colon that makes it a key, a plain string, or a bracket. Linear: no part can match two ways.
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g

/** Expects text that JSON.parse has accepted: strings and brackets are then well formed. */
const refuseTraps = (text: string): void => {
  const levels: Set<unknown>[] = []
  for (const [found, string, colon] of text.matchAll(token)) {
    if (string === undefined) levelChange(levels, found)
    else if (colon !== undefined) noteKey(levels.at(-1), string)
    if (levels.length > greatestDepth) throw malformed(`nested deeper than ${greatestDepth}`)
  }
}

const levelChange = (levels: Set<unknown>[], bracket: string): void => {
  if (bracket === '{' || bracket === '[') levels.push(new Set())
  else levels.pop()
}

const noteKey = (level: Set<unknown> | undefined, quoted: string): void => {
  const key: unknown = JSON.parse(quoted)
  if (level?.has(key)) throw malformed('the same key twice in one object')
  level?.add(key)
}
