import { atOnce, type DecidingRule } from '../rule.ts'

/** No consent is needed where a child may be suffering significant harm, and no refusal stops it. */
export const significantHarm: DecidingRule = {
  kind: 'decides',
  id: 'R9',
  when: 'H3, any consent',
  cites: ['Children Act 1989, s.47', 'DfE, Information sharing advice 2024, rule 3'],
  mustRecord: 'override reason if consent is not GIVEN',
  applies: ({ harm }) => harm === 'H3',
  cells: [atOnce('SHARE')],
}
