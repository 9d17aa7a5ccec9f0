import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Statut } from '../../../metrics/resultat.ts'
import { MOTS_ETATS } from '../../../web/etats.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import { type CelluleMatrice, estSignale, type LigneMatrice } from '../../../web/modeles/matrice.ts'
import type { Bloc, CelluleDeTable } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { chiffre, dit, phrase, points } from '../blocs.ts'
import type { MatiereDuControle } from './matiere.ts'

/** How a state is marked beside its value, on paper. */
const MARQUES: Readonly<Record<Statut, string>> = {
  ALERTE: '◆',
  SURVEILLANCE: '▲',
  NORMAL: '',
  NON_SIGNIFICATIF: '',
  SANS_OBJET: '',
}

const direCentiemes = (centiemes: number): string => formatNombre(centiemes, centiemes < 9.95 ? 1 : 0)

/** « ◆62 », « 3,4 »: shares are told in hundredths without their sign, and without decimals from ten. */
const direValeur = ({ fiche, ligne }: CelluleMatrice): string => {
  if (ligne === null || ligne.valeur === null) return '–'
  const valeur = fiche.unite === 'part' ? direCentiemes(ligne.valeur * 100) : formatNombre(ligne.valeur, 0)
  const marque = ligne.statut_affiche === null ? '' : MARQUES[ligne.statut_affiche]
  return fr(`${marque}${valeur}`)
}

const cellule = (vue: CelluleMatrice): CelluleDeTable => ({
  ...chiffre(vue.fiche.unite, vue.ligne?.valeur ?? null),
  dit: direValeur(vue),
})

const enTable = (
  rangees: readonly LigneMatrice[],
  fiches: readonly FicheIndicateur[],
  titre: string,
  feuille: string,
): Bloc => ({
  sorte: 'table',
  titre,
  feuille,
  colonnes: [
    { intitule: 'Guichet', part: 5 },
    ...fiches.map(({ libelle }, i) => ({ intitule: String(i + 1), enClair: libelle, nombre: true as const, part: 1 })),
  ],
  lignes: rangees.map(({ guichet, cellules }) => [
    dit(`${guichet.libelle} (${guichet.code})`),
    ...cellules.map(cellule),
  ]),
  note: fr(
    `${MARQUES.ALERTE} ${MOTS_ETATS.ALERTE} ; ${MARQUES.SURVEILLANCE} ${MOTS_ETATS.SURVEILLANCE}. Parts en pour cent, délais en jours ; un mois trop petit est jugé sur douze mois.`,
  ),
})

/** Guichets and the fifteen indicators: first those with something to say, then the others. */
export const matrice: Section<MatiereDuControle> = {
  code: 'matrice',
  titre: 'Guichets et indicateurs',
  rediger: ({ chiffres }) => {
    if (chiffres === null || chiffres.rangees.length === 0) return []
    const { rangees } = chiffres
    const fiches = rangees[0]?.cellules.map(({ fiche }) => fiche) ?? []
    const signales = rangees.filter(estSignale)
    const autres = rangees.filter((rangee) => !estSignale(rangee))
    return [
      phrase('Les indicateurs, par leur numéro en tête de colonne :'),
      ...points(
        fiches.map(({ libelle }) => libelle),
        true,
      ),
      ...(signales.length === 0
        ? []
        : [
            enTable(
              signales,
              fiches,
              `Guichets en alerte ou à surveiller (${formatNombre(signales.length)})`,
              'Signalés',
            ),
          ]),
      ...(autres.length === 0
        ? []
        : [enTable(autres, fiches, `Les autres guichets (${formatNombre(autres.length)})`, 'Autres guichets')]),
    ]
  },
}
