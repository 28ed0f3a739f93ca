import { NotWhole } from '../loading/json/elements.ts'

/** Cuts chunks into lines at line feeds only: a JSON string may hold any other separator. @throws NotWhole of a longer line */
export async function* textLinesOf(
  chunks: AsyncIterable<string>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n')
    rest += first
    for (const line of others) {
      yield rest
      rest = line
    }
    if (rest.length > most) throw new NotWhole()
  }
  yield rest
}
