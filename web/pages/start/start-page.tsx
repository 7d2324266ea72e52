import { useApp } from "../../app/context.tsx";
import { StrangerPage } from "./stranger-page.tsx";
import { TodayPage } from "./today-page.tsx";

/** The first page: for strangers what this is, for everyone else what is to be done. */
const StartPage = () => {
  const { session } = useApp();
  return session ? <TodayPage /> : <StrangerPage />;
};

export default StartPage;
