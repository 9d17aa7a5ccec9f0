import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../../chargement.ts'
import type { Contexte } from '../../contexte.ts'
import type { ActeDemarche } from '../../demarches/mots.ts'
import { SORTES } from '../../demarches/registre.ts'
import { LONGUEUR_DES_TEXTES } from '../../demarches/sorte.ts'
import type { DemarcheVue } from '../../demarches/vue.ts'
import { lien } from '../../liens.ts'
import { Champ, Formulaire, ZoneTexte } from '../champ.tsx'
import { Icone } from '../sprite.tsx'

interface ActeDit {
  readonly bouton: string
  /** What it does, where its name does not say. */
  readonly effet?: string
  /** What is written with it; nothing where it takes no words. */
  readonly texte?: string
  readonly obligatoire?: true
}

const DITS: Readonly<Partial<Record<ActeDemarche, ActeDit>>> = {
  RETIRER: { bouton: 'Retirer la démarche', effet: 'Elle ne sera pas traitée ; son histoire reste.' },
  PRENDRE: { bouton: 'Prendre en charge', effet: 'Le service voit que vous la traitez.' },
  ACCEPTER: { bouton: 'Accepter', texte: 'Décision, ce qui sera fait' },
  REFUSER: { bouton: 'Refuser', texte: 'Motif du refus', obligatoire: true },
  FAIRE: { bouton: 'C’est fait', texte: 'Ce qui a été fait' },
  TRANSMETTRE: {
    bouton: 'Transmettre au support national',
    effet: 'La question reste ouverte jusqu’à votre réponse.',
    texte: 'Ce qui est transmis, et sa référence',
  },
  REPONDRE: { bouton: 'Répondre', texte: 'Réponse', obligatoire: true },
}

const AIDE = 'Lu par le service. Ni nom, ni numéro unique.'

export interface ActesProps {
  readonly contexte: Contexte
  readonly demarche: DemarcheVue
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
  readonly refus?: Refus
}

const FormulaireDeLActe = ({ contexte, demarche, saisie, acte }: ActesProps & { readonly acte: ActeDemarche }) => {
  const dit = DITS[acte]
  if (dit === undefined) return null
  const rendue = saisie.acte === acte
  const valeur = (nom: string): string => (rendue ? (saisie[nom] ?? '') : '')
  return (
    <Formulaire
      action={lien(contexte, `/demarches/${demarche.id}`)}
      nom={dit.bouton}
      bouton={dit.bouton}
      quiet={acte === 'RETIRER'}
      {...(dit.effet === undefined ? {} : { precision: fr(dit.effet) })}
    >
      <input type="hidden" name="acte" value={acte} />
      {acte === 'FAIRE' && SORTES[demarche.sorte].numeroEnFin ? (
        <Champ
          prefixe={acte}
          nom="numero"
          libelle="Numéro unique donné à la demande"
          aide="L’instantané suivant confirmera quand il le montrera."
          saisie="off"
          longueur={30}
          valeur={valeur('numero')}
        />
      ) : null}
      {dit.texte === undefined ? null : (
        <ZoneTexte
          prefixe={acte}
          nom="texte"
          libelle={dit.texte}
          aide={dit.obligatoire ? AIDE : `Facultatif. ${AIDE}`}
          longueur={LONGUEUR_DES_TEXTES}
          lignes={3}
          valeur={valeur('texte')}
          {...(dit.obligatoire ? { obligatoire: true } : {})}
        />
      )}
    </Formulaire>
  )
}

/** What the person may do now, the first open; what they cannot, with what is missing. */
export const ActesDeDemarche = (p: ActesProps) => {
  const { possibles } = p.demarche
  const offerts = possibles.filter(({ manque }) => manque === null)
  const empeches = possibles.filter(({ manque }) => manque !== null)
  if (possibles.length === 0) return null
  const ouvert = p.saisie.acte ?? (offerts.length === 1 ? offerts[0]?.acte : undefined)
  return (
    <section class="acte" aria-labelledby="h-acte" id="acte">
      <h2 id="h-acte">{offerts.length === 0 ? 'Rien à faire ici' : 'À vous'}</h2>
      {offerts.map(({ acte }) =>
        DITS[acte]?.texte === undefined ? (
          <FormulaireDeLActe {...p} acte={acte} />
        ) : (
          <details class="plus actes-plies" open={acte === ouvert}>
            <summary>{DITS[acte].bouton}</summary>
            <FormulaireDeLActe {...p} acte={acte} />
          </details>
        ),
      )}
      {empeches.length === 0 ? null : (
        <ul class="autres">
          {empeches.map(({ acte, manque }) => (
            <li>
              <Icone nom="non" />
              <span>
                <b>{fr(`Pas possible : ${(DITS[acte]?.bouton ?? '').toLocaleLowerCase('fr')}.`)}</b> {fr(manque ?? '')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
