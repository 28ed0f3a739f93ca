import { type NameCulture, nameList } from './name-culture.ts'

/** English, Scottish and Welsh names: parents born 1970–2005, children since. */
export const britishNames: NameCulture = {
  share: 54,
  barrels: true,
  women: nameList(
    `Sarah, Laura, Emma, Rebecca, Claire, Nicola, Samantha, Gemma, Charlotte, Kelly, Stacey, Natalie, Hannah, Amy,
    Jessica, Katie, Leanne, Victoria, Michelle, Lisa, Danielle, Kirsty, Lauren, Jennifer, Rachel, Hayley, Elizabeth,
    Catherine, Donna, Zoe, Kayleigh, Chloe, Bethany, Megan, Stephanie, Jade, Tanya, Louise, Joanne, Alison, Heather,
    Melanie, Abigail, Georgina, Carly, Holly, Tracey, Vanessa, Deborah, Rhiannon, Margaret, Eleanor, Cerys, Morag,
    Shannon, Jodie, Lindsay, Paula, Mandy, Rosalind`,
  ),
  men: nameList(
    `David, Christopher, James, Daniel, Matthew, Andrew, Michael, Lee, Craig, Robert, Paul, Mark, Thomas, Adam, Ryan,
    Stephen, Jonathan, Richard, Ashley, Benjamin, Darren, Gareth, Luke, Joshua, Scott, Anthony, Jason, Wayne, Dean,
    Kevin, Carl, Nathan, Simon, Gary, Alexander, Stuart, Neil, Kieran, Jamie, Peter, Samuel, William, Ross, Callum,
    Edward, Martin, Nicholas, Rhys, Owen, Alistair, Timothy, Graham, Philip, Joseph, Lewis, Bradley, Terence, Howell`,
  ),
  girls: nameList(
    `Olivia, Amelia, Isla, Ava, Ivy, Freya, Lily, Florence, Mia, Willow, Evie, Poppy, Ella, Daisy, Sophie, Grace,
    Sienna, Scarlett, Rosie, Phoebe, Matilda, Harper, Millie, Elsie, Ruby, Erin, Skye, Lexi, Maisie, Bethan, Ellie-Mae,
    Amber, Imogen, Darcie, Nevaeh, Seren, Thea, Lola, Esme, Summer`,
  ),
  boys: nameList(
    `Noah, Oliver, George, Arthur, Leo, Harry, Jack, Alfie, Theo, Archie, Freddie, Charlie, Tommy, Finley, Mason, Logan,
    Riley, Jacob, Lucas, Ethan, Jayden, Reuben, Harley, Toby, Dylan, Kai, Jenson, Louie, Tyler, Ellis, Osian, Hamish,
    Zachary, Blake, Jude, Rory, Albie, Kayden, Max, Stanley`,
  ),
  families: nameList(
    `Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Evans, Wright, Walker, Roberts, Thompson, Robinson,
    Hughes, Edwards, Green, Lewis, Wood, Harris, Turner, Cooper, Ward, Hill, Moore, Clark, Baker, Morris, Shaw, Price,
    Parker, Bennett, Carter, Cook, Bailey, Collins, Murray, Marshall, Simpson, Fletcher, Barker, Holmes, Hudson, Pearce,
    Gibson, Atkinson, Dawson, Chadwick, Kerr, Sinclair, Rutherford, Bevan, Prosser, Llewellyn, Haigh, Ramsbottom, Pickles,
    Entwistle, Arkwright, Stubbs, Heptonstall, Garside, Oldroyd, Tench, Brocklehurst, Penrose, Trelawney, Fairweather,
    Winterbourne, Blackledge, Ollerenshaw, Dunkley, Catchpole, Thwaite, Mudd, Hepworth, Strachan, Drummond, Pugh, Gittins`,
  ),
}

/** Families with roots in the Caribbean. */
export const caribbeanNames: NameCulture = {
  share: 4,
  barrels: true,
  women: nameList(
    'Natasha, Simone, Michelle, Sharon, Keisha, Monique, Marcia, Tamara, Chantelle, Paulette, Yvonne, Shanice, Aaliyah',
  ),
  men: nameList(
    'Marcus, Jermaine, Leon, Tyrone, Curtis, Winston, Andre, Delroy, Dwayne, Jerome, Nathaniel, Errol, Devon, Kemar',
  ),
  families: nameList(
    'Campbell, Brown, Williams, Francis, Grant, Gordon, Bailey, Reid, Clarke, Powell, Morgan, Blake, Samuels, Pinnock',
  ),
}
