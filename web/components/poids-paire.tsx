import { accord, capitale, dansPhrase, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { COMPARAISONS } from '../../metrics/doublons/comparaisons.ts'
import { drawCascade, type Marche, signer } from '../charts/cascade.ts'
import type { Atelier } from '../charts/dessin.ts'
import { formatProbabilite, type PaireDuGroupe } from '../doublons.ts'
import { decouperNumero } from '../numero.ts'
import { sourceDe } from '../source.ts'
import { CadreGraphique } from './cadre-graphique.tsx'

const FACES = ['Noms en face', 'Noms échangés', 'Demandeur et conjoint'] as const

/** The steps from what rarity starts from to what is known of a pair, in bits. */
const marchesDe = ({ depart, poids, niveaux, face, prudence }: PaireDuGroupe): Marche[] => {
  const comparees = COMPARAISONS.flatMap(({ libelle }, i) =>
    niveaux[i] === null || niveaux[i] === undefined ? [] : [{ nom: libelle, valeur: poids[i] ?? 0 }],
  )
  const somme = depart + poids.reduce((s, p) => s + p, 0) + prudence
  return [
    { nom: 'Au départ', valeur: depart },
    ...comparees,
    { nom: FACES[face], valeur: poids[COMPARAISONS.length] ?? 0 },
    { nom: 'Famille et homonymes', valeur: prudence },
    { nom: 'Au total', valeur: somme, total: true },
  ]
}

/** How a comparison came out, in words. */
export const motNiveau = (rang: number, niveau: number | null): string =>
  niveau === null ? 'inconnu' : (COMPARAISONS[rang]?.niveaux[niveau] ?? '')

const titreDe = (marches: readonly Marche[]): string => {
  const portent = marches
    .filter(({ nom, valeur, total }) => !total && valeur >= 3 && nom !== 'Au départ')
    .toSorted((x, y) => y.valeur - x.valeur)
    .slice(0, 2)
    .map(({ nom }) => `le ${dansPhrase(nom)}`.replace('le date', 'la date'))
  if (portent.length === 0) return 'Aucune comparaison ne l’emporte seule'
  return capitale(`${enumerer(portent)} ${accord(portent.length, 'emporte', 'emportent')} la décision`)
}

/** The weight of each comparison of a pair, as a waterfall. */
export const PoidsPaire = ({
  atelier,
  paire,
  instantane,
}: {
  readonly atelier: Atelier
  readonly paire: PaireDuGroupe
  readonly instantane: Jour
}) => {
  const marches = marchesDe(paire)
  const titre = titreDe(marches)
  const niveauDe = (nom: string): string => {
    const rang = COMPARAISONS.findIndex(({ libelle }) => libelle === nom)
    return rang < 0 ? '' : motNiveau(rang, paire.niveaux[rang] ?? null)
  }
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={fr(
        `Poids de chaque comparaison, en bits. Au départ, deux demandes prises au hasard sont presque sûrement différentes ; ${
          paire.deduite
            ? `la probabilité retenue, ${formatProbabilite(paire.probabilite)}, ${paire.par === null ? 'vient des autres demandes du groupe' : `est celle du maillon le plus faible, par la demande ${decouperNumero(paire.par)}`}`
            : `au total, ${formatProbabilite(paire.probabilite)}`
        }`,
      )}
      dessin={drawCascade(atelier, marches, {
        alt: fr(`Poids des comparaisons. ${titre}. Total : ${signer(marches.at(-1)?.valeur ?? 0)} bits.`),
        largeur: 604,
      })}
      source={sourceDe(instantane)}
      jumeau={{
        legende: 'Poids des comparaisons',
        entetes: ['Comparaison', 'Constat', 'Poids (bits)'],
        lignes: marches.map(({ nom, valeur }) => [nom, niveauDe(nom), signer(valeur)]),
      }}
    />
  )
}
