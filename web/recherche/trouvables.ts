import type { Guichet } from '../../ingest/store/guichet.ts'
import { guideDe } from '../aide/guides.ts'
import { nomCategorie } from '../categories.ts'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { FAMILLES } from '../fiche-indicateur.ts'
import { lien, lienGuichet, lienIndicateur } from '../liens.ts'
import { pagesDuMenu } from '../modeles/menu.ts'
import type { Trouvable } from './chercher.ts'
import { GLOSSAIRE } from './glossaire.ts'
import { SYNONYMES_INDICATEURS, SYNONYMES_PAGES } from './synonymes.ts'

const synonymes = (table: Readonly<Record<string, readonly string[]>>, nom: string): readonly string[] =>
  Object.hasOwn(table, nom) ? (table[nom] ?? []) : []

const listGuichets = (contexte: Contexte, guichets: readonly Guichet[]): Trouvable[] =>
  guichets.map(({ code, libelle, categorie, service_libelle }) => ({
    sorte: 'Guichet',
    libelle,
    precision: `${code} · ${nomCategorie(categorie)}`,
    autres: [code, ...(service_libelle ? [service_libelle] : [])],
    href: lienGuichet(contexte, code),
  }))

const listServices = (contexte: Contexte, guichets: readonly Guichet[]): Trouvable[] => {
  const services = new Map<string, string>()
  for (const { service_code, service_libelle } of guichets)
    if (service_code && service_libelle) services.set(service_code, service_libelle)
  return [...services].map(([code, libelle]) => ({
    sorte: 'Service',
    libelle,
    precision: code,
    autres: [code],
    href: lien(contexte, '/guichets', { service: code }),
  }))
}

const listIndicateurs = (contexte: Contexte, indicateurs: readonly FicheIndicateur[]): Trouvable[] =>
  indicateurs.map(({ code, libelle, definition, famille }) => ({
    sorte: 'Indicateur',
    libelle,
    precision: FAMILLES[famille],
    autres: [...synonymes(SYNONYMES_INDICATEURS, code), definition],
    href: lienIndicateur(contexte, code),
  }))

const listPages = (contexte: Contexte): Trouvable[] =>
  [...pagesDuMenu(contexte), { libelle: 'Mon compte', chemin: '/compte' }].map(({ libelle, chemin }) => ({
    sorte: 'Page',
    libelle,
    precision: '',
    autres: synonymes(SYNONYMES_PAGES, chemin),
    href: lien(contexte, chemin),
  }))

/** The tasks of the person's own guide. */
const listTaches = (contexte: Contexte): Trouvable[] =>
  !peutOuvrir(contexte, '/aide')
    ? []
    : guideDe(contexte.personne?.role).taches.map(({ code, titre, autres }) => ({
        sorte: 'Aide',
        libelle: titre,
        precision: '',
        autres,
        href: lien(contexte, `/aide#${code}`),
      }))

/** The page of the application that a path is of, as the application declares it. */
const pageDe = (chemin: string): string => chemin.replace(/^\/indicateurs\/.+$/, '/indicateurs/:code')

const listMots = (contexte: Contexte): Trouvable[] =>
  GLOSSAIRE.map(({ mot, synonymes: autres, sens, chemin }) => ({
    sorte: 'Mot',
    libelle: mot,
    precision: sens,
    autres,
    href: chemin !== undefined && peutOuvrir(contexte, pageDe(chemin)) ? lien(contexte, chemin) : null,
  }))

/** All that a person may find: nothing that the pages open to them do not show. */
export const listTrouvables = (
  contexte: Contexte,
  guichets: readonly Guichet[],
  indicateurs: readonly FicheIndicateur[],
): Trouvable[] => [
  ...(peutOuvrir(contexte, '/guichets/:code') ? listGuichets(contexte, guichets) : []),
  ...(peutOuvrir(contexte, '/guichets') ? listServices(contexte, guichets) : []),
  ...(peutOuvrir(contexte, '/indicateurs/:code') ? listIndicateurs(contexte, indicateurs) : []),
  ...listPages(contexte),
  ...listTaches(contexte),
  ...listMots(contexte),
]
