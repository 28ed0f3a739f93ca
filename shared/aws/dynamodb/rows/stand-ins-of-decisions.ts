import {
  decisionKinds,
  leads,
  raisingRuleIds,
  ruleIds,
  schedule1Conditions,
  tellings,
} from '../../../sharing/decision.ts'
import { leftOut, standIn } from './stand-in.ts'

/** A decision that is not known here was to tell as little as may be, by no rule of these, and no parent. */
export const ofDecisions = [
  standIn(decisionKinds, 'SHARE_MINIMAL'),
  standIn(ruleIds, 'R0'),
  standIn(raisingRuleIds, leftOut),
  standIn(tellings, 'no'),
  standIn(leads, 'partnership-lead'),
  standIn(['6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(ea)', '6(1)(f)'], '6(1)(e)'),
  standIn(schedule1Conditions, 'para-6'),
  standIn(['consent', 'duty', 'public-interest'], 'duty'),
]
