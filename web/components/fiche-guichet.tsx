import { nomCategorie } from '../categories.ts'
import { formatJour } from '../format.ts'
import type { Guichet } from '../guichet.ts'
import type { DossiersACorriger } from '../pages/guichet.tsx'
import { compte } from '../phrase.ts'
import { fr } from '../typographie.ts'
import { type Fait, Faits, Panneau, Section } from './blocs.tsx'

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

/** « 099 1026 004217 C32B3 », on one line. */
export const formatNumero = (numero: string): string =>
  [numero.slice(0, 3), numero.slice(3, 7), numero.slice(7, 13), numero.slice(13)].filter((p) => p !== '').join('\u202f')

export const Dossiers = ({ dossiers: { total, lignes, lienTous } }: { readonly dossiers: DossiersACorriger }) => (
  <Section id="dossiers" titre={`${compte(total, 'dossier')} à corriger`} precision="Numéros seulement">
    <table class="data stack-n rec">
      <thead>
        <tr>
          <th scope="col">Numéro unique</th>
          <th scope="col">Motif</th>
          <th scope="col">Date</th>
          <th scope="col">Correction proposée</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map(({ numero_unique, motif, date, correction }) => (
          <tr>
            <th scope="row" class="nd">
              {formatNumero(numero_unique)}
            </th>
            <td>{motif}</td>
            <td>{formatJour(date)}</td>
            <td>{correction}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="more">
      <a href={lienTous}>{`Voir ${total < 2 ? 'le dossier' : `les ${compte(total, 'dossier')}`}`}</a>
    </p>
  </Section>
)
