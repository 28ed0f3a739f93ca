/** Signs that one row or object of a file may hold: a child with all its adults is a hundredth of it [D]. */
export const mostSignsOfRow = 1_000_000

/** A text of which an object does not end, or not within reach: what comes after it cannot be told from it. */
export class NotWhole extends Error {}

/** The objects of a text of JSON that stand within so many brackets: those of a list, of a list in an object, or one after another. @throws NotWhole */
export async function* elementsOf(
  chunks: AsyncIterable<string>,
  within: number,
): AsyncGenerator<string> {
  const { scan, isWithinReach, isWhole } = createScan(within)
  for await (const chunk of chunks) {
    yield* scan(chunk)
    if (!isWithinReach()) throw new NotWhole()
  }
  if (!isWhole()) throw new NotWhole()
}

type State = { depth: number; isInText: boolean; isEscaped: boolean; held: string; isHeld: boolean }

const inText = (state: State, sign: string): void => {
  if (state.isEscaped) state.isEscaped = false
  else if (sign === '\\') state.isEscaped = true
  else if (sign === '"') state.isInText = false
}

const opens = (sign: string): boolean => sign === '{' || sign === '['
const closes = (sign: string): boolean => sign === '}' || sign === ']'

/** Whether an element ends with this sign. */
const step = (state: State, sign: string, within: number): boolean => {
  if (state.isInText) inText(state, sign)
  else if (sign === '"') state.isInText = true
  else if (opens(sign)) {
    if (state.depth === within && sign === '{') state.isHeld = true
    state.depth += 1
  } else if (closes(sign)) {
    state.depth -= 1
    return state.isHeld && state.depth === within
  }
  return false
}

const createScan = (within: number) => {
  const state: State = { depth: 0, isInText: false, isEscaped: false, held: '', isHeld: false }
  const take = (chunk: string, at: number): 'begins' | 'ends' | 'goes on' => {
    const wasHeld = state.isHeld
    if (step(state, chunk.charAt(at), within)) return 'ends'
    return state.isHeld && !wasHeld ? 'begins' : 'goes on'
  }
  const scan = function* (chunk: string): Generator<string> {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const how = take(chunk, at)
      if (how === 'begins') from = at
      if (how !== 'ends') continue
      yield state.held + chunk.slice(from, at + 1)
      state.held = ''
      state.isHeld = false
    }
    if (state.isHeld) state.held += chunk.slice(from)
  }
  return {
    scan,
    isWithinReach: () => state.held.length <= mostSignsOfRow,
    isWhole: () => state.depth === 0 && !state.isInText,
  }
}
