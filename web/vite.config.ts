import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Built into web/dist, which the server serves; `npx vite web` proxies to a running server while developing. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { "/api": "http://localhost:8080" } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // No inlined data: and no inline script, so that the server can send a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "echarts", test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/, priority: 3 },
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            { name: "antd", test: /node_modules/, priority: 1 },
          ],
        },
      },
    },
  },
});
