import { formatInstant, formatJours, formatMois, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { titreDuControle } from '../../../web/modeles/mois-controle.ts'
import type { Bloc } from '../../document.ts'
import type { Rapport } from '../../rapport.ts'
import { phrase } from '../blocs.ts'
import { alertes } from './alertes.ts'
import { attributions } from './attributions.ts'
import { changements } from './changements.ts'
import type { MatiereDuControle } from './matiere.ts'
import { matrice } from './matrice.ts'
import { lesDouzePoints } from './points.ts'
import { chargement, forcages, mesures } from './suivi.ts'

/** « Contrôle d’octobre 2026 : 2 alertes nouvelles, 7 en cours » */
const constat = ({ mois, chiffres }: MatiereDuControle): string => {
  const titre = titreDuControle(mois)
  if (chiffres === null) return `${titre}, sans instantané`
  const { entrees, durent } = chiffres.passages
  if (entrees.length + durent.length === 0) return `${titre} : aucune alerte`
  if (entrees.length === 0) return `${titre} : ${compte(durent.length, 'alerte')} en cours, aucune nouvelle`
  const nouvelles = compte(entrees.length, 'alerte nouvelle', 'alertes nouvelles')
  return `${titre} : ${nouvelles}${durent.length === 0 ? '' : `, ${durent.length} en cours`}`
}

const somme = (nombres: readonly (number | null)[]): number => nombres.reduce<number>((n, m) => n + (m ?? 0), 0)

const compteOuAucune = (n: number, mot: string, pluriel?: string): string =>
  n === 0 ? `aucune ${mot}` : compte(n, mot, pluriel)

/** What is read first: alerts, forcing, lag, measures. */
const reperes = ({ chiffres, mesures: ouvertes }: MatiereDuControle): Bloc[] => {
  if (chiffres === null) return []
  const { passages, moisAvant, forcages: parGuichet, attributions: lues } = chiffres
  const delais = typeof lues === 'string' ? null : lues.delais
  const forcees = somme(parGuichet.map(({ forces }) => forces))
  return [
    {
      sorte: 'reperes',
      chiffres: [
        {
          libelle: 'Alertes',
          valeur: formatNombre(chiffres.alertes.length),
          precision:
            moisAvant === null
              ? 'premier mois mesuré'
              : fr(
                  `${compteOuAucune(passages.entrees.length, 'nouvelle')}, ${compteOuAucune(passages.sorties.length, 'levée')}`,
                ),
        },
        {
          libelle: 'Demandes forcées',
          valeur: formatNombre(forcees),
          precision: fr(
            `sur ${formatNombre(somme(parGuichet.map(({ enregistrements }) => enregistrements)))} enregistrées`,
          ),
        },
        {
          libelle: 'Délai médian de saisie',
          valeur: formatJours(delais?.mediane ?? null),
          precision: delais === null ? 'inconnu ce mois' : fr(`sur ${compte(delais.n, 'attribution')}`),
        },
        {
          libelle: 'Mesures ouvertes',
          valeur: formatNombre(ouvertes.length),
          precision: fr(
            compteOuAucune(ouvertes.filter(({ enRetard }) => enRetard).length, 'échéance passée', 'échéances passées'),
          ),
        },
      ],
    },
  ]
}

const direSignature = ({ signature, redigeLe, points }: MatiereDuControle): Bloc[] => {
  if (signature === null) {
    const vus = points.filter(({ vu }) => vu !== null).length
    return [
      phrase(
        `Contrôle non signé : ${vus === 0 ? 'aucun point vu' : compte(vus, 'point vu', 'points vus')} sur ${points.length}.`,
      ),
    ]
  }
  return [
    phrase(
      `Signé par ${signature.nom} le ${formatInstant(redigeLe.replace(' ', 'T'))}${signature.version > 1 ? `, version ${signature.version}` : ''}.`,
    ),
    ...(signature.motif === null ? [] : [phrase(`Signé sans instantané : ${signature.motif}`)]),
  ]
}

/** The monthly control: what was looked at, and all that its month says. */
export const controleMensuel: Rapport<MatiereDuControle> = {
  code: 'controle',
  libelle: 'Contrôle mensuel',
  entete: (matiere) => {
    const { territoire, mois, chiffres, signature, redigeLe, par } = matiere
    const titre = titreDuControle(mois)
    return {
      titre: fr(constat(matiere)),
      sousTitre: fr('Convention, art. 3.2.2 b'),
      projet: signature === null,
      surtitre: [`Gestionnaire territorial, ${territoire}`, fr(`Contrôle mensuel · ${formatMois(mois)}`)],
      pied: {
        reference: fr(signature === null ? titre : `${titre}, version ${signature.version}`),
        instantane: chiffres?.instantane ?? null,
        faitLe: redigeLe,
        par,
      },
    }
  },
  synthese: (matiere) => [...direSignature(matiere), ...reperes(matiere)],
  sections: [lesDouzePoints, alertes, changements, forcages, attributions, mesures, chargement],
  annexes: [matrice],
  sansSommaire: true,
}
