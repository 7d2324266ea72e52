import { App as AntApp, ConfigProvider, theme } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useApp } from "./context.tsx";

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Ant Design in our colours (the same as in style/base.css), compact, in both languages and both themes. */
export const Themed = ({ children }: { children: ReactNode }) => {
  const { language, dark } = useApp();
  return (
    <ConfigProvider
      // Lists that open belong to the page's main part, so that whoever jumps between landmarks finds them.
      getPopupContainer={(trigger) => trigger?.closest<HTMLElement>("[role=dialog], main") ?? document.body}
      button={{ autoInsertSpace: false }}
      locale={language === "zh" ? zh : en}
      theme={{
        algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.compactAlgorithm],
        token: {
          colorPrimary: dark ? "#5b9bea" : "#0b4f9e",
          colorError: dark ? "#f08a80" : "#b42318",
          colorTextPlaceholder: dark ? "#9aa4b2" : "#667080",
          colorBgContainer: dark ? "#161c26" : "#ffffff",
          colorBgElevated: dark ? "#1d2531" : "#ffffff",
          colorBgLayout: dark ? "#0f141b" : "#f3f5f8",
          colorTextDisabled: dark ? "#9aa4b2" : "#667080",
          borderRadius: 5,
          motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
          fontSize: 14,
          controlHeight: 32,
          fontFamily: FONT,
        },
        components: {
          Button: {
            primaryShadow: "none",
            primaryColor: dark ? "#0b1420" : "#ffffff",
            contentFontSizeLG: 15,
          },
        },
      }}
    >
      <AntApp className="ant-root" message={{ maxCount: 3 }}>
        {children}
      </AntApp>
    </ConfigProvider>
  );
};
