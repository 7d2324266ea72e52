import { Component, type ReactNode, Suspense } from "react";
import SignInPage from "../pages/sign-in/sign-in-page.tsx";
import { Link } from "../shared/link.tsx";
import { matchPath, useAddress } from "../shared/router.ts";
import { Empty, Loading } from "../shared/states.tsx";
import { useApp } from "./context.tsx";
import { ROUTES } from "./routes.ts";

/** The page of the address; what a role may not see is answered as if it were not there. */
export const Page = () => {
  const { path } = useAddress();
  const { t, session, has } = useApp();
  for (const route of ROUTES) {
    const parts = matchPath(route.pattern, path);
    if (!parts) continue;
    if (route.for !== "anyone" && !session) return <SignInPage parts={{}} />;
    if (Array.isArray(route.for) && !has(...route.for)) break;
    return (
      <Fence key={path}>
        <Suspense fallback={<Loading />}>
          <route.page parts={parts} />
        </Suspense>
      </Fence>
    );
  }
  return (
    <Empty whole title={t("notHere.title")}>
      <p>{t("notHere.text")}</p>
      <Link href="/">{t("notHere.home")}</Link>
    </Empty>
  );
};

/** A page that breaks says so and leaves the rest of the shell standing. */
class Fence extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

const Broken = () => {
  const { t } = useApp();
  return (
    <Empty whole title={t("broken.title")}>
      <a href={location.href}>{t("broken.again")}</a>
    </Empty>
  );
};
