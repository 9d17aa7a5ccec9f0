import { type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import type { ConstatCivilite, QuestionEchantillon, Reponse } from '../../../web/echantillons.ts'
import { compterMouvements } from '../../acces/porte/civilites.ts'
import { constaterCivilite } from '../../state/civilites.ts'
import {
  ajouterActeDEchantillon,
  type FicheGardee,
  garderEchantillon,
  garderReponse,
  type NouvelActe,
  type NouvelleReponse,
} from '../../state/echantillons.ts'
import { lireEchantillons } from '../../state/lire-echantillons.ts'
import { composerEchantillon, type DemandeDeTirage } from '../echantillons.ts'
import { AUTEURS, aLHeure, estPasse, ilYA, leMoisSuivant, type Passe } from './passe.ts'

const AUTEUR = { role: 'gestionnaire', par: AUTEURS.gestionnaire.par } as const

const acte = (le: Jour, quoi: Pick<NouvelActe, 'acte' | 'vers'>, texte = ''): NouvelActe => ({
  ...quoi,
  texte,
  ...AUTEUR,
  le: aLHeure(le),
})

/** A sample of the past: of which month, counted back from the last, how it was drawn, and how many forms are filled. */
interface EchantillonJoue extends Omit<DemandeDeTirage, 'calcule'> {
  readonly ilYA: number
  readonly remplies: number
  readonly clos: boolean
}

const JOUES: readonly EchantillonJoue[] = [
  {
    ...{ ilYA: 2, population: 'ENREGISTREES', sorte: 'CATEGORIE', repartition: 'EGALE', minimum: 2, taille: 40 },
    ...{ graine: 'comité du 12 septembre', remplies: 40, clos: true },
  },
  {
    ...{ ilYA: 0, population: 'ACTIVES', sorte: 'CATEGORIE', repartition: 'PROPORTIONNELLE', minimum: 0, taille: 30 },
    ...{ graine: '7c1e04b2a95f38d6', remplies: 12, clos: false },
  },
]

const [JOUR_DU_TIRAGE, JOURS_DE_RELECTURE] = [6, 9]

/** The forms that tell something, by their rank: the others are right. */
const TROUVAILLES: Readonly<Record<number, Partial<Omit<NouvelleReponse, 'par' | 'le'>>>> = {
  4: { constat: 'NON_CONFORME', champ: 'ressources_mensuelles', note: 'Avis d’imposition plus récent que la saisie.' },
  9: { reponses: { PIECE_IDENTITE: 'NON' }, note: 'Pièce demandée au guichet.' },
  11: { constat: 'NON_VERIFIABLE', reponses: { DEPOT_15_JOURS: 'NON_VERIFIABLE', RELANCE: 'NON_VERIFIABLE' } },
  17: { reponses: { COMMENTAIRES: 'NON' }, note: 'Un commentaire dit l’état de santé : à ôter.' },
  22: { reponses: { DEPOT_15_JOURS: 'NON' } },
  28: { constat: 'NON_CONFORME', champ: 'nb_personnes' },
  33: { reponses: { DEPOT_15_JOURS: 'NON' } },
}

const reponseDe = (rang: number, questions: readonly QuestionEchantillon[]): Omit<NouvelleReponse, 'par' | 'le'> => {
  const justes = Object.fromEntries(
    questions.map(({ code, defaut }) => [code, defaut === 'NON' ? 'OUI' : 'NON'] as const),
  ) satisfies Record<string, Reponse>
  const trouvee = TROUVAILLES[rang] ?? {}
  return { constat: 'CONFORME', champ: '', note: '', ...trouvee, reponses: { ...justes, ...trouvee.reponses } }
}

const remplir = async (passe: Passe, id: number, fiche: Pick<FicheGardee, 'id' | 'rang'>, le: Jour): Promise<void> => {
  const { etat } = passe.lecteur
  const echantillon = (await lireEchantillons(etat, passe.territoire)).find((un) => un.id === id)
  if (echantillon === undefined || !estPasse(passe, le)) return
  const premiere = echantillon.actes.at(-1)?.vers === 'TIRE'
  await garderReponse(
    etat,
    echantillon,
    fiche.id,
    { ...reponseDe(fiche.rang, echantillon.questions), par: AUTEUR.par, le: aLHeure(le) },
    premiere ? acte(le, { acte: 'REMPLIR', vers: 'EN_COURS' }) : null,
  )
}

const jouer = async (passe: Passe, calcule: MoisCalcule, joue: EchantillonJoue): Promise<void> => {
  const { lecteur, territoire } = passe
  const tirage = leMoisSuivant(calcule.mois, JOUR_DU_TIRAGE)
  if (!estPasse(passe, tirage)) return
  const compose = await composerEchantillon(lecteur, territoire, { ...joue, calcule })
  if ('refus' in compose) return
  const { id } = await garderEchantillon(lecteur.etat, {
    ...compose,
    acte: acte(tirage, { acte: 'TIRER', vers: 'TIRE' }),
  })
  const tire = (await lireEchantillons(lecteur.etat, territoire)).find((un) => un.id === id)
  for (const fiche of tire?.fiches.slice(0, joue.remplies) ?? [])
    await remplir(passe, id, fiche, plusJours(tirage, 1 + Math.floor(fiche.rang / 6)))
  const cloture = plusJours(tirage, JOURS_DE_RELECTURE)
  const rempli = (await lireEchantillons(lecteur.etat, territoire)).find((un) => un.id === id)
  if (joue.clos && rempli !== undefined && estPasse(passe, cloture))
    await ajouterActeDEchantillon(
      lecteur.etat,
      rempli,
      acte(cloture, { acte: 'CLORE', vers: 'CLOS' }, 'Résultats donnés aux services concernés.'),
    )
}

/** A sample that was closed with a few faults, and the last month's under way. */
export const relireSurPieces = async (passe: Passe): Promise<void> => {
  for (const joue of JOUES) {
    const calcule = ilYA(passe, joue.ilYA)
    if (calcule !== undefined) await jouer(passe, calcule, joue)
  }
}

/** What was seen of movements one after the other, again and again. */
const VUS: readonly ConstatCivilite[] = [
  ...(['PIECE_VUE', 'PIECE_VUE', 'PIECE_ABSENTE', 'PIECE_VUE', 'PIECE_VUE', 'SUSPECTE', 'PIECE_VUE'] as const),
]

const JOUR_DES_PIECES = 15

/** The movements of the month before last are all verified; the last month's are known, and wait. */
export const verifierCivilites = async (passe: Passe): Promise<void> => {
  const { lecteur, territoire, aujourdhui } = passe
  for (const [rang, calcule] of [ilYA(passe, 1), ilYA(passe, 0)].entries()) {
    if (calcule === undefined) continue
    const jour = leMoisSuivant(calcule.mois, JOUR_DES_PIECES)
    const mouvements = await compterMouvements(lecteur, territoire, calcule.mois, aujourdhui)
    if (rang === 1 || !estPasse(passe, jour)) continue
    const siens = mouvements.filter(({ mois, constats }) => mois === calcule.mois && constats.length === 0)
    for (const [i, { id }] of siens.entries())
      await constaterCivilite(lecteur.etat, id, {
        constat: VUS[i % VUS.length] ?? 'PIECE_VUE',
        note: '',
        par: AUTEUR.par,
        le: aLHeure(jour),
      })
  }
}
