import { createReadStream } from 'node:fs'
import { Readable, type Transform } from 'node:stream'
import { InputError } from './input-error.ts'

type Encoding = 'utf-8' | 'windows-1252'

/** Bytes that are no sign in Windows-1252. */
const noSigns = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

const bytesOf = (path: string): AsyncIterable<Buffer> => createReadStream(path)

/** What the first bytes say that a file is, if it is nothing that can be read. */
const markOf = (start: Buffer): string | undefined => {
  const mark = start.toString('hex', 0, 4)
  if (mark.startsWith('fffe') || mark.startsWith('feff')) return 'is UTF-16: save it as UTF-8'
  if (mark === '504b0304') return 'is a workbook: save it as CSV in UTF-8'
  return undefined
}

const isUtf8Reader = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (chunk?: Buffer): boolean => {
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
const isBrokenUtf8 = async (path: string): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8')
  let whole = 0
  let broken = 0
  for await (const chunk of bytesOf(path)) {
    const text = decoder.decode(chunk, { stream: true })
    whole += countOf(text, /[\u0080-\ufffc]/g)
    broken += countOf(text, /\ufffd/g)
  }
  return whole > broken
}

/** @throws InputError when this can be the part of no text that is read here */
const checkBytes = (path: string, chunk: Buffer, isStart: boolean): void => {
  const mark = isStart ? markOf(chunk) : undefined
  if (mark !== undefined) throw new InputError(`${path}: ${mark}`)
  if (chunk.includes(0)) throw new InputError(`${path}: is UTF-16 or no text: save it as UTF-8`)
}

type Possible = { readonly isEmpty: boolean; readonly isUtf8: boolean; readonly isWindows: boolean }

/** Which encodings all bytes of a file allow. */
const possibleFor = async (path: string): Promise<Possible> => {
  const isSound = isUtf8Reader()
  let possible = { isEmpty: true, isUtf8: true, isWindows: true }
  for await (const chunk of bytesOf(path)) {
    checkBytes(path, chunk, possible.isEmpty)
    possible = {
      isEmpty: false,
      isUtf8: possible.isUtf8 && isSound(chunk),
      isWindows: possible.isWindows && !noSigns.some((byte) => chunk.includes(byte)),
    }
  }
  return { ...possible, isUtf8: possible.isUtf8 && isSound() }
}

/** @throws InputError when it is neither of the two, or holds nothing */
const encodingOf = async (path: string): Promise<Encoding> => {
  const { isEmpty, isUtf8, isWindows } = await possibleFor(path)
  if (isEmpty) throw new InputError(`${path}: is empty`)
  if (isUtf8) return 'utf-8'
  if (!isWindows) throw new InputError(`${path}: is neither UTF-8 nor Windows-1252`)
  if (await isBrokenUtf8(path)) throw new InputError(`${path}: is UTF-8 in part only`)
  return 'windows-1252'
}

/** The text of a file in UTF-8, with or without a mark, or else in Windows-1252, as spreadsheets write it. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path))
  for await (const chunk of bytesOf(path)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** A parser that is given the text of a file; what is wrong with the file is the parser's fault too. */
export const fed = <Parser extends Transform>(path: string, parser: Parser): Parser => {
  Readable.from(textOf(path))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  return parser
}
