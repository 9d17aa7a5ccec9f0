import type { Context } from 'hono'
import { estJour } from '../../ingest/socle/jour.ts'
import type { Tableau } from '../../reports/tableau/tableau.ts'
import { lireTri } from '../../web/modeles/tri.ts'
import { COLONNES_JOURNAL, type LigneDuJournal } from '../../web/pages/journal.tsx'
import { estRole, LIBELLES_ROLES } from '../acces/roles.ts'
import { minuteDe } from '../horloge.ts'
import { ACTIONS, type Action } from '../state/actions.ts'
import type { LigneJournal } from '../state/journal.ts'
import type { FiltreJournal, OrdreJournal } from '../state/lire-journal.ts'
import { direFaits } from './dire-journal.ts'

const estAction = (texte: string): texte is Action => Object.hasOwn(ACTIONS, texte)

export const filtreDe = (c: Context): FiltreJournal => {
  const { action = '', qui = '', depuis = '', jusqua = '' } = c.req.query()
  return {
    action: estAction(action) ? action : '',
    qui: qui.trim().slice(0, 100),
    depuis: estJour(depuis) ? depuis : '',
    jusqua: estJour(jusqua) ? jusqua : '',
  }
}

/** What each column of the page is sorted by; an entry's number and its moment are one order. */
const PAR: Readonly<Record<string, OrdreJournal['par']>> = {
  numero: 'id',
  quand: 'id',
  qui: 'qui',
  acte: 'action',
  combien: 'nombre',
}

/** The order that an address asks for, if it asks for one. */
export const ordreDe = (demande: string | undefined): { readonly ordre?: OrdreJournal } => {
  const tri = lireTri(demande, COLONNES_JOURNAL)
  const par = tri === null ? undefined : PAR[tri.cle]
  return tri === null || par === undefined ? {} : { ordre: { par, descend: tri.descend } }
}

const roleEnMots = (role: string | null): string => (role !== null && estRole(role) ? LIBELLES_ROLES[role] : '')

/** An entry as the page tells it. */
export const pourLecture = ({
  id,
  instant,
  qui,
  role,
  action,
  territoire,
  nombre,
  detail,
}: LigneJournal): LigneDuJournal => ({
  id,
  instant: minuteDe(instant),
  qui,
  territoire,
  nombre,
  role: roleEnMots(role),
  action: estAction(action) ? ACTIONS[action] : action,
  detail: direFaits(JSON.parse(detail) as Readonly<Record<string, unknown>>),
})

/** The audit log as a table to keep: every entry with its fingerprint. */
export const tableauJournal = (lignes: AsyncIterable<LigneJournal>, maintenant: string): Tableau<LigneJournal> => ({
  titre: 'Journal',
  colonnes: [
    { nom: 'id', intitule: 'N°', type: 'entier' },
    { nom: 'instant', intitule: 'Quand', type: 'moment' },
    { nom: 'qui', intitule: 'Qui', type: 'texte' },
    { nom: 'role', intitule: 'Rôle', type: 'texte' },
    { nom: 'action', intitule: 'Acte', type: 'texte' },
    { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
    { nom: 'nombre', intitule: 'Combien', type: 'entier' },
    { nom: 'detail', intitule: 'Sur quoi', type: 'texte' },
    { nom: 'precedent', intitule: 'Empreinte de la précédente', type: 'texte' },
    { nom: 'empreinte', intitule: 'Empreinte', type: 'texte' },
  ],
  lignes,
  notes: [['Exporté le', maintenant]],
})
