/** Under what names things stand in the bucket of imports: by ids and numbers alone. Each begins a grant of its own. */
export const importPlaces = {
  uploads: 'uploads/',
  parts: 'parts/',
  turns: 'turns/',
  toMend: 'to-mend/',
} as const

export const importPlaceOf = {
  upload: (importId: string, file: number): string => `${importPlaces.uploads}${importId}/${file}`,
  part: (importId: string, number: number): string =>
    `${importPlaces.parts}${importId}/${number}.json`,
  turns: (importId: string): string => `${importPlaces.turns}${importId}.json`,
  toMend: (importId: string, file: number, piece: number): string =>
    `${importPlaces.toMend}${importId}/${file}-${piece}`,
} as const

/** The state machine that goes through imports. */
export const importMachine = 'hub-imports'
