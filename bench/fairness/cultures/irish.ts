import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Of them Travellers, of whom many share few family names and given names go from father to son. */
export const irish: Culture = {
  name: 'Irish',
  given: {
    F: frequencies(`Mary 7, Margaret 5, Bridget 4, Siobhan, Aoife, Niamh, Sinead, Ciara, Roisin, Orla, Kathleen, Deirdre, Grainne,
      Maeve, Bernadette, Eileen, Caoimhe, Clodagh, Fionnuala, Aisling, Winifred, Nuala, Teresa, Noreen, Philomena, Saoirse`),
    M: frequencies(`Patrick 8, John 7, Michael 6, Martin 4, James 4, Thomas 4, Sean, Ciaran, Declan, Conor, Liam, Brendan, Eoin, Padraig, Fergal,
      Dermot, Cormac, Donal, Niall, Tadhg, Eamon, Oisin, Darragh, Gerard, Seamus, Aidan, Ronan, Colm, Kieran`),
  },
  after: {
    F: {
      share: 0.5,
      names: frequencies('Mary 15, Ann 12, Bridget, Teresa, Margaret, Rose, Catherine'),
    },
    M: {
      share: 0.4,
      names: frequencies('Patrick 10, John 10, Joseph 8, Martin, Anthony, Thomas, Michael, Gerard'),
    },
  },
  families:
    frequencies(`Murphy 3, Kelly 3, O'Brien 3, Walsh 2, Ryan 2, McDonagh 4, Ward 4, Connors 4, Maughan 2, O'Connor 2, Doherty 2, O'Neill 2,
    Gallagher, McCarthy, Byrne, Doyle, Quinn, Nolan, Brennan, Fitzgerald, Sweeney, Mac Giolla, O'Shaughnessy, Cassidy, Tuohy,
    O'Sullivan, O'Reilly, Dunne, McLoughlin, Carroll, Daly, O'Leary, O'Donnell, Foley, Keane, Healy, McGrath, Moran, Duffy,
    O'Keeffe, Kavanagh, Mulcahy, McDermott, O'Callaghan, McMahon, Coughlan, Devlin, Mac Mathuna, O hUallachain`),
  lineage: 'family',
  takesNameShare: 0.75,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0,
  sharedHouseShare: 0.1,
  spellings:
    groupsOf(`patrick paddy pat / padraig patrick padraic / michael mick micheal / martin marty / bridget brid biddy bridie /
    margaret peig maggie mairead / mary maire / kathleen kitty kate caitlin / siobhan shivaun chevonne / aoife eefa / niamh neve /
    sinead shinade / ciara keira kiera / roisin rosheen / caoimhe keeva kiva / grainne grania / aisling ashling / tadhg tighe /
    sean shaun shawn / eoin owen / ciaran kieran / seamus james shamus / eamon edmund / oisin ushin / saoirse sersha /
    o'brien obrien brien / o'connor connor connors / o'neill oneill neill / o'reilly reilly oreilly / o'sullivan sullivan /
    mccarthy maccarthy / mcdonagh mcdonough macdonagh / doherty docherty dougherty / byrne o'byrne burns / walsh walshe welsh /
    mcloughlin mclaughlin mcglaughlin / quinn quin / dunne dunn / gallagher gallaher / coughlan coghlan`),
  slips: [
    { share: 40, slip: slip.respelt },
    { share: 15, slip: slip.calledOnly },
    { share: 20, slip: slip.withoutParticle },
    { share: 15, slip: slip.otherFamily },
    { share: 4, slip: slip.exchanged },
    { share: 3, slip: slip.inOneField },
    { share: 3, slip: slip.initials },
  ],
}
