import { formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import { nomCategorie } from '../categories.ts'
import { type Fait, Faits, Panneau } from './blocs.tsx'

const MODES: Readonly<Record<string, string>> = {
  DIRECT: 'saisie directe',
  PRIVATIF: 'système privatif',
  PORTAIL: 'portail',
}

/** What the register says of a guichet; what it does not say is left out. */
const listFaits = (g: Guichet): Fait[] => {
  const adresse = [g.adresse, [g.code_postal, g.commune].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const faits: readonly [string, string | null | undefined][] = [
    ['Code', g.code],
    ['Catégorie', g.categorie === null ? fr('inconnue : ce guichet n’est pas au registre') : nomCategorie(g.categorie)],
    ['Service', g.service_libelle ?? g.service_code],
    ['SIREN', g.siren],
    ['Mode', g.mode ? (MODES[g.mode] ?? g.mode) : null],
    ['Ouverture', g.date_ouverture ? formatJour(g.date_ouverture) : null],
    ['Fermeture', g.date_fermeture ? formatJour(g.date_fermeture) : null],
    ['Successeur', g.successeur],
    ['Adresse', adresse],
    ['Téléphone', g.telephone],
    ['Courriel', g.courriel],
    ['Horaires', g.horaires],
  ]
  return faits.flatMap(([terme, valeur]) => (valeur ? [{ terme, valeur }] : []))
}

export const FicheGuichet = ({ guichet }: { readonly guichet: Guichet }) => (
  <Panneau id="fiche" titre="Fiche">
    <Faits faits={listFaits(guichet)} />
  </Panneau>
)
