import type { ChampDemarche } from '../../demarches/sorte.ts'
import { Champ, Choix, ZoneTexte } from '../champ.tsx'

interface Props {
  readonly champ: ChampDemarche
  readonly valeur: string
  readonly guichets: readonly (readonly [code: string, libelle: string])[]
}

const A_CHOISIR = ['', 'Choisir'] as const

/** A field of a démarche, as its kind declares it. */
export const ChampDeDemarche = ({ champ, valeur, guichets }: Props) => {
  const { nom, libelle, aide, obligatoire = false } = champ
  const commun = { nom, prefixe: 'd', libelle, valeur, ...(aide === undefined ? {} : { aide }) }
  if (champ.sorte === 'CODE') {
    const options = Object.entries(champ.choix)
    return <Choix {...commun} options={[A_CHOISIR, ...options]} />
  }
  if (champ.sorte === 'GUICHET') {
    const [seul] = guichets
    const options = guichets.length === 1 && seul ? [seul] : [A_CHOISIR, ...guichets]
    return <Choix {...commun} options={options} />
  }
  if (champ.sorte === 'JOUR') return <Champ {...commun} type="date" obligatoire={obligatoire} />
  if (champ.sorte === 'TEXTE' && champ.lignes !== 1)
    return <ZoneTexte {...commun} longueur={champ.longueur} obligatoire={obligatoire} />
  if (champ.sorte === 'TEXTE')
    return <Champ {...commun} longueur={champ.longueur} saisie="off" large obligatoire={obligatoire} />
  const plusieurs = champ.sorte === 'NUMEROS' && champ.nombre === 2
  return <Champ {...commun} longueur={plusieurs ? 400 : 30} saisie="off" large={plusieurs} obligatoire={obligatoire} />
}
