/** Cuts chunks into lines at line feeds only: a JSON string may hold any other separator. */
export async function* textLinesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n')
    rest += first
    for (const line of others) {
      yield rest
      rest = line
    }
  }
  yield rest
}
