import type { DiffusionDuRapport } from '../../web/components/rapports/diffusion.tsx'
import { CODES_LISTES, type DestinataireVu, type EnvoiVu } from '../../web/diffusion.ts'
import type { RapportVu } from '../../web/rapport-vue.ts'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { cleDuRapport } from '../gestion/diffusion/ecrire.ts'
import { type ContexteEnvoi, situerEnvoi } from '../gestion/diffusion/situer.ts'
import { instantDe, minuteDe } from '../horloge.ts'
import { type EnvoiGarde, listerDestinataires, listerEnvois } from '../state/diffusion.ts'
import { nommerAuteurs } from './auteurs.ts'

/** The lists of a territory and what was sent to them. */
export interface Diffusion {
  readonly destinataires: readonly DestinataireVu[]
  /** The latest first, each with what names the thing sent. */
  readonly envois: readonly (EnvoiVu & { readonly cle: string })[]
}

const vuDe = (envoi: EnvoiGarde, contexte: ContexteEnvoi, nommer: (qui: string) => string) => {
  const { etat, essais, reprise } = situerEnvoi(envoi, contexte)
  const derniere = envoi.tentatives.at(-1)
  const { id, liste, cle, objet, nom, courriel, le } = envoi
  return {
    ...{ id, liste, cle, objet, nom, courriel, etat, essais },
    detail: derniere?.detail ?? '',
    reprise: etat === 'A_REPRENDRE' && reprise !== null ? minuteDe(instantDe(reprise)) : null,
    par: nommer(envoi.par),
    le: minuteDe(le),
    depuis: minuteDe(derniere?.le ?? le),
  }
}

export const lireDiffusion = async (
  lecteur: Lecteur,
  territoire: string,
  contexte: ContexteEnvoi,
): Promise<Diffusion> => {
  exigerTerritoire(lecteur, territoire)
  const nommer = await nommerAuteurs(lecteur)
  const rang = ({ liste }: DestinataireVu) => CODES_LISTES.indexOf(liste)
  return {
    destinataires: (await listerDestinataires(lecteur.etat, territoire))
      .map(({ id, liste, nom, courriel, par, le }) => ({
        ...{ id, liste, nom, courriel },
        par: nommer(par),
        le: minuteDe(le),
      }))
      .toSorted((a, b) => rang(a) - rang(b) || a.nom.localeCompare(b.nom, 'fr')),
    envois: (await listerEnvois(lecteur.etat, territoire)).map((envoi) => vuDe(envoi, contexte, nommer)).toReversed(),
  }
}

/** Who the list of a report sends to, with what became of its latest version for each; null for who does not send it, or before. */
export const lireDiffusionDuRapport = async (
  lecteur: Lecteur,
  territoire: string,
  { pour, publies }: RapportVu,
  contexte: ContexteEnvoi,
): Promise<DiffusionDuRapport | null> => {
  const publie = publies.at(-1)
  if (lecteur.acces.role !== 'gestionnaire' || publie === undefined) return null
  const { destinataires, envois } = await lireDiffusion(lecteur, territoire, contexte)
  const siens = envois.filter(({ cle }) => cle === cleDuRapport(publie))
  return {
    inscrits: destinataires
      .filter(({ liste }) => liste === pour)
      .map(({ nom, courriel }) => ({
        ...{ nom, courriel },
        envoi: siens.find((envoi) => envoi.courriel === courriel) ?? null,
      })),
  }
}
