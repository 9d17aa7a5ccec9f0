import { changementsDe } from '../../../web/modeles/registre.ts'
import { ACTES_CONFIRMATION, ACTES_CONVENTION, type Fiche, ORIGINES_FICHE } from '../../../web/registre.ts'
import type { Changement, EvenementVue } from '../../../web/registre-vue.ts'
import { ficheDe } from '../../gestion/registre/fiche.ts'
import { minuteDe } from '../../horloge.ts'
import type { FicheRangee, RegistreRange } from '../../state/registre.ts'

const proposes = (propose: Partial<Fiche>): Changement[] =>
  Object.entries(propose).map(([champ, apres]) => ({ champ: champ as keyof Fiche, avant: '', apres }))

const titreDe = (version: FicheRangee, premiere: boolean): string =>
  `${premiere ? 'Inscrit au registre' : 'Fiche modifiée'}, ${ORIGINES_FICHE[version.origine]}`

/** All that was done of a service, the latest first: versions of its sheet with what they change, its convention, its confirmations. */
export const evenementsDe = (
  { fiches, conventions, confirmations }: RegistreRange,
  service: string,
  nommer: (qui: string) => string,
): EvenementVue[] => {
  const sien = (ligne: { readonly service: string }): boolean => ligne.service === service
  const signe = ({ par, le }: { readonly par: string; readonly le: string }) => ({ par: nommer(par), le: minuteDe(le) })
  const versions = fiches.filter(sien)
  const deFiches = versions.map((version, i): EvenementVue & { rang: string } => {
    const avant = versions[i - 1]
    return {
      titre: titreDe(version, i === 0),
      jour: null,
      texte: version.texte,
      changements: avant === undefined ? [] : changementsDe(ficheDe(avant), ficheDe(version)),
      rang: version.le,
      ...signe(version),
    }
  })
  const deConvention = conventions.filter(sien).map((acte) => ({
    titre: ACTES_CONVENTION[acte.acte],
    jour: acte.jour,
    texte: acte.texte,
    changements: [],
    rang: acte.le,
    ...signe(acte),
  }))
  const deConfirmation = confirmations.filter(sien).map((acte) => ({
    titre: `${ACTES_CONFIRMATION[acte.acte]}, confirmation de ${acte.annee}`,
    jour: null,
    texte: acte.texte,
    changements: proposes(acte.propose),
    rang: acte.le,
    ...signe(acte),
  }))
  return [...deFiches, ...deConvention, ...deConfirmation]
    .toSorted((a, b) => (a.rang < b.rang ? 1 : a.rang > b.rang ? -1 : 0))
    .map(({ rang: _, ...evenement }) => evenement)
}
