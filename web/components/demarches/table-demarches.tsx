import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { type Jour, joursEntre } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import { ETATS_DEMARCHE, type ListeDemarches } from '../../demarches/mots.ts'
import { SORTES } from '../../demarches/registre.ts'
import type { ResumeDemarche } from '../../demarches/vue.ts'
import { lien } from '../../liens.ts'
import { ageDe, attend, colonnesDe } from '../../modeles/demarches.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { Numero } from '../numero.tsx'
import { ROLES } from '../roles-table.ts'

interface Props {
  readonly contexte: Contexte
  readonly liste: ListeDemarches
  readonly demarches: readonly ResumeDemarche[]
  readonly aujourdhui: Jour
}

/** Numbers that a line shows. */
const MONTRES = 3

const Numeros = ({ numeros }: Pick<ResumeDemarche, 'numeros'>) => (
  <td data-l="Numéros" {...ROLES.cellule}>
    <span>
      {numeros.slice(0, MONTRES).map((numero) => (
        <span class="block">
          <Numero numero={numero} />
        </span>
      ))}
      {numeros.length > MONTRES ? <span class="sub">{`et ${numeros.length - MONTRES} de plus`}</span> : null}
      {numeros.length === 0 ? '–' : null}
    </span>
  </td>
)

const Recue = ({ demarche, aujourdhui }: { readonly demarche: ResumeDemarche; readonly aujourdhui: Jour }) => {
  const age = ageDe(demarche, aujourdhui)
  const dite = attend(demarche)
    ? age === 0
      ? 'aujourd’hui'
      : `depuis ${compte(age, 'jour')}`
    : demarche.traiteeLe === null
      ? null
      : `traitée en ${compte(age, 'jour')}`
  return (
    <td data-l="Reçue le" {...ROLES.cellule}>
      <span>
        {formatJour(demarche.recueLe)}
        {dite === null ? null : <span class="sub">{dite}</span>}
      </span>
    </td>
  )
}

const Delai = ({ nom, de, a }: { readonly nom: string; readonly de: Jour; readonly a: Jour | null }) => (
  <td class="num" data-l={nom} {...ROLES.cellule}>
    {a === null ? '–' : joursEntre(de, a)}
  </td>
)

/** Démarches, one row each, each leading to its page; of questions, with both their delays. */
export const TableDemarches = ({ contexte, liste, demarches, aujourdhui }: Props) => {
  const questions = liste === 'QUESTIONS'
  const duGuichet = contexte.personne?.role === 'guichet'
  return (
    <Defilement nom="Démarches">
      <table class="data tight dossiers" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={colonnesDe(liste, duGuichet)} section="liste" roles />
        <tbody {...ROLES.groupe}>
          {demarches.map((demarche) => (
            <tr {...ROLES.rangee}>
              <th scope="row" {...ROLES.tete}>
                <a href={lien(contexte, `/demarches/${demarche.id}`)}>{SORTES[demarche.sorte].libelle}</a>
                <span class="sub">{`n° ${demarche.id}`}</span>
              </th>
              {questions ? null : <Numeros numeros={demarche.numeros} />}
              {duGuichet ? null : (
                <td data-l="Service" {...ROLES.cellule}>
                  {demarche.service}
                </td>
              )}
              <td data-l="Étape" {...ROLES.cellule}>
                {ETATS_DEMARCHE[demarche.etat]}
              </td>
              <Recue demarche={demarche} aujourdhui={aujourdhui} />
              {questions ? (
                <>
                  <Delai nom="Transmise, en jours" de={demarche.recueLe} a={demarche.transmiseLe} />
                  <Delai nom="Répondue, en jours" de={demarche.recueLe} a={demarche.traiteeLe} />
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  )
}
