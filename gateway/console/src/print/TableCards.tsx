import type { ManifestContent } from "../api/types";
import { useWords } from "../i18n/I18n";
import { type Catalogue, manifestName } from "../manifests/naming";
import { useParticipants } from "../people/useParticipants";
import { Paper } from "./Paper";
import { seated } from "./seated";

interface Props {
  readonly conference: string;
  readonly content: ManifestContent;
  readonly known: Catalogue;
  readonly done: () => void;
}

/** A name in large letters is that of few letters. */
const LARGE = 4;

/** One card for each who has a seat, to be folded: the name faces both ways. */
export default function TableCards({ conference, content, known, done }: Props) {
  const words = useWords();
  const { data } = useParticipants(conference);
  const people = seated(content, data ?? []);
  const session = manifestName(content.manifest, known, words).title;
  return (
    <Paper ready={data !== undefined} done={done}>
      <div className="cards-sheet" data-cards={people.length}>
        {people.map((person) => {
          const delegation = known.delegations.get(person.delegation)?.name ?? person.delegation;
          const face = (
            <>
              <span className="card-name" data-long={[...person.name].length > LARGE || undefined}>
                {person.name}
              </span>
              <span className="card-of">{delegation}</span>
            </>
          );
          return (
            <section key={person.id} className="table-card" aria-label={person.name}>
              <div className="card-face turned" aria-hidden="true">
                {face}
              </div>
              <div className="card-face">
                {face}
                <small className="card-session">{session}</small>
              </div>
            </section>
          );
        })}
      </div>
    </Paper>
  );
}
