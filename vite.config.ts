import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: { target: "es2023", assetsInlineLimit: 0 },
  worker: { format: "es" },
  test: { include: ["tests/**/*.test.{ts,tsx}"] },
});
