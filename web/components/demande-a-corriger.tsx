import { formatJour } from '../../ingest/socle/francais/format.ts'
import { capitale, enLettres } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../contexte.ts'
import type { DemandeACorriger, FauteVue } from '../corrections.ts'
import { lien } from '../liens.ts'
import { Numero } from './numero.tsx'
import { Icone } from './sprite.tsx'

interface Props {
  readonly contexte: Contexte
  readonly demande: DemandeACorriger
}

/** The six characters by which a demande is told from the others. */
const rangDe = (numero: string): string => numero.slice(7, 13)

const titreDe = ({ fautes }: DemandeACorriger): string =>
  fautes.length === 1 ? (fautes[0]?.faute ?? '') : `${capitale(enLettres(fautes.length))} points à corriger`

/** The act by its day, and what the snapshot still shows where it was said to be put right. */
const Fait = ({ demande, plusieurs }: { readonly demande: DemandeACorriger; readonly plusieurs: boolean }) => {
  const { acte, fautes, guichet, aReprendre, sansReponse } = demande
  const [mots, jour] = acte
  const lieu = plusieurs && guichet !== null ? fr(`, ${guichet}`) : ''
  return (
    <p class="quoi">
      {jour === null ? '' : `${mots} ${formatJour(jour)}${lieu}. `}
      {fr([...new Set(fautes.map(({ pourquoi }) => pourquoi))].join(' '))}
      {aReprendre === null ? null : (
        <>
          {' '}
          <strong>
            {fr(
              `Déclarée faite le ${formatJour(aReprendre.declaree)}, l’instantané du ${formatJour(aReprendre.vueAu)} montre encore le même défaut :`,
            )}
          </strong>
          {' à reprendre.'}
        </>
      )}
      {sansReponse === null ? null : ` Le ${formatJour(sansReponse)}, vous avez noté que le ménage ne répondait pas.`}
    </p>
  )
}

const Autre = ({ jumelle }: Pick<DemandeACorriger, 'jumelle'>) =>
  jumelle === null ? null : (
    <p class="quoi">
      {fr('La plus ancienne : ')}
      <Numero numero={jumelle.numero} />
      {`, enregistrée le ${formatJour(jumelle.enregistree)}`}
      {jumelle.guichet === null ? '.' : fr(`, ${jumelle.guichet}.`)}
    </p>
  )

const Lieu = ({ faute, seule }: { readonly faute: FauteVue; readonly seule: boolean }) => (
  <dl class="ou-corriger">
    {seule ? null : (
      <>
        <dt>Défaut</dt>
        <dd>
          <b>{faute.faute}</b>
        </dd>
      </>
    )}
    <dt>Où</dt>
    <dd>
      {faute.lieu === null ? (
        <>
          Ici, formulaire <b>Signaler des demandes en double</b>, déjà rempli
        </>
      ) : (
        <>
          Système national, onglet <b>{faute.lieu[0]}</b>, champ <b>{faute.lieu[1]}</b>
        </>
      )}
    </dd>
    {faute.montre.map(([intitule, valeur]) => (
      <>
        <dt>Valeur</dt>
        <dd>{fr(`${intitule} : ${valeur === '' ? 'rien' : valeur}`)}</dd>
      </>
    ))}
    <dt>Quoi</dt>
    <dd>{fr(faute.geste)}</dd>
  </dl>
)

const Actes = ({ contexte, demande }: Props) => {
  const { numero, jumelle, fautes } = demande
  const pour = <span class="vh">{` pour la demande ${rangDe(numero)}`}</span>
  return (
    <div class="actes">
      {fautes.some(({ lieu }) => lieu !== null) ? (
        <form method="post" action={lien(contexte, '/corrections')}>
          <input type="hidden" name="numero" value={numero} />
          <button class="btn" type="submit" name="acte" value="FAIT">
            <Icone nom="ok" />
            C’est fait
            {pour}
          </button>
          <button class="btn quiet" type="submit" name="acte" value="SANS_REPONSE">
            Le ménage ne répond pas
            {pour}
          </button>
        </form>
      ) : null}
      {fautes.some(({ lieu }) => lieu === null) ? (
        <form method="post" action={lien(contexte, '/demarches/preparer')}>
          <input type="hidden" name="sorte" value="DOUBLON" />
          <input type="hidden" name="numeros" value={[numero, ...(jumelle ? [jumelle.numero] : [])].join(' ')} />
          <input type="hidden" name="garde" value={jumelle?.numero ?? ''} />
          <button class="btn main" type="submit" name="motif" value="même personne">
            Signaler le doublon
            {pour}
          </button>
          <button class="btn quiet" type="submit" name="motif" value="Ce sont deux personnes différentes.">
            Ce sont deux personnes
            {pour}
          </button>
        </form>
      ) : null}
      <form method="post" action={lien(contexte, '/demarches/preparer')}>
        <button class="btn quiet" type="submit" name="numeros" value={numero}>
          Autre démarche
          {pour}
        </button>
      </form>
    </div>
  )
}

/** What is wrong in a demande, where it is put right, and what to say of it. */
export const FicheACorriger = (p: Props & { readonly plusieurs: boolean }) => {
  const { demande } = p
  return (
    <li>
      <div>
        <h2>{titreDe(demande)}</h2>
        <p>
          <Numero numero={demande.numero} />
        </p>
        <Fait demande={demande} plusieurs={p.plusieurs} />
        <Autre jumelle={demande.jumelle} />
        {demande.fautes.map((faute) => (
          <Lieu faute={faute} seule={demande.fautes.length === 1} />
        ))}
      </div>
      <Actes {...p} />
    </li>
  )
}
