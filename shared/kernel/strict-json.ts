const greatestDepth = 16

export type StrictJson =
  | { readonly kind: 'json'; readonly value: unknown }
  /** Why, never with what stands in it. */
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Parses JSON as strictly as RFC 8259 says and then some: no duplicate keys (also not by `\u` escapes, which a firewall
 * may read differently), no nesting beyond 16. The scan does not recurse, so depth cannot exhaust the stack.
 */
export const strictJson = (text: string): StrictJson => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'refused', why: 'is not JSON' }
  }
  const why = trapIn(text)
  return why === undefined ? { kind: 'json', value } : { kind: 'refused', why }
}

// A string with the colon that makes it a key, a plain string, or a bracket. Linear: no part can match two ways.
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g

/** Expects text that JSON.parse has accepted: strings and brackets are then well formed. */
const trapIn = (text: string): string | undefined => {
  const levels: Set<unknown>[] = []
  for (const [found, string, colon] of text.matchAll(token)) {
    if (string === undefined) levelChange(levels, found)
    else if (colon !== undefined && isTwice(levels.at(-1), string))
      return 'has the same key twice in one object'
    if (levels.length > greatestDepth) return `is nested deeper than ${greatestDepth}`
  }
  return undefined
}

const levelChange = (levels: Set<unknown>[], bracket: string): void => {
  if (bracket === '{' || bracket === '[') levels.push(new Set())
  else levels.pop()
}

const isTwice = (level: Set<unknown> | undefined, quoted: string): boolean => {
  const key: unknown = JSON.parse(quoted)
  const isThere = level?.has(key) === true
  level?.add(key)
  return isThere
}
