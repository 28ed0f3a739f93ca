import { parseArgs } from 'node:util'
import { InputError } from '../evaluate/input-error.ts'

export const usage = `usage: npm run -s match -- [LINES.ndjson] [--background 5000] [--seed 1] [--model M.json] [--explain]

Says who somebody is among the people of a register, and why. A line of input, from the file or standard input, is
  {"id", "register": [{"id", "person", "children": []}], "query": {"person", "children": []}}
with people as the API takes them, read leniently; for a child sought among children, "child" with "name", "alsoKnownAs",
"dateOfBirth", "expectedDateOfDelivery", "age", "sex", "nhsNumbers", "addresses" and "adults" stands for "person". A line of
output is
  {"id", "band", "confirmed": [], "candidates": [{"id", "bits", "posterior", "guards", "comparisons"}]}
Each line is matched by itself, beside invented people whose ids begin with background-.

  --background N   so many invented adults, and children (5000)
  --seed N         which invented people (1)
  --model M.json   a model that npm run model:estimate wrote, instead of the stated one
  --explain        a text for people instead of NDJSON, with everybody of the line's register
`

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

const numberOf = (name: string, value: string): number => {
  if (!/^\d{1,6}$/.test(value)) throw new InputError(`--${name} takes a whole number`)
  return Number(value)
}

const parsed = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        background: { ...text, default: '5000' },
        seed: { ...text, default: '1' },
        model: text,
        explain: flag,
        help: flag,
      },
    })
  } catch (error) {
    throw new InputError(usage.trimEnd(), { cause: error })
  }
}

/** @throws InputError when the command is called otherwise than it can be */
export const readOptions = () => {
  const { values, positionals } = parsed()
  if (positionals.length > 1) throw new InputError(usage.trimEnd())
  return {
    ...values,
    file: positionals[0],
    background: numberOf('background', values.background),
    seed: numberOf('seed', values.seed),
  }
}
