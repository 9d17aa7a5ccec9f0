import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import type { PublieVu, RapportVu } from '../rapport-vue.ts'
import { ETATS_RAPPORT } from '../rapports.ts'

export const cheminDeRapport = ({ pour, semestre }: Pick<RapportVu, 'pour' | 'semestre'>): string =>
  `/rapports/${pour}/${semestre.code}`

/** « Version 2, publiée le 28/01/2027, corrige la version 1 » */
export const direVersion = ({ version, le, corrige }: PublieVu): string =>
  `Version ${version}, publiée le ${formatJour(enJour(le.slice(0, 10)))}${corrige === null ? '' : `, corrige la version ${corrige}`}`

/** Where a report stands, in a sentence. */
export const direEtat = ({ etat, version, publies }: RapportVu): string => {
  const derniere = publies.at(-1)
  if (etat === null) return 'Pas encore commencé.'
  if (etat === 'PUBLIE') return derniere === undefined ? '' : `${direVersion(derniere)}.`
  const correction = derniere === undefined ? '' : `${direVersion(derniere)}. Version corrective ${version} : `
  const mot = ETATS_RAPPORT[etat].toLocaleLowerCase('fr')
  return derniere === undefined ? `${ETATS_RAPPORT[etat]}.` : `${correction}${mot}.`
}

/** What is to be done of it by who reads; null where nothing is. */
export const direSuite = ({ etat, actes }: RapportVu, role: string | undefined, fini: boolean): string | null => {
  if (role === 'etat') return etat === 'SOUMIS' ? 'À relire : valider, ou renvoyer avec des remarques.' : null
  if (role !== 'gestionnaire') return null
  if (etat === 'RELU') return 'À publier.'
  if (etat === 'SOUMIS') return 'La direction départementale le relit.'
  if (etat === 'PUBLIE') return null
  const remarques = actes.at(-1)?.acte === 'RENVOYER'
  if (remarques) return 'Des remarques attendent une réponse.'
  if (!fini) return 'Le semestre n’est pas fini.'
  return etat === null ? 'À rédiger.' : 'À terminer, puis à soumettre.'
}

/** « Le 28/01/2027 à 10:15, par Camille Martin. » */
export const direSignature = ({ le, par }: { readonly le: string; readonly par: string }): string =>
  `Le ${formatInstant(le)}, par ${par}.`
