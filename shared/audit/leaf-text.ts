import { parsedJson } from '../kernel/parsed-json.ts'
import { canonicalJson } from './canonical-json.ts'
import { type Hash, leafHash } from './merkle.ts'
import { type Fields, isFields, isListOf, isText } from './plain.ts'
import type { Leaf, SealableEntry } from './sealed-leaf.ts'

/** The bytes of a leaf, one line of a bundle: canonical JSON, so that one row has one leaf. */
export const leafText = ({ schema, entry, salt, standsUnder, indexFields }: Leaf): string =>
  canonicalJson({ schema, entry, salt, standsUnder, indexFields })

/** The hash under which a row stands in the log. */
export const leafOf = (leaf: Leaf): Hash => leafHash(leafText(leaf))

const fieldsOfLeaf = ['entry', 'indexFields', 'salt', 'schema', 'standsUnder'].join()

const isEntry = (value: unknown): value is SealableEntry =>
  isFields(value) &&
  isText(value['entryId']) &&
  isText(value['at']) &&
  isListOf(value['subjects'], isText) &&
  value['subjects'].length > 0

const areTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isFields(value) && Object.values(value).every((one) => typeof one === 'string')

const isLeaf = (value: Fields): value is Leaf & Fields =>
  Object.keys(value).toSorted().join() === fieldsOfLeaf &&
  typeof value['schema'] === 'number' &&
  isEntry(value['entry']) &&
  isText(value['salt']) &&
  isListOf(value['standsUnder'], isText) &&
  value['standsUnder'].length > 0 &&
  areTexts(value['indexFields'])

/** The leaf of a line; undefined where the line is not, to the byte, as the hub writes them. */
export const leafOfLine = (line: string): Leaf | undefined => {
  const read = parsedJson(line)
  return isFields(read) && isLeaf(read) && leafText(read) === line ? read : undefined
}
