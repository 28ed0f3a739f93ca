import { type NameCulture, nameList } from './name-culture.ts'

/** Irish names, of settled and of Traveller families. */
export const irishNames: NameCulture = {
  share: 6,
  barrels: true,
  women: nameList(
    `Siobhan, Aoife, Niamh, Sinead, Ciara, Bridget, Roisin, Orla, Mary, Margaret, Kathleen, Deirdre, Grainne, Maeve,
    Bernadette, Eileen, Caoimhe, Clodagh, Fionnuala, Aisling, Winifred, Nuala`,
  ),
  men: nameList(
    `Patrick, Sean, Michael, Ciaran, Declan, Conor, Liam, Brendan, Eoin, Padraig, Martin, Fergal, Dermot, Cormac,
    Donal, Niall, Tadhg, Eamon, Oisin, Darragh, Malachy, Colm`,
  ),
  families: nameList(
    `Murphy, Kelly, O'Brien, Walsh, Ryan, O'Connor, Doherty, Gallagher, McCarthy, Byrne, O'Neill, Doyle, McDonagh, Ward,
    Connors, Quinn, Nolan, Brennan, Fitzgerald, Maughan, Sweeney, Mac Giolla, O'Shaughnessy, Cassidy, Mulligan, Tuohy`,
  ),
}
