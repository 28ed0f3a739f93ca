const vowels = new Set('aeiouy')

// Longest first. An empty code is silent. `first` holds only at the start of the word.
const clusters: readonly (readonly [string, string])[] = [
  ['szcz', 'S'],
  ['tsch', 'C'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['dge', 'J'],
  ['sz', 'S'],
  ['sh', 'S'],
  ['zh', 'S'],
  ['cz', 'C'],
  ['ch', 'C'],
  ['ck', 'K'],
  ['kh', 'K'],
  ['qu', 'K'],
  ['ph', 'F'],
  ['bh', 'B'],
  ['dh', 'T'],
  ['th', 'T'],
  ['dz', 'J'],
  ['gh', ''],
]
const firstClusters: readonly (readonly [string, string])[] = [
  ['gh', 'G'],
  ['kn', 'N'],
  ['gn', 'N'],
  ['wr', 'R'],
  ['mc', 'MK'],
  ['chl', 'KL'],
  ['chr', 'KR'],
]
const letters: Readonly<Record<string, string>> = {
  ...{ b: 'B', d: 'T', f: 'F', g: 'G', j: 'J', k: 'K', l: 'L', m: 'M', n: 'N', p: 'P' },
  ...{ q: 'K', r: 'R', s: 'S', t: 'T', v: 'F', x: 'KS', z: 'S' },
}

/** Sounds that depend on what follows or on standing first; the others are in the table. */
const soundRules: Readonly<Record<string, (next: string, first: boolean) => string>> = {
  c: (next) => (next !== '' && 'eiy'.includes(next) ? 'S' : 'K'),
  h: (_, first) => (first ? 'H' : ''),
  w: (next) => (vowels.has(next) ? 'F' : ''),
}

const vowelCode = (letter: string, next: string, first: boolean): string => {
  if (!first) return ''
  return letter === 'y' && vowels.has(next) ? 'J' : 'A'
}

const letterCode = (word: string, at: number): string => {
  const letter = word.charAt(at)
  const next = word.charAt(at + 1)
  if (vowels.has(letter)) return vowelCode(letter, next, at === 0)
  return soundRules[letter]?.(next, at === 0) ?? letters[letter] ?? (letter > 'z' ? letter : '')
}

const clustersByLetter = Map.groupBy(clusters, ([text]) => text.charAt(0))

const clusterAt = (word: string, at: number): readonly [string, string] | undefined => {
  const first = at === 0 ? firstClusters.find(([text]) => word.startsWith(text)) : undefined
  return first ?? clustersByLetter.get(word.charAt(at))?.find(([text]) => word.startsWith(text, at))
}

/**
 * A code that names spelled by ear share: Stephen and Steven, Kowalski and Kovalski, Mohammed and Muhammad. It leans to
 * merging (d with t, s with z, v with f and sounded w), because it finds candidates and never decides alone.
 * Expects folded text; letters of other scripts are their own code, anything else is silent.
 */
export const phoneticCode = (word: string): string => {
  let code = ''
  let at = 0
  let last = ''
  while (at < word.length) {
    const [text, sound] = clusterAt(word, at) ?? [word.charAt(at), letterCode(word, at)]
    // A doubled letter is one sound; the same sound after a vowel is two.
    if (sound !== '' && sound !== last) code += sound
    last = sound
    at += text.length
  }
  return code
}
