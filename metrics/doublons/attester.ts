import { type RawBuilder, sql } from 'kysely'
import { proches, uneFaute } from './comparer-noms.ts'
import { PORTEURS_MAX } from './contacts.ts'

type Texte = RawBuilder<unknown>
const c = (nom: string): Texte => sql.ref(nom)

/** Demandes that attest a first name by bearing it. */
const PORTEURS_MIN = 2
/** Bearers beyond which a spelling is a name, whatever it resembles. */
const PORTEURS_D_UNE_FAUTE = 10
/** How many times more the name has that a spelling is a slip for. */
const FOIS_PLUS = 4
/** Slips by which the base shows that a name is often mistaken: only then may one of them have come twice. */
const FAUTES_D_UN_NOM = 2

/** Bearers of a rare spelling `r`, each beside one `f` who may be the same person. */
const voisins = (meme: Texte): Texte =>
  sql`SELECT r.mot, r.n, r.numero_unique, f.ecrit FROM rares r JOIN porteurs f ON ${meme} AND f.ecrit <> r.ecrit`
const MEME_TELEPHONE = sql`f.telephone = r.telephone`
const MEME_JOUR = sql`f.jour = r.jour AND f.ecrit[1] = r.ecrit[1] AND coalesce(${proches(c('f.nom'), c('r.nom'))}, TRUE)`
const memeNom = (cle: string): Texte => sql`f.nom = r.nom AND ${c(`f.${cle}`)} = ${c(`r.${cle}`)}`

/**
 * Of each first name as it is written, the words that two demandes bear, in one text. A slip may come twice too: a spelling
 * attests nothing when each who bears it stands beside a demande, of the same telephone or of nearly the same name and birth
 * date, whose far commoner first name is one letter away and is seen mistaken otherwise too. `telephones` says how many demandes bear each.
 */
export const attestesSql = (lues: Texte, telephones: Texte, ecrit: Texte): Texte =>
  sql`(WITH porteurs AS (SELECT numero_unique, ${ecrit} AS ecrit, nom, jour, jour[1:4] AS annee, jour[5:8] AS jour_mois, code_postal,
      t.v AS telephone FROM ${lues} LEFT JOIN ${telephones} t ON t.v = telephones[1] AND t.n <= ${PORTEURS_MAX} WHERE prenom IS NOT NULL),
    ecrits AS (SELECT ecrit, count(*) AS n FROM porteurs GROUP BY ecrit),
    mots AS (SELECT ecrit, n, unnest(list_distinct(string_split(ecrit, ' '))) AS mot FROM ecrits),
    comptes AS (SELECT mot, sum(n)::INTEGER AS n FROM mots GROUP BY mot),
    rares AS (SELECT c.mot, c.n, p.* FROM comptes c JOIN mots m ON m.mot = c.mot JOIN porteurs p ON p.ecrit = m.ecrit WHERE c.n <= ${PORTEURS_D_UNE_FAUTE}),
    proches AS (${sql.join(
      [MEME_TELEPHONE, MEME_JOUR, memeNom('annee'), memeNom('jour_mois'), memeNom('code_postal')].map(voisins),
      sql` UNION ALL `,
    )}),
    fautes AS (SELECT DISTINCT p.mot, p.n, p.numero_unique, p.ecrit FROM proches p JOIN ecrits e ON e.ecrit = p.ecrit
      WHERE e.n >= ${FOIS_PLUS} * p.n AND abs(length(p.mot) - length(p.ecrit)) <= 1 AND ${uneFaute(c('p.mot'), c('p.ecrit'))}),
    toujours AS (FROM fautes WHERE mot IN (SELECT mot FROM fautes GROUP BY mot, n HAVING count(DISTINCT numero_unique) = n)),
    fautives AS (SELECT mot FROM toujours WHERE ecrit IN (SELECT ecrit FROM toujours GROUP BY ecrit HAVING count(DISTINCT mot) >= ${FAUTES_D_UN_NOM}))
  SELECT ecrit, string_agg(mot, ' ') AS attestes FROM mots
  WHERE mot IN (SELECT mot FROM comptes WHERE n >= ${PORTEURS_MIN}) AND mot NOT IN (FROM fautives) GROUP BY ecrit)`
