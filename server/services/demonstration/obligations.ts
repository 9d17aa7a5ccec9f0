import { enJour, type Jour } from '../../../ingest/socle/jour.ts'
import type { Obligation } from '../../../web/agenda.ts'
import { lireServices } from '../../lecture/agenda/services.ts'
import { consignerObligation } from '../../state/obligations.ts'
import { AUTEURS, aLHeure, anneesDuPasse, estDuPasse, type Passe } from './passe.ts'
import { semestreRendu } from './rapports.ts'

/** What is said done each year, on which day; the landlords' reports apart. */
const CHAQUE_ANNEE: readonly (readonly [Obligation, string, string])[] = [
  ['FORMATION', '11-24', 'Une journée, douze agents.'],
  ['HABILITATIONS', '11-16', 'Listes signées par tous les services.'],
  ['REGISTRE', '11-20', 'Fiches confirmées, deux adresses changées.'],
  ['PLENIERE', '12-03', 'Ministère, en visioconférence.'],
]

/** The semesters' reports: of which, and when. */
const SEMESTRES: readonly (readonly [semestre: string, annees: number, jour: string])[] = [
  ['S1', 0, '07-28'],
  ['S2', 1, '01-28'],
]

/** Landlords whose report of the year is still awaited. */
const BILANS_ATTENDUS = 2

type Fait = readonly [obligation: Obligation, periode: string, fait_le: Jour, texte: string, service: string | null]

const faitsDe = (annee: number, bailleurs: readonly string[], revues: number): Fait[] => [
  // From the year that reviews are kept in, they say themselves when they end.
  ...CHAQUE_ANNEE.filter(([quoi]) => quoi !== 'HABILITATIONS' || annee < revues).map(
    ([quoi, jour, texte]): Fait => [quoi, String(annee), enJour(`${annee}-${jour}`), texte, null],
  ),
  ...SEMESTRES.flatMap(([semestre, apres, jour]) =>
    (['COMPTE_RENDU_PREFET', 'BILAN_PARTENAIRES'] as const).map(
      (quoi): Fait => [quoi, `${annee}-${semestre}`, enJour(`${annee + apres}-${jour}`), 'Envoyé.', null],
    ),
  ),
  ...bailleurs
    .slice(BILANS_ATTENDUS)
    .map((service): Fait => ['BILANS_BAILLEURS', String(annee), enJour(`${annee + 1}-02-20`), 'Reçu.', service]),
]

/** What the gestionnaire says done that the application does not see; two landlords' reports are awaited. */
export const consignerFaits = async (passe: Passe): Promise<void> => {
  const { lecteur, territoire, etat } = passe
  const calcule = etat.calcules.at(-1)
  if (calcule === undefined) return
  const services = await lireServices(lecteur.base, { territoire, calcule })
  const bailleurs = services.filter(({ bailleur }) => bailleur).map(({ code }) => code)
  const revues = Number(passe.aujourdhui.slice(0, 4)) - 1
  // Its reports say themselves when they are published.
  const publie = semestreRendu(passe)?.code
  // The register of this year is confirmed service by service: its campaign is under way.
  const enCampagne = passe.aujourdhui.slice(0, 4)
  for (const [obligation, periode, fait_le, texte, service] of anneesDuPasse(passe).flatMap((annee) =>
    faitsDe(annee, bailleurs, revues),
  ))
    if (estDuPasse(passe, fait_le) && periode !== publie && !(obligation === 'REGISTRE' && periode === enCampagne))
      await consignerObligation(lecteur.etat, {
        ...{ territoire, obligation, periode, service, fait_le, texte },
        ...{ par: AUTEURS.gestionnaire.par, le: aLHeure(fait_le) },
      })
}
