type Problem =
  | 'request-malformed'
  | 'request-invalid'
  | 'request-too-large'
  | 'media-type-unsupported'

/** A body in place of a valid one: as text or bytes, what must be said of it and, where there is one, at which field. */
export type HostileBody = {
  readonly name: string
  readonly text?: string
  readonly bytes?: Buffer
  readonly contentType?: string
  readonly says: Problem
  readonly pointer?: string
  /** Something left empty: a form is taken without it. */
  readonly isBlank?: boolean
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

const unreadable = (valid: string, canary: string): readonly HostileBody[] => {
  const inside = valid.slice(1, -1)
  const [first = ''] = /"[^"]+"/.exec(valid) ?? []
  const escaped = first.replace(
    /"(.)/,
    (_, char: string) => `"\\u00${char.charCodeAt(0).toString(16)}`,
  )
  const texts: Readonly<Record<string, string>> = {
    'an empty body': '',
    'a truncated body': valid.slice(0, -5),
    'a trailing comma': `{${inside},}`,
    'a byte order mark': `\uFEFF${valid}`,
    'a key twice': `{${first}:"${canary}",${inside}}`,
    'a key twice, once in escapes': `{${escaped}:"${canary}",${inside}}`,
    'a key twice, deep inside': `{"a":[{"${canary}":1,"${canary}":2}],${inside}}`,
    'seventeen levels': `{"a":${nested(16)},${inside}}`,
    'sixty thousand levels': nested(60_000),
    'sixty thousand levels of objects, unclosed': '{"a":'.repeat(20_000),
    'NaN for a value': `{"a":NaN,${inside}}`,
    'a number in hexadecimals': `{"a":0x10,${inside}}`,
    'a comment': `/* ${canary} */${valid}`,
    'two documents': `${valid}${valid}`,
    'single quotes': `{'a':'${canary}'}`,
    'a raw line break in a string': `{"a":"${canary}\n"}`,
    'bare words': canary,
  }
  return Object.entries(texts).map(([name, text]) => ({ name, text, says: 'request-malformed' }))
}

const otherBytes = (valid: string): readonly HostileBody[] => [
  { name: 'UTF-16', bytes: Buffer.from(valid, 'utf16le'), says: 'request-malformed' },
  {
    name: 'a byte that is no UTF-8',
    bytes: Buffer.from([0x22, 0xff, 0x22]),
    says: 'request-malformed',
  },
  {
    name: 'an overlong encoding',
    bytes: Buffer.from([0x22, 0xc0, 0xaf, 0x22]),
    says: 'request-malformed',
  },
  {
    name: 'gzip',
    bytes: Buffer.from('1f8b0800000000000003ab5604', 'hex'),
    says: 'request-malformed',
  },
  { name: 'ten megabytes', text: `"${'A'.repeat(10_000_000)}"`, says: 'request-too-large' },
  { name: 'one byte too many', text: ' '.repeat(128 * 1024 + 1), says: 'request-too-large' },
  { name: 'a hundred thousand levels', text: nested(100_000), says: 'request-too-large' },
  {
    name: 'two hundred thousand keys',
    text: `{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join()}}`,
    says: 'request-too-large',
  },
]

const wrongMedia: readonly string[] = [
  '',
  'text/plain',
  'application/jsonp',
  'application/json, text/html',
  'application/json; charset=utf-7',
  'application/json; charset=utf-16',
  'application/json; charset=utf-8; boundary=x',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=application/json',
  'application/xml',
]

const notTheContract = (valid: string, canary: string): readonly HostileBody[] => {
  const inside = valid.slice(1, -1)
  const plain: Readonly<Record<string, string>> = {
    null: 'null',
    'a number': '1e999',
    'a bare string': `"${canary}"`,
    true: 'true',
    'a list': `[${valid}]`,
    'a key with blanks in it': `{"a ${canary} b":1,${inside}}`,
    'a key of the prototype': `{"__proto__":{"isAdmin":"${canary}"},${inside}}`,
    'ten thousand unknown keys': `{${Array.from({ length: 10_000 }, (_, at) => `"k${at}":1`).join()}}`,
    'a string of 120,000 characters': `"${'A'.repeat(120_000)}"`,
    'a string of 60,000 escapes': `"${'\\n'.repeat(60_000)}"`,
  }
  const keys = [
    'constructor',
    'toJSON',
    'then',
    'toString',
    'hasOwnProperty',
    'version',
    'state',
    'matched',
    'concernId',
    'submittedBy',
  ]
  return [
    ...Object.entries(plain).map(
      ([name, text]): HostileBody => ({ name, text, says: 'request-invalid', pointer: '' }),
    ),
    ...keys.map(
      (key): HostileBody => ({
        name: `the unknown field ${key}`,
        text: `{"${key}":{"prototype":{"isAdmin":"${canary}"}},${inside}}`,
        says: 'request-invalid',
        pointer: `/${key}`,
      }),
    ),
  ]
}

/** The same valid body with each of its fields of another type: the refusal names that field. */
const wrongTypes = (valid: object, canary: string): readonly HostileBody[] =>
  Object.entries(valid).flatMap(([field, value]: [string, unknown]) =>
    [null, 1e308, true, canary, [[canary]], { [canary]: canary }]
      .filter(
        (wrong) => typeof wrong !== typeof value || Array.isArray(wrong) !== Array.isArray(value),
      )
      .map(
        (wrong): HostileBody => ({
          isBlank: wrong === null,
          name: `${field} as ${wrong === null ? 'null' : Array.isArray(wrong) ? 'a list' : typeof wrong}`,
          text: JSON.stringify({ ...valid, [field]: wrong }),
          says: 'request-invalid',
          pointer: `/${field}`,
        }),
      ),
  )

/** A text field of the route with nothing to be seen in it, or far too much. */
const wrongTexts = (valid: object, field: string): readonly HostileBody[] => [
  ...[
    ' \t ',
    'é'.normalize('NFD').repeat(9000),
    '\uFDFA'.repeat(9000),
    `x${'\u0301'.repeat(9000)}`,
  ].map(
    (text, at): HostileBody => ({
      isBlank: at === 0,
      name: at === 0 ? 'blanks for a text' : `${text.length} characters for a text (${at})`,
      text: JSON.stringify({ ...valid, [field]: text }),
      says: 'request-invalid',
      pointer: `/${field}`,
    }),
  ),
]

/** Everything a body can be instead of what it should be. `canary` stands for personal data: it must not come back. */
export const hostileBodies = (
  valid: object,
  field: string,
  canary: string,
): readonly HostileBody[] => {
  const text = JSON.stringify(valid)
  return [
    ...unreadable(text, canary),
    ...otherBytes(text),
    ...wrongMedia.map(
      (contentType): HostileBody => ({
        name: `the media type "${contentType}"`,
        text,
        contentType,
        says: 'media-type-unsupported',
      }),
    ),
    ...notTheContract(text, canary),
    ...wrongTypes(valid, canary),
    ...wrongTexts(valid, field),
  ]
}
