import { formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { ChoixDuDessin, DessinRequete } from '../components/requetes/dessin.tsx'
import { Editeur } from '../components/requetes/editeur.tsx'
import { Exemples, GererRequete, RequetesEnregistrees } from '../components/requetes/enregistrees.tsx'
import { TableResultat } from '../components/requetes/resultat.tsx'
import { Schema } from '../components/requetes/schema.tsx'
import { Tete } from '../components/tete.tsx'
import { dessinPossible, proposerDessin } from '../modeles/requetes.ts'
import { DESSINS, type DessinChoisi, type ResultatRequete, type SorteDessin } from '../requetes.ts'
import type { RequetesProps } from '../requetes-vue.ts'

const LECTURE_SEULE = 'Lecture seule : une requête ne peut rien modifier, ni lire un nom.'

/** Seconds after which the page of a query under way asks for itself again. */
const RAFRAICHIR = 2

const estDessin = (texte: string): texte is SorteDessin => Object.hasOwn(DESSINS, texte)

/** The drawing that the address asks for, else the one kept with the query, else what the result suggests. */
const dessinDe = ({ contexte, requete }: RequetesProps, resultat: ResultatRequete): DessinChoisi | null => {
  const { dessin: sorte = '', x = '', y = '' } = contexte.requete
  const demande = estDessin(sorte) ? dessinPossible(resultat, { sorte, x, y }) : null
  return demande ?? dessinPossible(resultat, requete?.dessin ?? null) ?? proposerDessin(resultat)
}

const identiteDe = ({ requete }: RequetesProps): string | undefined =>
  requete === null
    ? undefined
    : fr(
        [
          requete.sienne ? 'Votre requête' : `Requête de ${requete.auteur}`,
          ...(requete.partagee ? ['partagée avec le territoire'] : []),
          `modifiée le ${formatJour(requete.modifieeLe)}`,
        ].join(' · '),
      )

const Resultat = async (p: RequetesProps & { readonly resultat: ResultatRequete }) => {
  const { contexte, resultat, requete } = p
  const dessin = dessinDe(p, resultat)
  const source = `Source : ${contexte.instantane === null ? 'base du territoire' : `instantané du ${formatJour(contexte.instantane)}`}, ${requete === null ? 'requête libre' : `requête de ${requete.auteur}`}`
  return (
    <div class="grid suite" id="graphique">
      {dessin === null || resultat.lignes.length === 0 ? null : (
        <div class="g7">
          <ChoixDuDessin contexte={contexte} resultat={resultat} dessin={dessin} />
          {await DessinRequete({ resultat, dessin, source: fr(source) })}
        </div>
      )}
      <TableResultat contexte={contexte} resultat={resultat} classe={dessin === null ? 'g12' : 'g5'} />
    </div>
  )
}

/** Free queries: where one is written, what it may read, what it gave, those that were kept. */
export const Requetes = async (p: RequetesProps) => {
  const { contexte, requete, execution, refus, fait } = p
  const titre = requete?.titre ?? (execution === null ? 'Requêtes' : 'Requête libre')
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[
        { libelle: 'Tableaux', chemin: '/tableaux' },
        ...(contexte.chemin === '/requetes' ? [] : [{ libelle: 'Requêtes', chemin: '/requetes' }]),
      ]}
      {...(execution?.depuis == null ? {} : { rafraichir: RAFRAICHIR })}
    >
      <Tete titre={titre} exports={p.exports} {...(requete === null ? {} : { identite: identiteDe(p) ?? '' })}>
        {fr([requete?.description ?? '', LECTURE_SEULE].filter((phrase) => phrase !== '').join(' '))}
      </Tete>
      {fait ? <MessageFait>{fr(fait)}</MessageFait> : null}
      {refus ? <MessageRefus refus={refus} /> : null}
      {execution?.refus ? <MessageRefus refus={execution.refus} /> : null}
      {requete === null ? null : <GererRequete {...p} requete={requete} />}
      <div class="requete">
        <Editeur {...p} />
        <Schema tables={p.tables} />
      </div>
      {execution?.resultat ? await Resultat({ ...p, resultat: execution.resultat }) : null}
      <RequetesEnregistrees contexte={contexte} enregistrees={p.enregistrees} />
      <Exemples contexte={contexte} exemples={p.exemples} />
    </Page>
  )
}
