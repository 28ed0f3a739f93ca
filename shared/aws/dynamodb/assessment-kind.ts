import { standings } from '../../agencies/agreement.ts'
import { toldBecause } from '../../alerts/content/alert-content.ts'
import { assessmentCauses, assessmentSchema } from '../../assessing/assessment.ts'
import { adultRefSchema, personRefSchema } from '../../concerns/person-ref.ts'
import { joinedBecause } from '../../household/joined-child.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { rowKind } from './rows/row-kind.ts'
import { leftOut, standIn } from './rows/stand-in.ts'
import { ofDecisions } from './rows/stand-ins-of-decisions.ts'

export const assessmentKind = rowKind({
  name: 'assessment',
  places: ['casework CONCERN ASSESSMENT'],
  content: 'assessment',
  shape: { assessment: assessmentSchema },
  standIns: [
    ...ofDecisions,
    standIn(keysOf(assessmentCauses), 'received'),
    standIn(toldBecause, 'WHERE_THE_CHILD_IS'),
    standIn(joinedBecause, 'HOME'),
    standIn(standings, 'none'),
    standIn(personRefSchema.options, leftOut),
    standIn(adultRefSchema.options, leftOut),
  ],
})
