import type { Sex } from '../people-types.ts'
import type { Random } from '../random.ts'
import { draw, type Ranked, ranked } from './ranked.ts'

type Fashion = { readonly until: number; readonly F: Ranked; readonly M: Ranked }

const fashion = (until: number, women: string, men: string): Fashion => ({
  until,
  F: ranked(women),
  M: ranked(men),
})

/** What was in fashion at birth, the commonest first. */
const fashions: readonly Fashion[] = [
  fashion(
    1944,
    `Margaret, Jean, Mary, Joan, Patricia, Sheila, Barbara, Doreen, June, Shirley, Dorothy, Joyce, Maureen, Elizabeth,
    Audrey, Brenda, Kathleen, Sylvia, Eileen, Pamela, Betty, Beryl, Ann, Irene, Marjorie, Hilda, Vera, Edna, Gladys,
    Muriel, Freda, Mavis, Rita, Peggy, Phyllis, Winifred, Nora, Iris, Ivy, Elsie, Olive, Constance, Gwendoline, Evelyn`,
    `John, Peter, William, James, Kenneth, Ronald, George, Robert, Derek, Thomas, Dennis, Raymond, Brian, Donald,
    Leonard, Eric, Roy, Gordon, Alan, Frank, Arthur, Stanley, Albert, Norman, Frederick, Harold, Ernest, Reginald,
    Sidney, Walter, Leslie, Douglas, Jack, Cyril, Herbert, Alfred, Bernard, Edwin, Maurice, Clifford, Percy, Cecil`,
  ),
  fashion(
    1964,
    `Susan, Linda, Christine, Margaret, Carol, Jennifer, Janet, Patricia, Barbara, Ann, Sandra, Pamela, Pauline, Jean,
    Jacqueline, Kathleen, Sheila, Valerie, Maureen, Gillian, Marilyn, Elizabeth, Lesley, Catherine, Brenda, Wendy,
    Angela, Rosemary, Shirley, Diane, Joan, Jane, Lynne, Irene, Janice, Elaine, Heather, Marion, June, Eileen, Denise,
    Doreen, Judith, Sylvia, Helen, Yvonne, Hilary, Dorothy, Joyce, Glynis`,
    `David, John, Peter, Michael, Alan, Robert, Stephen, Paul, Brian, Graham, Philip, Anthony, Colin, Christopher,
    Geoffrey, William, James, Keith, Terence, Barry, Malcolm, Richard, Ian, Derek, Roger, Raymond, Kenneth, Andrew,
    Trevor, Martin, Kevin, Ronald, Leslie, Charles, George, Thomas, Nigel, Stuart, Edward, Gordon, Roy, Dennis, Neil,
    Laurence, Clive, Eric, Frederick, Patrick, Robin, Donald, Joseph`,
  ),
  fashion(
    1979,
    `Sarah, Claire, Nicola, Emma, Lisa, Joanne, Michelle, Helen, Samantha, Karen, Amanda, Rachel, Louise, Julie, Clare,
    Rebecca, Sharon, Victoria, Caroline, Susan, Alison, Catherine, Elizabeth, Deborah, Donna, Tracey, Tracy, Angela,
    Jane, Zoe, Kerry, Melanie, Sally, Jennifer, Andrea, Dawn, Jacqueline, Kelly, Paula, Ruth, Anna, Maria, Lorraine,
    Lesley, Anne, Beverley, Wendy, Maxine, Heidi, Tina, Natasha, Joanna, Kathryn, Vanessa`,
    `Paul, Mark, David, Andrew, Richard, Christopher, James, Simon, Michael, Matthew, Stephen, Lee, John, Robert,
    Darren, Daniel, Steven, Jason, Nicholas, Jonathan, Ian, Neil, Peter, Stuart, Anthony, Martin, Kevin, Craig, Philip,
    Gary, Scott, Wayne, Timothy, Benjamin, Adam, Alan, Dean, Adrian, Carl, Thomas, William, Karl, Gareth, Barry, Nigel,
    Shaun, Sean, Russell, Keith, Graham, Trevor, Duncan, Gavin, Justin`,
  ),
  fashion(
    1994,
    `Laura, Sarah, Gemma, Emma, Rebecca, Claire, Victoria, Samantha, Rachel, Amy, Jennifer, Nicola, Katie, Lisa, Kelly,
    Natalie, Louise, Michelle, Hayley, Hannah, Helen, Charlotte, Joanne, Lucy, Elizabeth, Leanne, Danielle, Donna,
    Katherine, Clare, Stephanie, Stacey, Lauren, Jessica, Kerry, Emily, Catherine, Sophie, Anna, Kirsty, Zoe, Jodie,
    Kimberley, Kate, Jenna, Natasha, Alexandra, Carly, Holly, Naomi, Chloe, Abigail, Georgina, Alice, Jade, Kayleigh`,
    `Christopher, James, David, Daniel, Michael, Matthew, Andrew, Richard, Paul, Mark, Thomas, Adam, Robert, John, Lee,
    Benjamin, Steven, Jonathan, Craig, Stephen, Simon, Nicholas, Peter, Anthony, Alexander, Gary, Ian, Ryan, Luke,
    Darren, Joshua, Jamie, Joseph, Samuel, Kevin, William, Ashley, Timothy, Philip, Dean, Stuart, Gareth, Carl, Scott,
    Neil, Edward, Aaron, Nathan, Liam, Oliver, Shaun, Bradley, Marc, Karl, Ben, George`,
  ),
  fashion(
    2009,
    `Chloe, Emily, Jessica, Megan, Charlotte, Sophie, Olivia, Lauren, Lucy, Hannah, Ellie, Grace, Katie, Holly, Bethany,
    Amy, Rebecca, Georgia, Ella, Mia, Amelia, Leah, Jade, Eleanor, Daisy, Molly, Abigail, Caitlin, Isabella, Isabelle,
    Phoebe, Paige, Shannon, Ruby, Evie, Poppy, Freya, Alice, Amber, Lily, Imogen, Millie, Erin, Courtney, Zara, Zoe,
    Natasha, Elizabeth, Madison, Summer, Scarlett, Alisha, Matilda, Rosie, Lydia, Kayla, Tia`,
    `Jack, Thomas, Joshua, James, Daniel, Oliver, Harry, Samuel, William, Joseph, Matthew, Benjamin, Luke, George, Lewis,
    Alexander, Callum, Ryan, Jacob, Adam, Charlie, Ethan, Liam, Connor, Jake, Nathan, Jordan, Max, Cameron, Michael,
    Alfie, Tyler, Bradley, Kieran, Harvey, Owen, Aaron, Jamie, Edward, Brandon, Dylan, Kyle, Toby, Louis, Reece, Ben,
    Henry, Leo, Archie, Mason, Logan, Riley, Finley, Declan, Robert, David, Jayden, Rhys, Bailey`,
  ),
  fashion(
    Number.POSITIVE_INFINITY,
    `Olivia, Amelia, Isla, Ava, Emily, Lily, Mia, Poppy, Ella, Ivy, Freya, Grace, Sophia, Evie, Willow, Florence, Elsie,
    Isabella, Charlotte, Daisy, Rosie, Sienna, Phoebe, Harper, Millie, Alice, Sophie, Matilda, Evelyn, Ruby, Scarlett,
    Maisie, Penelope, Erin, Eliza, Luna, Thea, Aria, Bonnie, Imogen, Robyn, Violet, Mabel, Orla, Darcie, Lottie, Nancy,
    Esme, Hallie, Arabella, Maeve, Margot, Delilah, Ottilie, Nevaeh, Lyra, Skye, Beatrice, Clara, Edith, Ada, Zara`,
    `Oliver, Noah, George, Arthur, Leo, Harry, Jack, Muhammad, Charlie, Oscar, Henry, Theo, Archie, Freddie, Jacob,
    Alfie, Thomas, Joshua, William, James, Lucas, Ethan, Finley, Tommy, Theodore, Teddy, Luca, Isaac, Max, Logan, Mason,
    Alexander, Edward, Joseph, Roman, Albie, Reggie, Elijah, Louie, Jude, Hugo, Rory, Ezra, Toby, Frankie, Caleb,
    Ronnie, Hunter, Bobby, Jenson, Kai, Stanley, Otis, Grayson, Carter, Rowan, Felix, Jasper, Ralph, Sonny, Rupert`,
  ),
]

