import type { OptionList } from './options.ts'

export type Field = {
  readonly name: string
  readonly kind: 'text' | 'lines' | 'radios' | 'select' | 'checkboxes' | 'date' | 'council'
  readonly of?: OptionList
  /** The most letters that the API takes. */
  readonly most?: number
  readonly width?: 5 | 10 | 20
  readonly hasHint?: true
  readonly keyboard?: 'numeric' | 'tel' | 'email'
  /** Asked below the others, folded up until somebody wants it: few know it, and nobody needs it to send. */
  readonly isMore?: true
  /** Of several alike: under which name their words stand, and the place of this one. */
  readonly nth?: { readonly of: string; readonly number: number }
}

export const text = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  kind: 'text',
  ...more,
})
export const lines = (name: string, most: number, more: Partial<Field> = {}): Field => ({
  name,
  kind: 'lines',
  most,
  hasHint: true,
  ...more,
})
export const oneOf = (name: string, of: OptionList, kind: Field['kind'] = 'radios'): Field => ({
  name,
  kind,
  of,
})
export const day = (name: string): Field => ({ name, kind: 'date', hasHint: true })
export const more = (...fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => ({ ...field, isMore: true }))

/** As often as somebody may need it; the places behind the first are folded up. */
export const severalOf = (
  count: number,
  each: (nth: number) => readonly Field[],
): readonly Field[] =>
  Array.from({ length: count }, (_, at) => {
    const fields = each(at + 1)
    return at === 0 ? fields : more(...fields)
  }).flat()
export const numbered = (field: Field, number: number): Field => ({
  ...field,
  name: `${field.name}${number}`,
  nth: { of: field.name, number },
})
