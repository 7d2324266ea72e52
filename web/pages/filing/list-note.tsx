import type { LookAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { Icon } from "../../shared/icon.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import { serverText } from "../../shared/problem-words.ts";

type Props = Pick<LookAnswer<"bonded-list.draft-declaration">, "list" | "byHand">;

/** Above a declaration that a list drafted: where it comes from, and what a person must still say or look at; a reference is proposed. */
export const ListNote = ({ list, byHand }: Props) => {
  const { t, language } = useApp();
  return (
    <div className="banner tone-others list-note">
      <Icon name="info" />
      <div>
        <p>
          <b>{t("filing.ofList")}</b> <PaperLink paper={list} />
        </p>
        <ul>
          {byHand
            .filter(({ pointer }) => pointer !== "/reference")
            .map(({ pointer, required, detail }) => (
              <li key={`${pointer} ${detail}`} className={required ? "strong" : undefined}>
                {serverText(language, detail)}
              </li>
            ))}
        </ul>
      </div>
    </div>
  );
};
