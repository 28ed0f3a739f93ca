import type { Random } from '../random.ts'
import { englishGiven } from './english-given.ts'
import { englishSurname } from './english-surnames.ts'
import { givenFrom, type Habit } from './habit.ts'
import { draw, ranked } from './ranked.ts'

const british = { middleShare: 0.6, takesNameShare: 0.8, barrelShare: 0.03 }

const irishGiven = givenFrom({
  women: `Siobhan, Aoife, Niamh, Sinead, Ciara, Bridget, Roisin, Orla, Mary, Margaret, Kathleen, Deirdre, Grainne, Maeve,
    Bernadette, Eileen, Caoimhe, Clodagh, Fionnuala, Aisling, Winifred, Nuala, Teresa, Noreen, Bridie, Philomena,
    Assumpta, Concepta, Una, Breda, Majella`,
  men: `Patrick, Sean, Michael, Ciaran, Declan, Conor, Liam, Brendan, Eoin, Padraig, Martin, Fergal, Dermot, Cormac,
    Donal, Niall, Tadhg, Eamon, Oisin, Darragh, Malachy, Colm, John, James, Thomas, Gerard, Kevin, Kieran, Desmond,
    Seamus, Aidan, Fintan, Ronan`,
  girls: `Aoife, Saoirse, Niamh, Ciara, Caoimhe, Grace, Emily, Roisin, Erin, Clodagh, Sadhbh, Aisling, Eimear`,
  boys: `Conor, Sean, Cian, Jack, Oisin, Fionn, Rian, Darragh, Cillian, Tadhg, Liam, Callum, Eoin, Caolan`,
})
const scottishGiven = givenFrom({
  women: `Fiona, Morag, Kirsty, Eilidh, Isla, Mhairi, Ailsa, Lorna, Shona, Moira, Catriona, Iona, Elspeth, Rhona, Senga,
    Heather, Mairi, Aileen, Sheena, Flora`,
  men: `Iain, Angus, Hamish, Callum, Gregor, Fraser, Alasdair, Euan, Craig, Duncan, Ross, Fergus, Lachlan, Struan,
    Cameron, Finlay, Stuart, Murdo, Ruaridh, Archibald`,
})
const welshGiven = givenFrom({
  women: `Sian, Bethan, Cerys, Ffion, Carys, Rhian, Nia, Angharad, Megan, Catrin, Eleri, Gwen, Mair, Delyth, Lowri, Seren,
    Elin, Non, Heledd, Rhiannon`,
  men: `Gareth, Rhys, Dylan, Huw, Gwyn, Geraint, Ieuan, Owain, Iwan, Dafydd, Emyr, Aled, Hywel, Llyr, Osian, Macsen,
    Ifan, Tomos, Gethin, Alun`,
})

const stems = ranked(
  `Donald, Kenzie, Lean, Leod, Kay, Gregor, Pherson, Intyre, Farlane, Intosh, Millan, Neil, Dougall, Arthur, Kenna,
    Laren, Innes, Callum, Alister, Lachlan, Queen, Bride, Naughton, Aulay, Clure, Nab, Ewan, Culloch, Kinnon`,
  { width: 5, power: 1 },
)
const irish = ranked(
  `Murphy, Kelly, O'Brien, Walsh, Ryan, O'Connor, Doherty, Gallagher, McCarthy, Byrne, O'Neill, Doyle, McDonagh,
    Ward, Connors, Quinn, Nolan, Brennan, Fitzgerald, Maughan, Sweeney, Mac Giolla, O'Shaughnessy, Cassidy,
    Mulligan, Tuohy, O'Sullivan, Kennedy, O'Reilly, Dunne, McLoughlin, Carroll, Burke, Daly, O'Leary, Power, Hughes,
    O'Donnell, Foley, Keane, Healy, McGrath, Moran, Duffy, Flanagan, Hogan, O'Keeffe, Buckley, Kavanagh, Reilly,
    Dempsey, Tierney, Higgins, Mulcahy, Egan, McDermott, O'Callaghan, McMahon, Kearney, Hickey, Coughlan, Devlin`,
  { width: 8, power: 0.8 },
)
const clans = ranked(
  `Campbell, Stewart, Fraser, Ross, Murray, Sinclair, Munro, Cameron, Forbes, Buchanan, Drummond, Menzies,
    Urquhart, Farquharson, Colquhoun, Lindsay, Ogilvie, Gillespie, Kerr, Abercrombie, Geddes, Carmichael, Galbraith`,
  { width: 5, power: 0.8 },
)
const welsh = ranked(
  `Jones, Davies, Williams, Evans, Thomas, Roberts, Hughes, Morgan, Lewis, Griffiths, Edwards, Owen, Rees, Jenkins,
    Price, Morris, Llewellyn, Bevan, Pugh, Parry, Powell, Probert, Vaughan, Gwynne, Howells, Prosser, Bowen`,
  { width: 8, power: 0.8 },
)

/** Half of those with a Gaelic or Welsh surname bear an English given name. */
const orEnglish =
  (own: typeof irishGiven): typeof irishGiven =>
  (random, sex, year) =>
    random.chance(0.5) ? own(random, sex, year) : englishGiven(random, sex, year)

const scottishSurname = (random: Random): string => {
  if (random.chance(0.2)) return englishSurname(random)
  return random.chance(0.5)
    ? `${random.chance(0.4) ? 'Mac' : 'Mc'}${draw(random, stems)}`
    : draw(random, clans)
}

export const celticHabits: readonly Habit[] = [
  {
    ...british,
    origin: 'celtic',
    share: 45,
    given: orEnglish(irishGiven),
    family: (random) => draw(random, irish),
  },
  {
    ...british,
    origin: 'celtic',
    share: 30,
    given: orEnglish(scottishGiven),
    family: scottishSurname,
  },
  {
    ...british,
    origin: 'celtic',
    share: 25,
    given: orEnglish(welshGiven),
    family: (random) => draw(random, welsh),
  },
]
