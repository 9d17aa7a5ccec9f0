import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { cheminDeRapport, direSignature } from '../../modeles/rapports.ts'
import type { ChampVu, RapportVu, SectionVue } from '../../rapport-vue.ts'
import { LONGUEUR_D_UN_CHAMP, RAPPORTS } from '../../rapports.ts'
import { Section } from '../blocs.tsx'
import { Formulaire, ZoneTexte } from '../champ.tsx'

interface Props {
  readonly contexte: Contexte
  readonly rapport: RapportVu
  readonly sections: readonly SectionVue[]
  /** Of the form that was refused, given back. */
  readonly saisie: Readonly<Record<string, string>>
  readonly peutEcrire: boolean
}

/** What the figures propose, beside what was written. */
const Propose = ({ champ }: { readonly champ: ChampVu }) =>
  champ.propose === null ? null : (
    <div class="propose">
      <h3>Proposé d’après les chiffres</h3>
      {champ.propose === '' ? (
        <p class="empty">{fr('Rien : aucun écart n’est assez net.')}</p>
      ) : (
        <ul>
          {champ.propose.split('\n').map((phrase) => (
            <li>{fr(phrase)}</li>
          ))}
        </ul>
      )}
    </div>
  )

const direSaisi = ({ saisi, avant, propose }: ChampVu): string => {
  if (saisi === null) return propose === null ? 'Rien n’est saisi.' : 'Le texte proposé paraît tel quel.'
  const anciens =
    avant === 0
      ? ''
      : ` ${avant === 1 ? 'Un texte' : `${avant} textes`} d’avant ${avant === 1 ? 'est gardé' : 'sont gardés'}.`
  return `${direSignature(saisi)}${anciens}`
}

const direAussi = ({ aussi }: ChampVu): string =>
  aussi.length === 0
    ? ''
    : ` Paraît aussi dans : ${aussi.map((pour) => RAPPORTS[pour].libelle.toLocaleLowerCase('fr')).join(', ')}.`

const Forme = ({ contexte, rapport, champ, saisie }: Props & { readonly champ: ChampVu }) => {
  const rendue = saisie.champ === champ.code ? saisie.texte : undefined
  return (
    <Formulaire action={lien(contexte, cheminDeRapport(rapport))} nom={champ.libelle} bouton="Enregistrer" quiet>
      <input type="hidden" name="acte" value="ECRIRE" />
      <input type="hidden" name="champ" value={champ.code} />
      <ZoneTexte
        prefixe={champ.code}
        nom="texte"
        libelle={champ.libelle}
        aide={champ.aide}
        longueur={LONGUEUR_D_UN_CHAMP}
        valeur={rendue ?? champ.saisi?.texte ?? champ.propose ?? ''}
        lignes={champ.code === 'titre' ? 2 : 4}
      />
    </Formulaire>
  )
}

const Lu = ({ champ }: { readonly champ: ChampVu }) => (
  <>
    <h3>{fr(champ.libelle)}</h3>
    {champ.saisi === null ? null : <p class="ecrit">{fr(champ.saisi.texte)}</p>}
  </>
)

const Champ = (p: Props & { readonly champ: ChampVu }) => (
  <div class={p.champ.propose === null ? 'texte-rapport' : 'texte-rapport deux'}>
    <div>
      {p.peutEcrire ? <Forme {...p} /> : <Lu champ={p.champ} />}
      <p class="d">{fr(`${direSaisi(p.champ)}${p.peutEcrire ? direAussi(p.champ) : ''}`)}</p>
    </div>
    <Propose champ={p.champ} />
  </div>
)

/** What is typed of a report: its sentences beside those proposed, then what no figure says, part by part. */
export const Redaction = (p: Props) => (
  <>
    {p.sections.map((section, i) => (
      <Section id={i === 0 ? 'textes' : `textes-${i}`} titre={section.titre}>
        {section.champs.map((champ) => (
          <Champ {...p} champ={champ} />
        ))}
      </Section>
    ))}
  </>
)
