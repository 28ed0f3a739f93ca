import type { Answer } from '../../cli/match/answer.ts'

/** What a row allows: bands, "refused" for a value that the API refuses, and whom. */
export type Expected = { readonly bands: readonly string[]; readonly only: string | undefined }

/** "confirmed or possible (only r2)" */
export const expectedOf = (text: string): Expected => ({
  bands: text
    .replace(/\(.*\)/, '')
    .split(' or ')
    .map((band) => band.trim()),
  only: /\(only (\w+)\)/.exec(text)?.[1],
})

export const judgements = [
  'right',
  'wrong automatic',
  'missed',
  'over-cautious',
  'otherwise wrong',
] as const
export type Judgement = (typeof judgements)[number]

/** A person of the background is nobody's match, whatever a row allows. */
const mayBe = (id: string, { only }: Expected): boolean =>
  only === undefined ? /^r\d+$/.test(id) : id === only

const judgeConfirmed = ({ confirmed }: Answer, expected: Expected): Judgement =>
  expected.bands.includes('confirmed') && confirmed.every((id) => mayBe(id, expected))
    ? 'right'
    : 'wrong automatic'

const asksSomebody = (band: string): boolean => band === 'possible' || band === 'many'

/** A person is asked, but not about anybody that the row allows: as good as missed. */
const isBesideThePoint = ({ band, candidates }: Answer, expected: Expected): boolean =>
  asksSomebody(band) && candidates.length > 0 && !candidates.some(({ id }) => mayBe(id, expected))

/** How an answer does against what its row allows. */
export const judge = (answer: Answer, isLeftOut: boolean, expected: Expected): Judgement => {
  const { bands } = expected
  if (answer.band === 'confirmed') return judgeConfirmed(answer, expected)
  if (isLeftOut && bands.includes('refused')) return 'right'
  const band = isBesideThePoint(answer, expected) ? 'none' : answer.band
  if (bands.includes(band)) return 'right'
  if (band === 'none' && bands.some((each) => each !== 'refused')) return 'missed'
  const isSure = bands.every((each) => each === 'confirmed' || each === 'refused')
  return isSure && asksSomebody(band) ? 'over-cautious' : 'otherwise wrong'
}
