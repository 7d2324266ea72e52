import { Drawer } from "antd";
import { useEffect, useState } from "react";
import { Icon } from "../shared/icon.tsx";
import { useKeys } from "../shared/keys.ts";
import { navigate, useAddress } from "../shared/router.ts";
import { BusyBar } from "./busy-bar.tsx";
import { useApp } from "./context.tsx";
import { Header } from "./header.tsx";
import { HelpOverlay } from "./help-overlay.tsx";
import { Navigation } from "./navigation.tsx";
import { Page } from "./page.tsx";
import { Switches } from "./switches.tsx";
import { WhoIsIt } from "./who-is-it.tsx";
import { WorkProvider } from "./work.tsx";

/** What stands around every page. */
export const Shell = () => {
  const { t } = useApp();
  const { path } = useAddress();
  const [drawer, setDrawer] = useState(false);
  const [help, setHelp] = useState(false);
  useKeys({ "?": () => setHelp(true), t: () => navigate("/duty") });
  useEffect(() => setDrawer(false), [path]);
  return (
    <WorkProvider>
      <a className="skip" href="#page">
        {t("shell.skip")}
      </a>
      <BusyBar />
      <Header onMenu={() => setDrawer(true)} />
      <div className="below-header">
        <aside className="side">
          <Navigation />
          <button type="button" className="help-button" onClick={() => setHelp(true)}>
            <Icon name="keys" /> {t("help.open")} <kbd>?</kbd>
          </button>
        </aside>
        <main id="page" tabIndex={-1}>
          <Page />
        </main>
      </div>
      <Drawer
        destroyOnHidden
        open={drawer}
        onClose={() => setDrawer(false)}
        placement="left"
        size={280}
        title={t("shell.menu")}
      >
        <Navigation onGo={() => setDrawer(false)} />
        <div className="drawer-foot">
          <Switches />
          <WhoIsIt />
        </div>
      </Drawer>
      <HelpOverlay open={help} close={() => setHelp(false)} />
    </WorkProvider>
  );
};
