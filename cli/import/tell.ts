/** Tells whoever waits, beside what is printed. */
export const tell = (text: string): void => void process.stderr.write(`${text}\n`)
