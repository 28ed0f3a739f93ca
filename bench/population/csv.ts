import { closeSync, openSync, writeSync } from 'node:fs'

const cell = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\n`

const chunkLength = 1 << 18

/** Writes line after line in large chunks, so that memory does not grow with the file. */
export const openCsv = (path: string, columns: readonly string[]) => {
  const file = openSync(path, 'w')
  let chunk = csvLine(columns)
  const flush = (): void => {
    writeSync(file, chunk)
    chunk = ''
  }
  return {
    write: (cells: readonly string[]): void => {
      chunk += csvLine(cells)
      if (chunk.length > chunkLength) flush()
    },
    close: (): void => {
      flush()
      closeSync(file)
    },
  }
}
