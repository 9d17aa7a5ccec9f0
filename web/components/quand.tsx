import { Champ } from './champ.tsx'

interface Props {
  readonly prefixe: string
  readonly aujourdhui: string
  /** A decision as people write it. */
  readonly exemple?: string
}

/** From when a setting holds, and the decision it comes from. */
export const Quand = ({ prefixe, aujourdhui, exemple = 'comité de pilotage du 12/02/2026' }: Props) => (
  <>
    <Champ prefixe={prefixe} nom="depuis" libelle="À compter du" type="date" valeur={aujourdhui} obligatoire />
    <Champ
      prefixe={prefixe}
      nom="motif"
      libelle="Décision ou motif"
      aide={`Par exemple : ${exemple}.`}
      saisie="off"
      longueur={200}
      obligatoire
    />
  </>
)
