import { App, ConfigProvider, theme as looks, type ThemeConfig } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type ReactNode, useEffect } from "react";
import { useWords } from "../i18n/I18n";
import { type Theme, useTheme } from "./theme";

/** Read from the page: the gateway writes another one into each answer. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

const COLOURS = {
  light: {
    colorPrimary: "#0b6a6f",
    colorTextPlaceholder: "#6b7484",
    colorBgBase: "#ffffff",
    colorTextBase: "#1c2430",
    colorBorder: "#cfcbc0",
    colorBgLayout: "#f6f5f1",
    colorError: "#a3261f",
    colorSuccess: "#14623b",
    colorWarning: "#7d5200",
  },
  dark: {
    colorPrimary: "#56bdb6",
    colorTextPlaceholder: "#97a1b1",
    colorBgBase: "#191f27",
    colorTextBase: "#e7eaf0",
    colorBorder: "#3b4553",
    colorBgLayout: "#11151b",
    colorError: "#f19a91",
    colorSuccess: "#74d09c",
    colorWarning: "#e9bd68",
  },
} as const;

const dress = (theme: Theme): ThemeConfig => ({
  algorithm: theme === "dark" ? looks.darkAlgorithm : looks.defaultAlgorithm,
  token: {
    ...COLOURS[theme],
    colorLink: COLOURS[theme].colorPrimary,
    fontFamily: "var(--sans)",
    borderRadius: 7,
    controlHeight: 36,
    // A popup waits for the end of its motion: without motion there must be none to wait for.
    motion: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  },
  components: {
    Button: {
      primaryShadow: "none",
      defaultShadow: "none",
      defaultBg: "transparent",
      primaryColor: theme === "dark" ? "#0b1a1b" : "#ffffff",
      dangerColor: theme === "dark" ? "#210b08" : "#ffffff",
    },
    Segmented: { trackBg: "var(--sunken)", itemSelectedBg: "var(--surface)" },
  },
});

/** Ant Design in Huiwu's clothes, language and nonce. */
export function Dressed({ children }: { readonly children: ReactNode }) {
  const { language } = useWords();
  const theme = useTheme();
  useEffect(() => {
    dayjs.locale(language === "zh" ? "zh-cn" : "en");
  }, [language]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === "zh" ? zhCN : enUS}
      theme={dress(theme)}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
