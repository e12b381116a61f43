import { THEME_SCRIPT } from "./theme";

/** Belongs at the top of a document's body. `<html>` needs suppressHydrationWarning, because the script writes to it. */
export const ThemeScript = () => <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />;
