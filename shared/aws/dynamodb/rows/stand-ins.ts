import { deliveryModes } from '../../../agencies/delivery.ts'
import { adultRoles, contactLevels, yesNoUnknown } from '../../../codes/adult-codes.ts'
import { agencyTypeNames } from '../../../codes/agency-types.ts'
import { caseStatuses } from '../../../codes/case-statuses.ts'
import { challengeLevels } from '../../../codes/challenge-levels.ts'
import { chased } from '../../../codes/chase-steps.ts'
import { concernFlagNames } from '../../../codes/concern-flags.ts'
import { conclusions } from '../../../codes/conclusions.ts'
import { consentStatusNames } from '../../../codes/consent-statuses.ts'
import { engagementCodes } from '../../../codes/engagements.ts'
import { factorCodes } from '../../../codes/factors.ts'
import { harmLevels } from '../../../codes/harm-levels.ts'
import { matchBands } from '../../../codes/match-bands.ts'
import { openStatusNames } from '../../../codes/open-statuses.ts'
import {
  conferenceKinds,
  noFurtherActionReasonCodes,
  whatFollowsCodes,
} from '../../../codes/outcome-details.ts'
import { outcomeCodes } from '../../../codes/outcomes.ts'
import { questionKinds } from '../../../codes/question-kinds.ts'
import { relationshipsToSubject, relationshipToChildCodes } from '../../../codes/relationships.ts'
import { reminderDays, urgencies } from '../../../codes/response-times.ts'
import { statementKinds } from '../../../codes/statement-kinds.ts'
import { toldPeopleCodes, whyNotToldCodes } from '../../../codes/tellings.ts'
import { whyNotSoughtReasons } from '../../../codes/why-not-sought.ts'
import { keysOf } from '../../../kernel/keys-of.ts'
import { leftOut, type StandIn, standIn } from './stand-in.ts'

/**
 * For the closed lists of the field, and those that are written out where they are used: what is read where a newer release
 * has added a code. Whatever protects most: somebody looks, soon, and less is told. Lists of one kind of row stand beside
 * that kind.
 */
export const standIns: readonly StandIn[] = [
  // How grave, how soon, and whether anything is still to be done: as grave as can be, now, and yes.
  standIn(harmLevels, 'H4'),
  standIn(urgencies, 'immediate'),
  standIn(['PENDING', 'SENT'], 'PENDING'),
  standIn(['PENDING', 'APPLIED'], 'PENDING'),
  standIn(openStatusNames, 'PROTECTION_PLAN'),
  standIn(challengeLevels, 'partnership'),
  standIn(caseStatuses, 'OPEN'),
  standIn(engagementCodes, 'DROPPED_OUT'),
  standIn(deliveryModes, 'poll'),
  standIn(['STANDARD', 'MEDIUM', 'HIGH'], 'HIGH'),
  // Whether and how much is told: it is told, as little as may be, and no parent is.
  standIn(['SHARE', 'SHARE_MINIMAL'], 'SHARE_MINIMAL'),
  standIn(conclusions, 'SHARE_MINIMAL'),
  standIn(concernFlagNames, 'RESTRICTED_ADDRESS'),
  standIn(consentStatusNames, 'REFUSED'),
  standIn(whyNotSoughtReasons, 'RISK_TO_CHILD'),
  standIn(whyNotToldCodes, 'RISK_TO_CHILD'),
  standIn(agencyTypeNames, 'domestic-abuse'),
  // A concern sent for a purpose that is not known is looked at; an agreement for one carries nothing by it.
  standIn(['safeguarding', 'welfare', 'other'], 'safeguarding', leftOut),
  standIn(['DUTY', 'OTHER'], 'OTHER'),
  standIn(questionKinds, 'undecided'),
  // What somebody is to somebody, and what is said of them: not known, or the least sure.
  standIn(['M', 'F', 'U'], 'U'),
  standIn(yesNoUnknown, 'UNKNOWN'),
  standIn(adultRoles, 'UNKNOWN'),
  standIn(contactLevels, 'UNKNOWN'),
  standIn(relationshipsToSubject, 'UNKNOWN'),
  standIn(relationshipToChildCodes, 'UNKNOWN'),
  standIn(matchBands, 'POSSIBLE'),
  standIn(['same', 'other'], leftOut),
  standIn(statementKinds, 'REPORTED'),
  standIn(factorCodes, '20'),
  // What was decided, for whoever reads of it: what promises nothing and closes nothing.
  standIn(outcomeCodes, 'MORE_INFORMATION_NEEDED'),
  standIn(['agency', 'authority'], 'agency'),
  standIn(['DONE', 'REFUSED'], 'REFUSED'),
  // Details beside another code, which says enough without them.
  standIn(conferenceKinds, leftOut),
  standIn(whatFollowsCodes, leftOut),
  standIn(noFurtherActionReasonCodes, leftOut),
  standIn(toldPeopleCodes, leftOut),
  standIn(chased, leftOut),
  standIn(keysOf(reminderDays), leftOut),
  // Whose record it is: nobody else's stands in for it.
  standIn(['adult', 'child'], leftOut),
  standIn(['child', 'adult'], leftOut),
]
