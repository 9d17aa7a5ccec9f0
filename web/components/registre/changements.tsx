import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { montrerValeur } from '../../modeles/registre.ts'
import { champDeFiche } from '../../registre.ts'
import type { Changement } from '../../registre-vue.ts'

/** Fields that differ, each with what it said and what it says. */
export const Changements = ({ changements }: { readonly changements: readonly Changement[] }) =>
  changements.length === 0 ? null : (
    <dl class="changements">
      {changements.map(({ champ, avant, apres }) => (
        <>
          <dt>{champDeFiche(champ).libelle}</dt>
          <dd>
            {avant === '' ? null : <del class="ecrit">{fr(montrerValeur(champ, avant))}</del>}
            {apres === '' ? <span class="meta">vide</span> : <ins class="ecrit">{fr(montrerValeur(champ, apres))}</ins>}
          </dd>
        </>
      ))}
    </dl>
  )
