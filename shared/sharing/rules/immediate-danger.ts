import { atOnce, type DecidingRule } from '../rule.ts'

/** Shares before anything else is asked. Nobody tells the parent while the danger lasts. */
export const immediateDanger: DecidingRule = {
  kind: 'decides',
  id: 'R3',
  when: 'H4',
  also: 'telephone 999 or children’s social care first',
  cites: ['DfE, Information sharing advice 2024, rules 1 and 3', 'UK GDPR art. 6(1)(d)'],
  mustRecord: 'phone contact made, yes or no',
  applies: ({ harm }) => harm === 'H4',
  cells: [atOnce('SHARE')],
}
