import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { ACTES_ECART, direValeur, ETATS_ECART, nomObjetEcart } from '../../registre.ts'
import type { EcartVue } from '../../registre-vue.ts'
import { Section } from '../blocs.tsx'
import { Champ, Formulaire } from '../champ.tsx'

interface Props {
  readonly contexte: Contexte
  readonly ecarts: readonly EcartVue[]
  /** The snapshot that brought the register. */
  readonly instantane: Jour
  /** Who reads decides of them. */
  readonly peutResoudre: boolean
  /** What was typed of a difference, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
}

/** What one register says, in words. */
const dire = ({ objet }: EcartVue, valeur: string): string => {
  if (objet === 'SERVICE') return valeur
  return valeur === '' ? 'rien' : direValeur(objet, valeur)
}

const cleDe = ({ service, objet }: Pick<EcartVue, 'service' | 'objet'>): string => `${service}-${objet}`

const Decision = ({ contexte, ecart, saisie }: Pick<Props, 'contexte' | 'saisie'> & { readonly ecart: EcartVue }) => {
  const rendue = saisie.service === ecart.service && saisie.objet === ecart.objet
  const actes = ecart.etat === 'GARDE' ? (['ADOPTER'] as const) : (['ADOPTER', 'GARDER', 'REPORTER'] as const)
  return (
    <details class="acte-plie" open={rendue}>
      <summary>
        Résoudre
        <span class="vh">{fr(` : ${ecart.nom}, ${nomObjetEcart(ecart.objet)}`)}</span>
      </summary>
      <form
        class="formulaire"
        method="post"
        action={lien(contexte, '/registre/ecarts')}
        aria-label={`Résoudre : ${ecart.nom}, ${nomObjetEcart(ecart.objet)}`}
      >
        <input type="hidden" name="service" value={ecart.service} />
        <input type="hidden" name="objet" value={ecart.objet} />
        <input type="hidden" name="la_bas" value={ecart.laBas} />
        {ecart.etat === 'GARDE' ? null : (
          <Champ
            prefixe={cleDe(ecart)}
            nom="texte"
            libelle="Raison"
            aide="Pour garder notre fiche."
            saisie="off"
            longueur={300}
            valeur={rendue ? (saisie.texte ?? '') : ''}
            large
          />
        )}
        <div class="large acts">
          {actes
            .filter((acte) => acte !== 'REPORTER' || ecart.etat === 'A_RESOUDRE')
            .map((acte) => (
              <button class={acte === 'ADOPTER' ? 'btn main' : 'btn'} type="submit" name="acte" value={acte}>
                {ACTES_ECART[acte]}
              </button>
            ))}
        </div>
      </form>
    </details>
  )
}

const Liste = ({ contexte, ecarts, peutResoudre, saisie }: Omit<Props, 'instantane'>) => (
  <ul class="ecarts">
    {ecarts.map((ecart) => (
      <li>
        <p class="t">
          {ecart.nom} <span class="sub">{fr(`${ecart.service} · ${nomObjetEcart(ecart.objet)}`)}</span>
        </p>
        <dl>
          <dt>Instantané</dt>
          <dd class="ecrit">{dire(ecart, ecart.laBas)}</dd>
          <dt>Notre fiche</dt>
          <dd class="ecrit">{dire(ecart, ecart.ici)}</dd>
        </dl>
        {ecart.etat === 'A_RESOUDRE' ? null : (
          <p class="d">{fr(`${ETATS_ECART[ecart.etat]}${ecart.raison === '' ? '' : ` : ${ecart.raison}`}`)}</p>
        )}
        {peutResoudre ? <Decision contexte={contexte} ecart={ecart} saisie={saisie} /> : null}
      </li>
    ))}
  </ul>
)

const estNouveau = ({ objet, ici, etat }: EcartVue): boolean =>
  objet === 'SERVICE' && ici === 'absent' && etat === 'A_RESOUDRE'

/** Services that the snapshot has and the register has not are proposed at once where none is inscribed yet. */
const Proposition = ({
  contexte,
  nouveaux,
  instantane,
}: Pick<Props, 'contexte' | 'instantane'> & { readonly nouveaux: number }) => (
  <Formulaire
    action={lien(contexte, '/registre/ecarts')}
    nom="Inscrire les services proposés"
    bouton={nouveaux === 1 ? 'Inscrire le service proposé' : `Inscrire les ${nouveaux} services proposés`}
    precision={fr(
      `Tels que le registre de l’instantané du ${formatJour(instantane)} les donne : nom, catégorie, guichets, adresses, horaires.`,
    )}
  >
    <input type="hidden" name="acte" value="INSCRIRE" />
  </Formulaire>
)

/** The differences between a snapshot's register and ours: those to resolve, then those put off or kept. */
export const Ecarts = (p: Props) => {
  const aResoudre = p.ecarts.filter(({ etat }) => etat === 'A_RESOUDRE')
  const autres = p.ecarts.filter(({ etat }) => etat !== 'A_RESOUDRE')
  const nouveaux = aResoudre.filter(estNouveau)
  const restes = nouveaux.length > 1 ? aResoudre.filter((ecart) => !estNouveau(ecart)) : aResoudre
  if (p.ecarts.length === 0) return null
  return (
    <Section
      id="ecarts"
      titre="Différences avec le registre de l’instantané"
      precision={fr(
        `Instantané du ${formatJour(p.instantane)} · ${compte(aResoudre.length, 'à résoudre', 'à résoudre')}`,
      )}
    >
      {p.peutResoudre && nouveaux.length > 1 ? (
        <>
          <Proposition contexte={p.contexte} nouveaux={nouveaux.length} instantane={p.instantane} />
          <details class="plus">
            <summary>
              Un par un <span>{compte(nouveaux.length, 'service proposé', 'services proposés')}</span>
            </summary>
            <Liste {...p} ecarts={nouveaux} />
          </details>
        </>
      ) : null}
      {restes.length === 0 ? null : <Liste {...p} ecarts={restes} />}
      {autres.length === 0 ? null : (
        <details class="plus">
          <summary>
            Déjà examinées <span>{compte(autres.length, 'différence')}</span>
          </summary>
          <Liste {...p} ecarts={autres} />
        </details>
      )}
    </Section>
  )
}
