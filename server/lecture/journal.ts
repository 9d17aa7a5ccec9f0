import type { Context } from 'hono'
import { estJour } from '../../ingest/socle/jour.ts'
import type { Tableau } from '../../reports/tableau/tableau.ts'
import type { LigneDuJournal } from '../../web/pages/journal.tsx'
import { estRole, LIBELLES_ROLES } from '../acces/roles.ts'
import { minuteDe } from '../horloge.ts'
import { ACTIONS, type Action } from '../state/actions.ts'
import type { LigneJournal } from '../state/journal.ts'
import type { FiltreJournal } from '../state/lire-journal.ts'
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