/** Names that are never many and never gone. */
const rare = {
  F: ranked(
    `Rosalind, Philippa, Cordelia, Harriet, Miriam, Esther, Josephine, Bryony, Tamsin, Verity, Honor, Cassandra,
    Marina, Juliet, Felicity, Priscilla, Henrietta, Ingrid, Saffron, Dawn, Coral, Faith, Hope, Mercy, Prudence, Tabitha,
    Thomasina, Sadie, Cheryl, Carmel, Gaynor, Petra, Greta, Nadine, Corinne, Selina, Rowena, Morwenna, Camilla, Bernice,
    Kimberly, Roxanne, Chantal, Gabrielle, Bridie, Ramona, Belinda, Davina, Elspeth, Francesca, Geraldine, Tiffany,
    Chelsea, Kirsten, Martine, Celia, Lorna, Suzanne, Annabel, Flora, Lois, Marianne, Rosanna, Stella, Teresa, Veronica`,
    { width: 200, power: 1 },
  ),
  M: ranked(
    `Jeremy, Quentin, Hugh, Giles, Piers, Crispin, Lionel, Rex, Ambrose, Barnaby, Cedric, Desmond, Dominic, Fergus,
    Gerald, Godfrey, Guy, Horace, Humphrey, Julian, Lance, Lloyd, Miles, Montgomery, Nathaniel, Noel, Oswald, Perry,
    Piran, Quinn, Randall, Roland, Rufus, Seth, Silas, Tristan, Vernon, Victor, Warren, Wilfred, Zack, Damian, Damon,
    Dale, Glenn, Kurt, Leigh, Marcus, Max, Mitchell, Rodney, Ross, Spencer, Toby, Tony, Troy, Vincent, Ivor, Kirk, Elliot,
    Curtis, Abel, Angus, Hector, Ellis, Howard, Hubert, Jared, Joel, Corey, Brett, Byron, Chester, Clayton, Conrad`,
    { width: 200, power: 1 },
  ),
} as const

const rareShare = 0.06

/** A child may be named in the fashion of twenty years before or after; the young bear rarer names than the old. */
export const englishGiven = (random: Random, sex: Sex, year: number): string => {
  if (random.chance(year > 1994 ? rareShare * 2 : rareShare)) return draw(random, rare[sex])
  const felt = random.chance(0.25) ? year + random.between(-20, 15) : year
  const found = fashions.find(({ until }) => felt <= until)
  return draw(random, (found ?? rare)[sex])
}
