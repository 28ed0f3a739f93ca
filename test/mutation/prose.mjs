// A plugin of Stryker, which loads them as JavaScript.

const twoWords = /\p{L}\S*\s+\S*\p{L}/u

/** The fixed text of a literal, or undefined where there is none. */
const textOf = ({ node }) => {
  if (node.type === 'StringLiteral') return node.value
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw).join('x')
  return undefined
}

const isSentence = (path) => {
  const text = textOf(path)
  return text !== undefined && twoWords.test(text)
}

/** What `.meta(…)` says of a schema goes into the published document and into nothing else. */
const describesSchema = ({ key, parent }) =>
  key === 0 && parent?.type === 'CallExpression' && parent.callee.property?.name === 'meta'

/**
 * Leaves alone what no decision reads: a literal of two words or more, which is a sentence for people (a code has no
 * blank), and the description of a schema.
 */
const prose = {
  shouldIgnore: (path) => (isSentence(path) || describesSchema(path) ? 'prose' : undefined),
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'prose', value: prose }]
