import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { capitale, compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { direAlerte } from '../../modeles/registre.ts'
import { type ActeConvention, ETATS_CONVENTION } from '../../registre.ts'
import type { ServiceVue } from '../../registre-vue.ts'
import { type Fait, Faits, Panneau } from '../blocs.tsx'
import { Champ, Formulaire } from '../champ.tsx'
import { Icone } from '../sprite.tsx'

interface Forme {
  readonly titre: string
  readonly jour: string
  readonly texte: string
  readonly precision?: string
}

/** Each act's form: what its date and its text are. */
const FORMES: Readonly<Record<ActeConvention, Forme>> = {
  SIGNER: {
    titre: 'Inscrire une convention signée',
    jour: 'Signée le',
    texte: 'Référence',
    precision: 'La signature vaut adhésion aux chartes en vigueur ce jour-là (art. 2.3).',
  },
  RENOUVELER: { titre: 'Inscrire le renouvellement pour un an', jour: 'Renouvelée le', texte: 'Note' },
  ARRETER: {
    titre: 'Inscrire l’arrêté qui supplée au refus de signer',
    jour: 'Arrêté du',
    texte: 'Référence de l’arrêté',
    precision: 'Pour un bailleur ou un service de l’État.',
  },
  PRENDRE_ACTE: {
    titre: 'Inscrire un retrait',
    jour: 'Le préfet en prend acte le',
    texte: 'Motif',
    precision: 'Le service sort du registre ce jour-là ; son histoire reste.',
  },
  ADHERER: { titre: 'Inscrire l’adhésion à une nouvelle version des chartes', jour: 'Adhésion le', texte: 'Note' },
}

interface Props {
  readonly contexte: Contexte
  readonly service: ServiceVue
  readonly actes: readonly ActeConvention[]
  readonly aujourdhui: Jour
  readonly saisie: Readonly<Record<string, string>>
}

const faitsDe = ({ convention: c }: ServiceVue): Fait[] => {
  const jour = (terme: string, le: Jour | null): Fait[] => (le === null ? [] : [{ terme, valeur: formatJour(le) }])
  return [
    { terme: 'État', valeur: c.etat === null ? 'Aucune convention' : ETATS_CONVENTION[c.etat] },
    ...jour('Signée le', c.signeeLe),
    ...(c.signeeLe === null
      ? []
      : [
          {
            terme: 'Renouvellements',
            valeur: c.renouvellements === 0 ? 'aucun' : compte(c.renouvellements, 'fois', 'fois'),
          },
        ]),
    ...jour('Vaut jusqu’au', c.terme),
    ...jour('Six ans le', c.finLe),
    ...jour('Arrêté du', c.arreteLe),
    ...jour('Retrait, acte pris le', c.retireeLe),
    ...(c.reference === '' ? [] : [{ terme: 'Référence', valeur: c.reference }]),
    ...jour('Adhésion aux chartes', c.adhesion),
  ]
}

/** The convention of a service: where it stands, what it calls for, what may be done of it. */
export const Convention = ({ contexte, service, actes, aujourdhui, saisie }: Props) => {
  const dite = service.actif ? direAlerte(service.alerte) : null
  const presse = service.alerte.sorte === 'EXPIREE'
  return (
    <Panneau id="convention" titre="Convention">
      {dite === null ? null : (
        <p class={presse ? 'appel retard' : 'appel'}>
          <Icone nom={presse ? 'late' : 'due'} classe={presse ? 'late' : ''} /> {fr(`${capitale(dite)}.`)}
        </p>
      )}
      <Faits faits={faitsDe(service)} />
      {actes.map((acte) => {
        const { titre, jour, texte, precision } = FORMES[acte]
        const rendue = saisie.acte === acte
        return (
          <details class="acte-plie" open={rendue}>
            <summary>{titre}</summary>
            <Formulaire
              action={lien(contexte, `/registre/${encodeURIComponent(service.service)}/convention`)}
              nom={titre}
              bouton="Enregistrer"
              {...(precision === undefined ? {} : { precision: fr(precision) })}
            >
              <input type="hidden" name="acte" value={acte} />
              <Champ
                prefixe={acte}
                nom="jour"
                libelle={jour}
                type="date"
                valeur={rendue ? (saisie.jour ?? '') : aujourdhui}
                obligatoire
              />
              <Champ
                prefixe={acte}
                nom="texte"
                libelle={texte}
                saisie="off"
                longueur={300}
                valeur={rendue ? (saisie.texte ?? '') : ''}
              />
            </Formulaire>
          </details>
        )
      })}
    </Panneau>
  )
}
