import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { whenSignedOut } from "../api/http";
import type { Issuer } from "../api/problem";
import { signOut } from "../api/session";
import type { Me } from "../api/types";
import { useWords } from "../i18n/I18n";
import { ChangePassword } from "./ChangePassword";
import { Failure } from "./Failure";
import { SignIn } from "./SignIn";
import { SignInAgain } from "./SignInAgain";
import { type Who, WhoContext } from "./who";

const loadDesk = () => import("../desk/Desk");
const Desk = lazy(loadDesk);

interface Props {
  readonly me: Me | null;
  readonly issuers: readonly Issuer[];
  readonly failed: boolean;
}

/** Lets in who is signed in. A session that ends in the middle is renewed over the page as it is. */
export function Door({ me: first, issuers, failed }: Props) {
  const { t } = useWords();
  const [me, setMe] = useState(first);
  const [ended, setEnded] = useState(false);
  const [epoch, setEpoch] = useState(0);
  const [leaving, setLeaving] = useState<"no" | "going" | "failed">("no");

  useEffect(() => whenSignedOut(() => setEnded(true)), []);
  useEffect(() => void loadDesk(), []);

  const enter = useCallback((next: Me) => {
    setMe(next);
    setEnded(false);
    setEpoch((n) => n + 1);
  }, []);
  // The desk goes first: nothing of it asks on after the session has ended.
  const leave = useCallback(() => {
    setMe(null);
    setEnded(false);
    setLeaving("going");
    signOut().then(
      () => setLeaving("no"),
      () => setLeaving("failed"),
    );
  }, []);
  const who = useMemo<Who | null>(() => me && { me, epoch, leave }, [me, epoch, leave]);

  if ((failed && !me) || leaving === "failed") {
    return <Failure />;
  }
  if (leaving === "going") {
    return <div className="opening">{t("app.loading")}</div>;
  }
  if (!me || !who) {
    return <SignIn issuers={issuers} entered={enter} />;
  }
  if (me.mustChangePassword) {
    return (
      <ChangePassword
        me={me}
        changed={() => enter({ ...me, mustChangePassword: false })}
        leave={leave}
      />
    );
  }
  return (
    <WhoContext value={who}>
      <Suspense fallback={<div className="opening">{t("app.loading")}</div>}>
        <Desk key={me.account} />
      </Suspense>
      {ended && <SignInAgain account={me.account} entered={enter} />}
    </WhoContext>
  );
}
