import { accord, compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ActePossible, MesureVue } from '../../mesure-vue.ts'
import type { ActeMesure } from '../../mesures.ts'
import { Icone } from '../sprite.tsx'
import { A_FAIRE, estOfferte, FormulaireActe, type FormulairesProps } from './formulaires.tsx'

/** The acts that lead from one step to another: told whether they can be done or not. */
const PASSAGES: readonly ActeMesure[] = ['FORMALISER', 'SIGNALER', 'CLORE']

const NOMS: Readonly<Partial<Record<ActeMesure, string>>> = { CLORE: 'clore comme corrigée' }

const nomDe = (acte: ActeMesure): string => NOMS[acte] ?? A_FAIRE[acte].toLocaleLowerCase('fr')

const Passage = ({ possible: { acte, manque } }: { readonly possible: ActePossible }) => {
  const offert = estOfferte({ acte, manque })
  const nom = offert ? <a href={`#faire-${acte}`}>{nomDe(acte)}</a> : nomDe(acte)
  return (
    <li>
      <Icone nom={manque === null ? 'ok' : 'non'} classe={manque === null ? 'ok' : ''} />
      <span>
        <b>
          {manque === null ? 'Possible\u00a0: ' : 'Pas encore\u00a0: '}
          {nom}.
        </b>{' '}
        {manque === null ? null : fr(manque)}
      </span>
    </li>
  )
}

/** The act that the application proposes, with its reason; then the others, and what each lacks. Nothing is done of itself. */
export const ActePropose = (p: FormulairesProps & { readonly mesure: MesureVue }) => {
  const { proposition, possibles } = p.mesure
  if (proposition === null) return null
  const propose = possibles.find(({ acte }) => acte === proposition.acte)
  const autres = possibles.filter(({ acte }) => PASSAGES.includes(acte) && acte !== proposition.acte)
  const enAlerte = p.ajoutables.filter(({ statut }) => statut === 'ALERTE').length
  return (
    <section class="acte" aria-labelledby="propose">
      <h2 id="propose">{fr(`Acte proposé : ${proposition.titre}`)}</h2>
      <p class="petit">{fr(proposition.raison)}</p>
      {propose === undefined ? null : <FormulaireActe {...p} acte={propose.acte} />}
      {autres.length === 0 && enAlerte === 0 ? null : (
        <ul class="autres">
          {autres.map((possible) => (
            <Passage possible={possible} />
          ))}
          {enAlerte === 0 ? null : (
            <li>
              <Icone nom="ok" classe="ok" />
              <span>
                <b>{'À voir\u00a0:'}</b>{' '}
                {`${compte(enAlerte, 'autre ligne du service est', 'autres lignes du service sont')} en alerte.`}{' '}
                <a href="#faire-AJOUTER">{accord(enAlerte, 'L’ajouter à la mesure', 'Les ajouter à la mesure')}</a>
              </span>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
