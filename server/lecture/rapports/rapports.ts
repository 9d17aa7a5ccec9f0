import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { type Jour, moisDe } from '../../../ingest/socle/jour.ts'
import { lireSemestre, type Semestre, semestreDe, semestrePlus } from '../../../ingest/socle/semestre.ts'
import type { DocumentVu } from '../../../web/documents.ts'
import type { PublieVu, RapportVu } from '../../../web/rapport-vue.ts'
import type { Destinataire } from '../../../web/rapports.ts'
import { exigerTerritoire, type Lecteur } from '../../acces/lecteur.ts'
import { litLeBrouillon, rapportsDuRole } from '../../acces/rapports.ts'
import { etatDeRapport } from '../../gestion/rapports/table.ts'
import { minuteDe } from '../../horloge.ts'
import { lireDocuments } from '../../state/documents.ts'
import {
  type ActeDeRapport,
  estDe,
  lireActesDeRapports,
  listerPublies,
  type PublieListe,
} from '../../state/rapports.ts'
import { nommerAuteurs } from '../auteurs.ts'
import { lireEtat } from '../territoires.ts'

/** The semesters that reports can be of, the latest first: from the first month with figures to the last. */
const semestresConnus = async ({ base }: Lecteur, territoire: string): Promise<Semestre[]> => {
  const { calcules } = await lireEtat(base, { territoire })
  const [premier, dernier] = [calcules[0], calcules.at(-1)]
  if (premier === undefined || dernier === undefined) return []
  const semestres = [semestreDe(dernier.mois)]
  for (let s = semestres[0]; s !== undefined && s.debut > semestreDe(premier.mois).debut; ) {
    s = semestrePlus(s, -1)
    semestres.push(s)
  }
  return semestres
}

/** The files of what is published, as pages list them. */
const documentsDe = async ({ etat }: Lecteur, publies: readonly PublieListe[], nommer: (qui: string) => string) =>
  grouperPar(
    (await lireDocuments(etat, { sujet: 'rapport', ids: publies.map(({ id }) => id) })).map((document) => ({
      ...document,
      par: nommer(document.par),
      le: minuteDe(document.le),
    })),
    ({ rapport }) => rapport ?? 0,
  )

const vuDe = (publie: PublieListe, documents: readonly DocumentVu[], nommer: (qui: string) => string): PublieVu => ({
  documents: documents.filter(({ nature }) => nature === 'RAPPORT'),
  joints: documents.filter(({ nature }) => nature === 'JOINT'),
  ...{ id: publie.id, version: publie.version, corrige: publie.corrige, titre: publie.titre },
  ...{ instantanes: publie.instantanes, logiciel: publie.logiciel, chiffres: publie.chiffres },
  par: nommer(publie.par),
  le: minuteDe(publie.le),
})

/** A report as who reads it sees it: its drafts and what was done of them for who works on it, what is published for the others. */
const rapportVu = (
  { acces: { role } }: Lecteur,
  tous: readonly ActeDeRapport[],
  publies: readonly PublieVu[],
  [pour, semestre, nommer]: readonly [Destinataire, Semestre, (qui: string) => string],
): RapportVu => {
  const actes = tous.filter(estDe(pour, semestre.code))
  const etat = etatDeRapport(actes)
  const suit = role === 'gestionnaire' || role === 'etat'
  const lit = litLeBrouillon(role, etat)
  return {
    ...{ pour, semestre, publies },
    etat: lit ? etat : publies.length > 0 ? 'PUBLIE' : null,
    version: lit && etat !== 'PUBLIE' ? publies.length + 1 : publies.length,
    actes: suit
      ? actes.map(({ acte, version, texte, par, le }) => ({
          ...{ acte, version, texte },
          par: nommer(par),
          le: minuteDe(le),
        }))
      : [],
  }
}

/** The reports of a territory that a person may see, the latest semester first; those not begun for who writes them. */
export const lireRapports = async (lecteur: Lecteur, territoire: string): Promise<RapportVu[]> => {
  exigerTerritoire(lecteur, territoire)
  const { etat, acces } = lecteur
  const actes = await lireActesDeRapports(etat, territoire)
  const lus = rapportsDuRole(acces.role)
  const publies = (await listerPublies(etat, territoire)).filter(({ destinataire }) => lus.includes(destinataire))
  const nommer = await nommerAuteurs(lecteur)
  const documents = await documentsDe(lecteur, publies, nommer)
  const connus = await semestresConnus(lecteur, territoire)
  const anciens = [...new Set(publies.map(({ semestre }) => semestre))]
    .filter((code) => !connus.some((semestre) => semestre.code === code))
    .flatMap((code) => lireSemestre(code) ?? [])
  const semestres = [...connus, ...anciens].toSorted((a, b) => (a.debut < b.debut ? 1 : -1))
  return semestres
    .flatMap((semestre) =>
      lus.map((pour) => {
        const siens = publies
          .filter(estDe(pour, semestre.code))
          .map((publie) => vuDe(publie, documents.get(publie.id) ?? [], nommer))
        return rapportVu(lecteur, actes, siens, [pour, semestre, nommer])
      }),
    )
    .filter((rapport) => acces.role === 'gestionnaire' || rapport.etat !== null)
}

/** One report; null where the person sees none such. */
export const trouverRapport = async (
  lecteur: Lecteur,
  territoire: string,
  pour: string,
  semestre: string,
): Promise<{ readonly rapport: RapportVu; readonly precedent: PublieVu | null } | null> => {
  const rapports = await lireRapports(lecteur, territoire)
  const rapport = rapports.find((un) => un.pour === pour && un.semestre.code === semestre)
  if (rapport === undefined) return null
  const avant = rapports.find(
    (un) => un.pour === pour && un.semestre.debut < rapport.semestre.debut && un.publies.length > 0,
  )
  return { rapport, precedent: avant?.publies.at(-1) ?? null }
}

/** Whether a semester is over on a day. */
export const estFini = ({ fin }: Semestre, aujourdhui: Jour): boolean => moisDe(fin) < moisDe(aujourdhui)
