import { Button } from "antd";
import { isRefused } from "../api/problem";
import { Problem } from "../desk/Problem";
import type { Doing } from "../duty/useDeed";
import { useWords } from "../i18n/I18n";

interface Props {
  readonly doing: Doing;
  /** Somebody was faster: begin again from what stands there now. */
  readonly begin?: () => void;
}

/** Why it was not done; what somebody else did meanwhile is never overwritten unseen. */
export function Refused({ doing, begin }: Props) {
  const { t } = useWords();
  if (doing.kind !== "failed") {
    return null;
  }
  return (
    <>
      <Problem error={doing.error} />
      {begin && isRefused(doing.error, 412) && (
        <Button onClick={begin}>{t("notices.beginAgain")}</Button>
      )}
    </>
  );
}
