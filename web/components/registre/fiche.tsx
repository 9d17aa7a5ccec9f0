import type { Child } from 'hono/jsx'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { montrerValeur } from '../../modeles/registre.ts'
import { champDeFiche, type Destination, type Fiche, NOMS_DES_CHAMPS, type NomDeChamp } from '../../registre.ts'
import { Faits, Panneau } from '../blocs.tsx'
import { Champ, Choix, ZoneTexte } from '../champ.tsx'

/** How long a field may be. */
export const LONGUEUR_D_UN_CHAMP = 2000
const LONGUEUR_D_UNE_LIGNE = 200

const lignesDe = (texte: string): Child => <span class="ecrit">{fr(texte)}</span>

const TITRES: Readonly<Record<Destination, readonly [titre: string, precision: string]>> = {
  PUBLIC: ['Ce que le public lit', 'Publié dans la liste des services'],
  INTERNE: ['Entre nous', 'Jamais publié'],
}

const faitsDe = (fiche: Fiche, destination: Destination) =>
  NOMS_DES_CHAMPS.filter((nom) => champDeFiche(nom).destination === destination && nom !== 'libelle').map((nom) => ({
    terme: champDeFiche(nom).libelle,
    valeur: fiche[nom] === '' ? '–' : lignesDe(montrerValeur(nom, fiche[nom])),
  }))

/** What a sheet says: to the public, then between those who keep it. */
export const FicheDuService = ({ fiche }: { readonly fiche: Fiche }) => (
  <>
    {(['PUBLIC', 'INTERNE'] as const).map((destination) => {
      const [titre, precision] = TITRES[destination]
      return (
        <Panneau id={`fiche-${destination.toLowerCase()}`} titre={titre} precision={precision}>
          <Faits faits={faitsDe(fiche, destination)} />
        </Panneau>
      )
    })}
  </>
)

interface ChampProps {
  readonly nom: NomDeChamp
  readonly prefixe: string
  readonly valeur: string
  readonly categories: readonly (readonly [code: string, libelle: string])[]
  readonly modes: readonly (readonly [code: string, libelle: string])[]
}

const avecVide = (options: ChampProps['categories']): ChampProps['categories'] => [['', 'non dit'], ...options]

/** A field of the sheet, to be typed. */
export const ChampDeLaFiche = ({ nom, prefixe, valeur, categories, modes }: ChampProps) => {
  const { libelle, sorte, aide } = champDeFiche(nom)
  const commun = { prefixe, nom, libelle, valeur, ...(aide === undefined ? {} : { aide }) }
  if (sorte === 'CATEGORIE') return <Choix {...commun} options={avecVide(categories)} />
  if (sorte === 'MODE') return <Choix {...commun} options={avecVide(modes)} />
  if (sorte === 'JOUR') return <Champ {...commun} type="date" />
  if (sorte === 'LIGNES' || sorte === 'GUICHETS')
    return <ZoneTexte {...commun} longueur={LONGUEUR_D_UN_CHAMP} lignes={3} />
  return <Champ {...commun} saisie="off" longueur={LONGUEUR_D_UNE_LIGNE} />
}
