import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { RemplacementVu } from '../../depot.ts'
import { Section } from '../blocs.tsx'
import { Mesures } from './mesures.tsx'

/** What loading would change of the snapshot that is there, said before it is done. */
export const Remplacement = ({
  remplacement,
  jour,
}: {
  readonly remplacement: RemplacementVu
  readonly jour: string
}) => {
  const { entrees, sorties, changees, inchangees, gagnes, perdus } = remplacement
  return (
    <Section
      id="remplacement"
      titre="Ce que le remplacement changerait"
      precision={fr(`Un instantané du ${jour} est déjà chargé`)}
    >
      <Mesures
        mesures={[
          ['Demandes qui entrent', formatNombre(entrees)],
          ['Qui sortent', formatNombre(sorties)],
          ['Qui changent', formatNombre(changees)],
          ['Inchangées', formatNombre(inchangees)],
        ]}
      />
      {entrees + sorties + changees === 0 ? (
        <p class="hint more">{fr('Les demandes sont les mêmes, ligne pour ligne.')}</p>
      ) : null}
      {gagnes.length > 0 ? <p class="more">{fr(`Deviendraient mesurables : ${enumerer(gagnes)}.`)}</p> : null}
      {perdus.length > 0 ? <p class="more">{fr(`Ne seraient plus mesurables : ${enumerer(perdus)}.`)}</p> : null}
    </Section>
  )
}
