import { formatInstant } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Panneau, Section } from '../components/blocs.tsx'
import { Champ, Formulaire, ZoneTexte } from '../components/champ.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import type { ChampOffert, ModeleVu, PartieVue, VersionVue } from '../modeles-de-lettres.ts'

export interface ModeleProps {
  readonly contexte: Contexte
  readonly modele: ModeleVu
  /** The texts to edit, or those of the version that is read again. */
  readonly parties: readonly PartieVue[]
  readonly champs: readonly ChampOffert[]
  /** The latest first; the software's own comes last. */
  readonly versions: readonly VersionVue[]
  /** The version that is read again; null where the one that holds is edited. */
  readonly lue: VersionVue | null
  readonly motif: string
  readonly longueur: number
  readonly fait?: string
  readonly refus?: Refus
}

const nomDeVersion = ({ rang }: VersionVue): string => (rang === 0 ? 'Texte du logiciel' : `Version ${rang}`)

const direChamp = ({ libelle, bloc, facultatif }: ChampOffert): string =>
  `${libelle}${bloc ? ' ; seul sur sa ligne' : ''}${facultatif ? ' ; vide, son paragraphe est omis' : ''}`

const Champs = ({ champs }: Pick<ModeleProps, 'champs'>) => (
  <Panneau id="champs" titre="Les champs" precision="Remplis par l’application">
    <dl class="champs">
      {champs.map((champ) => (
        <div>
          <dt>
            <code>{`{${champ.nom}}`}</code>
          </dt>
          <dd>{fr(direChamp(champ))}</dd>
        </div>
      ))}
    </dl>
    <p class="petit">
      {fr(
        'Une ligne vide sépare deux paragraphes. « ## » ouvre un intertitre, « - » ou « 1. » un point d’une liste ; « ** » entoure ce qui est en gras. Un champ vide arrête la lettre, et se nomme.',
      )}
    </p>
  </Panneau>
)

const Versions = ({ contexte, modele, versions, lue }: ModeleProps) => (
  <Panneau id="versions" titre="Versions">
    <ul class="rows">
      {versions.map((version, i) => (
        <li>
          <span />
          <span>
            {version.rang === lue?.rang ? (
              <b>{nomDeVersion(version)}</b>
            ) : (
              <a
                class="t"
                href={lien(
                  contexte,
                  `/parametres/modeles/${modele.code}`,
                  i === 0 ? {} : { version: String(version.rang) },
                )}
              >
                {nomDeVersion(version)}
              </a>
            )}{' '}
            <span class="d">{fr(version.motif)}</span>
            {version.rang === 0 ? null : (
              <span class="sub">{fr(`${version.par}, le ${formatInstant(version.le)}`)}</span>
            )}
          </span>
          <span class="w">{i === 0 ? 'en vigueur' : ''}</span>
        </li>
      ))}
    </ul>
  </Panneau>
)

const Relecture = ({ parties }: Pick<ModeleProps, 'parties'>) => (
  <>
    {parties.map(({ libelle, texte }) => (
      <>
        <h3>{libelle}</h3>
        <p class="texte-modele">{texte === '' ? '—' : texte}</p>
      </>
    ))}
  </>
)

const Edition = ({ contexte, modele, parties, motif, longueur, versions }: ModeleProps) => (
  <>
    <Formulaire
      action={lien(contexte, `/parametres/modeles/${modele.code}`)}
      nom="Texte du modèle"
      bouton="Enregistrer le modèle"
      precision={fr('Une version de plus ; les précédentes restent à lire.')}
    >
      {parties.map(({ partie, libelle, texte, lignes }) =>
        lignes === 1 ? (
          <Champ prefixe="mo" nom={partie} libelle={libelle} valeur={texte} longueur={300} large />
        ) : (
          <ZoneTexte prefixe="mo" nom={partie} libelle={libelle} valeur={texte} longueur={longueur} lignes={lignes} />
        ),
      )}
      <Champ
        prefixe="mo"
        nom="motif"
        libelle="Pourquoi ce changement"
        valeur={motif}
        longueur={300}
        obligatoire
        large
      />
    </Formulaire>
    {versions.length > 1 ? (
      <Formulaire
        action={lien(contexte, `/parametres/modeles/${modele.code}/origine`)}
        nom="Retour au texte du logiciel"
        bouton="Reprendre le texte du logiciel"
        quiet
        precision={fr('Une version de plus, au texte d’origine.')}
      />
    ) : null}
  </>
)

/** One template: its texts to edit, the fields that it may name, its versions. */
export const PageModele = (p: ModeleProps) => {
  const { contexte, modele, lue } = p
  const exemple = (forme: string) => lien(contexte, `/parametres/modeles/${modele.code}/exemple.${forme}`)
  return (
    <Page
      contexte={contexte}
      titre={modele.nom}
      fil={[
        { libelle: 'Paramètres', chemin: '/parametres' },
        { libelle: 'Modèles de lettres', chemin: '/parametres/modeles' },
      ]}
      periode={false}
    >
      <Tete titre={modele.nom}>{fr(modele.usage)}</Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <div class="modele">
        <Section id="texte" titre={lue === null ? 'Le texte' : nomDeVersion(lue)}>
          <p class="petit">
            {fr('Voir ce que le modèle en vigueur donne, ses champs entre crochets : ')}
            <a href={exemple('pdf')}>PDF</a>
            {', '}
            <a href={exemple('docx')}>DOCX</a>.
          </p>
          {lue === null ? <Edition {...p} /> : <Relecture {...p} />}
        </Section>
        <aside aria-label="Autour du modèle">
          <Champs {...p} />
          <Versions {...p} />
        </aside>
      </div>
    </Page>
  )
}
