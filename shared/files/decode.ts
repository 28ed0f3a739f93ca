import { Readable, type Transform } from 'node:stream'
import { FileFault, type FileFaultCode } from './file-fault.ts'
import type { InputFile } from './input-file.ts'

type Encoding = 'utf-8' | 'windows-1252'

/** Bytes that are no sign in Windows-1252. */
const noSigns = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const words = {
  EMPTY: 'is empty',
  UTF_16: 'is UTF-16: save it as UTF-8',
  WORKBOOK: 'is a workbook or packed: unpack it, or save it as CSV in UTF-8',
} as const

const fault = ({ name: file, shown }: InputFile, code: FileFaultCode, what: string): FileFault =>
  new FileFault({ file, code }, `${shown}: ${what}`)

/** With which bytes files begin that are no text: marks of UTF-16; zip, in which workbooks are kept, older workbooks, gzip. */
const marks = [
  ['fffe', 'UTF_16'],
  ['feff', 'UTF_16'],
  ['504b0304', 'WORKBOOK'],
  ['d0cf11e0', 'WORKBOOK'],
  ['1f8b', 'WORKBOOK'],
] as const

/** What the first bytes say that a file is, if it is nothing that can be read. */
const markOf = (start: Uint8Array): 'UTF_16' | 'WORKBOOK' | undefined => {
  const beginning = Buffer.from(start.subarray(0, 4)).toString('hex')
  return marks.find(([mark]) => beginning.startsWith(mark))?.[1]
}

const isUtf8Reader = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (chunk?: Uint8Array): boolean => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
      return true
    } catch {
      return false
    }
  }
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whether what is broken is UTF-8 all the same: Windows-1252 hardly ever has two signs that make one of UTF-8. */
const isBrokenUtf8 = async (file: InputFile): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8')
  let whole = 0
  let broken = 0
  for await (const chunk of file.bytes()) {
    const text = decoder.decode(chunk, { stream: true })
    whole += countOf(text, /[\u0080-\ufffc]/g)
    broken += countOf(text, /\ufffd/g)
  }
  return whole > broken
}

/** @throws FileFault when this can be the part of no text that is read here */
const checkBytes = (file: InputFile, chunk: Uint8Array, isStart: boolean): void => {
  const mark = isStart ? markOf(chunk) : undefined
  if (mark !== undefined) throw fault(file, mark, words[mark])
  if (chunk.includes(0)) throw fault(file, 'UTF_16', 'is UTF-16 or no text: save it as UTF-8')
}

type Possible = { readonly isEmpty: boolean; readonly isUtf8: boolean; readonly isWindows: boolean }

/** Which encodings all bytes of a file allow. */
const possibleFor = async (file: InputFile): Promise<Possible> => {
  const isSound = isUtf8Reader()
  let possible = { isEmpty: true, isUtf8: true, isWindows: true }
  for await (const chunk of file.bytes()) {
    checkBytes(file, chunk, possible.isEmpty)
    possible = {
      isEmpty: false,
      isUtf8: possible.isUtf8 && isSound(chunk),
      isWindows: possible.isWindows && !noSigns.some((byte) => chunk.includes(byte)),
    }
  }
  return { ...possible, isUtf8: possible.isUtf8 && isSound() }
}

/** @throws FileFault when it is neither of the two, or holds nothing */
const encodingOf = async (file: InputFile): Promise<Encoding> => {
  const { isEmpty, isUtf8, isWindows } = await possibleFor(file)
  if (isEmpty) throw fault(file, 'EMPTY', words.EMPTY)
  if (isUtf8) return 'utf-8'
  if (!isWindows) throw fault(file, 'ENCODING_UNKNOWN', 'is neither UTF-8 nor Windows-1252')
  if (await isBrokenUtf8(file)) throw fault(file, 'ENCODING_UNKNOWN', 'is UTF-8 in part only')
  return 'windows-1252'
}

/** All of a file is read to tell its encoding: once, however often its text is. */
const encodings = new WeakMap<InputFile, Promise<Encoding>>()

const knownEncodingOf = (file: InputFile): Promise<Encoding> => {
  const known = encodings.get(file) ?? encodingOf(file)
  encodings.set(file, known)
  return known
}

/** The text of a file in UTF-8, with or without a mark, or else in Windows-1252, as spreadsheets write it. */
export async function* textOf(file: InputFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(await knownEncodingOf(file))
  for await (const chunk of file.bytes()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** A parser that is given the text of a file; what is wrong with the file is the parser's fault too. */
export const fed = <Parser extends Transform>(file: InputFile, parser: Parser): Parser => {
  Readable.from(textOf(file))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  return parser
}
